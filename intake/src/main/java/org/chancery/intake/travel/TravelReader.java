package org.chancery.intake.travel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.intake.source.HardenedXml;
import org.chancery.intake.source.OtherKind;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.source.SourceReader;
import org.chancery.shared.OfficialId;

/**
 * Reads the published travels of Secretaries of State and Presidents: a directory with {@code
 * secretary-travels/*.xml} and {@code president-travels/*.xml}. Each journey becomes one {@code
 * RecordTrip}; no more than one file is held at a time.
 */
public final class TravelReader implements SourceReader {
  private record Travels(Role role, OfficialId traveller) {
    Travels(Leg leg) {
      this(leg.role(), leg.traveller());
    }
  }

  private final Supplier<TravelsOnRecord> ledger;

  /** Reads into a ledger that holds nothing of travels yet. */
  public TravelReader() {
    this(TravelsOnRecord::none);
  }

  /** Reads into a ledger; what it holds of earlier releases is corrected, not entered again. */
  public TravelReader(Supplier<TravelsOnRecord> ledger) {
    this.ledger = ledger;
  }

  @Override
  public void read(Path directory, Consumer<ParsedRecord> into) throws IOException {
    requireTravels(directory);
    TravelsOnRecord known = ledger.get();
    ReleaseScan survey = new ReleaseScan();
    each(directory, (role, name, file) -> survey.add(LegFile.read(file, name)));
    survey.doubts().reach(known.all());
    TripDrafts drafts = new TripDrafts(into, known, survey);
    Map<Role, Travellers> roles = new EnumMap<>(Role.class);
    each(
        directory,
        (role, name, file) ->
            draft(
                read(file, name, into),
                drafts,
                roles.computeIfAbsent(role, _ -> new Travellers(known.in(role), survey))));
    for (Travellers travellers : roles.values()) {
      travellers.gone().forEach(gone -> drafts.retract(gone, travellers.tellsElsewhere(gone)));
    }
    OfficeDrafts offices = new OfficeDrafts(into, known, survey);
    offices.draft();
    roles.forEach((role, travellers) -> offices.retract(role, travellers.renamed()));
  }

  private interface Each {
    void file(Role role, String name, Path file) throws IOException;
  }

  private static void each(Path directory, Each each) throws IOException {
    for (Role role : Role.values()) {
      for (Path file : HardenedXml.in(directory.resolve(role.folder()))) {
        each.file(role, role.folder() + "/" + file.getFileName(), file);
      }
    }
  }

  private static LegFile read(Path path, String name, Consumer<ParsedRecord> into) {
    LegFile file = LegFile.read(path, name);
    file.faults().forEach(fault -> into.accept(fault.told()));
    return file;
  }

  private static void draft(LegFile file, TripDrafts drafts, Travellers travellers) {
    for (List<Leg> legs : byTraveller(file.legs()).values()) {
      List<Journey> journeys = Journey.join(legs);
      RecordMatching found = travellers.reconcile(legs.getFirst().traveller(), journeys);
      for (Journey journey : journeys) {
        drafts.draft(journey, found.tripOf(journey), file);
      }
    }
  }

  /** One file may hold many travellers, as the Presidents up to Reagan once stood in one. */
  private static Map<Travels, List<Leg>> byTraveller(List<Leg> legs) {
    return legs.stream()
        .collect(Collectors.groupingBy(Travels::new, LinkedHashMap::new, Collectors.toList()));
  }

  private static void requireTravels(Path directory) throws IOException {
    if (Stream.of(Role.values()).noneMatch(role -> isFolder(directory, role))) {
      throw new OtherKind(directory, "holds neither secretary-travels nor president-travels");
    }
  }

  private static boolean isFolder(Path directory, Role role) {
    return Files.isDirectory(directory.resolve(role.folder()));
  }
}
