package org.chancery.intake.gazetteer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chancery.intake.source.ContentKey;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.OfficeOfTheHistorian;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.shared.PartyId;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.time.EdtfSpan;

/** Registers each party of one source once, before the first command names it. */
public final class Registrations {
  /** What the keys of parties begin with that are registered as all readers know them. */
  public static final String CONCEPT = "party";

  private static final String COUNTRY_IDS =
      "Its country ids name the party so; today's name and ISO 3166 codes were added at intake.";

  private final Consumer<ParsedRecord> into;
  private final Set<PartyId> parties = new HashSet<>();

  public Registrations(Consumer<ParsedRecord> into) {
    this.into = into;
    party(Gazetteer.UNITED_STATES, "the reader itself");
  }

  public void party(PartyId party, String origin) {
    if (parties.add(party)) {
      RegisterParty command = Gazetteer.entry(party);
      command.succeeds().forEach(before -> party(before, origin));
      Draft draft = draft(party, origin);
      into.accept(
          command.existed() == null && Existence.isDoubtful(command)
              ? draft.flagged("%s: left open when it existed".formatted(party))
              : draft);
    }
  }

  /** The registration of a party as all readers know it, whichever source names it first. */
  public static Draft draft(PartyId party, String origin) {
    RegisterParty command = Gazetteer.entry(party);
    return new Draft(
        ContentKey.of(CONCEPT, party.value(), content(command)),
        command,
        provenance(Gazetteer.source(party)),
        origin,
        List.of(),
        true);
  }

  /** The same as ever where no existence is told, so that it is known again. */
  public static List<String> content(RegisterParty command) {
    Stream<String> existence =
        Stream.concat(
            Stream.ofNullable(command.existed()).map(EdtfSpan::toString),
            command.succeeds().stream().map(PartyId::value));
    return Stream.of(Stream.of(command.name()), command.codes().stream(), existence)
        .flatMap(each -> each)
        .toList();
  }

  /**
   * Names no record, so that a party is registered alike whichever source names it first.
   *
   * @param existence where its years are from; empty where they are left open
   */
  public static Provenance provenance(String existence) {
    return new Provenance(
        OfficeOfTheHistorian.PUBLISHER,
        COUNTRY_IDS,
        existence.isEmpty() ? List.of() : List.of(source(existence)));
  }

  private static Source source(String existence) {
    String publication =
        existence.startsWith("article")
            ? OfficeOfTheHistorian.GUIDE
            : OfficeOfTheHistorian.TERRITORIES;
    return OfficeOfTheHistorian.source(publication, null, existence, null);
  }
}
