package org.chancery.intake.visit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.chancery.command.UnreadCorrection;
import org.chancery.intake.gazetteer.Gazetteer;
import org.chancery.intake.gazetteer.Registrations;
import org.chancery.intake.source.AsRead;
import org.chancery.intake.source.ContentKey;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.OfficeOfTheHistorian;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.source.Prose;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.intake.source.UnchangedRecord;
import org.chancery.intake.visit.VisitsOnRecord.VisitOnRecord;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.NamedPerson;
import org.chancery.shared.PartyId;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.chancery.shared.trip.TripId;
import org.jspecify.annotations.Nullable;

/**
 * Drafts what releases of the visits ask of the ledger. Ids are given anew between releases, so a
 * visit is found again by what it tells: all of it, or else most of it.
 */
final class VisitDrafts {
  private static final String VISIT = "visit";
  private static final String CORRECTION = "visit-corrected";
  private static final String RETRACTION = "visit-retracted";
  private static final String PUBLICATION = "Visits by Foreign Leaders";
  private static final String COUNTRY = "United States";

  /** Leaves room in an id for a number. */
  private static final int ID_LENGTH = 60;

  private static final PartyId HOST = Gazetteer.UNITED_STATES;

  /** What makes a visit on record and one of the release the same, the surest first. */
  private static final List<BiPredicate<VisitOnRecord, Visit>> SAME =
      List.of(
          VisitDrafts::isTold,
          (on, now) -> isOfVisitor(on, now) && stop(on).dates().mayTouch(now.dates()),
          (on, now) -> isOfCountry(on, now) && stop(on).dates().equals(now.dates()),
          (on, now) -> isOfVisitor(on, now) && isSaid(stop(on).note(), now.description()));

  private final Consumer<ParsedRecord> into;
  private final VisitsOnRecord known;
  private final List<VisitFile> files;
  private final Registrations registrations;
  private final IdentityHashMap<Visit, VisitOnRecord> found = new IdentityHashMap<>();
  private final Map<String, Integer> idsGiven = new HashMap<>();
  private final IdentityHashMap<Visit, Visit> doubles = new IdentityHashMap<>();

  VisitDrafts(Consumer<ParsedRecord> into, VisitsOnRecord known, List<VisitFile> files) {
    this.into = into;
    this.known = known;
    this.files = files;
    this.registrations = new Registrations(into);
  }

  /** True of the keys under which releases of the visits are taken in. */
  static boolean isKey(String key) {
    return ContentKey.isOf(List.of(VISIT, CORRECTION, RETRACTION), key);
  }

  void draft() {
    List<VisitOnRecord> left = match();
    findDoubles();
    for (VisitFile file : files) {
      file.visits().forEach(visit -> draft(visit, file));
    }
    for (VisitOnRecord gone : left) {
      files.stream()
          .filter(file -> file.isWhole() && file.name().equals(gone.file()))
          .filter(file -> gone.yieldsTo(file.release()))
          .findFirst()
          .ifPresent(file -> into.accept(retraction(gone, file)));
    }
  }

  /** Returns what is on record and not in the release. */
  private List<VisitOnRecord> match() {
    Map<PartyId, Deque<VisitOnRecord>> unmatched = new LinkedHashMap<>();
    known
        .all()
        .forEach(
            on ->
                unmatched
                    .computeIfAbsent(countryOf(on.visitor()), _ -> new ArrayDeque<>())
                    .add(on));
    for (BiPredicate<VisitOnRecord, Visit> same : SAME) {
      for (VisitFile file : files) {
        file.visits().stream()
            .filter(visit -> !found.containsKey(visit))
            .forEach(
                visit ->
                    take(visit, same, unmatched.getOrDefault(visit.country(), new ArrayDeque<>())));
      }
    }
    return unmatched.values().stream().flatMap(Deque::stream).toList();
  }

  private void take(
      Visit visit, BiPredicate<VisitOnRecord, Visit> same, Deque<VisitOnRecord> among) {
    for (VisitOnRecord on : among) {
      if (same.test(on, visit)) {
        found.put(visit, on);
        among.remove(on);
        return;
      }
    }
  }

  /** None but a visit has a party; by hand one may have been taken away. */
  private static PartyId countryOf(NamedPerson visitor) {
    return visitor.party() == null ? HOST : visitor.party();
  }

  /** The same visitor from the same country, beginning on the same day. */
  private void findDoubles() {
    Map<List<String>, Visit> first = new HashMap<>();
    for (VisitFile file : files) {
      for (Visit visit : file.visits()) {
        List<String> key =
            AsRead.words(
                List.of(visit.visitor(), visit.country().value(), visit.start().toString()));
        Visit other = first.putIfAbsent(key, visit);
        if (other != null) {
          doubles.put(visit, other);
          doubles.put(other, visit);
        }
      }
    }
  }

  private void draft(Visit visit, VisitFile file) {
    try {
      registrations.party(visit.country(), visit.origin());
      into.accept(drafted(visit, file));
    } catch (InvalidValue fault) {
      into.accept(new RejectedRecord(visit.file(), visit.line(), null, fault));
    }
  }

  private ParsedRecord drafted(Visit visit, VisitFile file) {
    List<String> flags = new ArrayList<>(visit.doubts());
    Visit other = doubles.get(visit);
    if (other != null) {
      flags.add("visits %d and %d look like one entered twice".formatted(visit.id(), other.id()));
    }
    VisitOnRecord before = found.get(visit);
    Provenance provenance =
        new Provenance(
            null,
            "The source has the visitor from %s.".formatted(visit.countryName()),
            List.of(source(file, visit.locator())));
    TripId id = before == null ? id(visit) : before.trip().trip();
    RecordTrip command = command(id, visit);
    String key = ContentKey.of(VISIT, id.value(), visit.content());
    Draft draft = new Draft(key, command, provenance, visit.origin(), flags, false);
    if (before == null) {
      return draft;
    }
    return isTold(before, visit) ? new UnchangedRecord(draft) : again(draft, before, visit, file);
  }

  private static ParsedRecord again(
      Draft draft, VisitOnRecord before, Visit visit, VisitFile file) {
    String otherwise = difference(before, visit, file);
    if (!before.yieldsTo(file.release())) {
      return new UnchangedRecord(
          draft.flagged(
              "left as entry %d has it, which was entered by hand or from a later release: %s"
                  .formatted(before.entry(), otherwise)));
    }
    List<String> flags = new ArrayList<>(draft.flags());
    flags.add(otherwise);
    return new Draft(
        ContentKey.of(CORRECTION, before.trip().trip().value(), before.entry(), visit.content()),
        UnreadCorrection.correcting(before.entry(), draft.command(), otherwise),
        draft.provenance(),
        draft.origin(),
        flags,
        false);
  }

  private Draft retraction(VisitOnRecord gone, VisitFile file) {
    String trip = gone.trip().trip().value();
    String reason =
        "%s, as last changed on %s, no longer has this visit"
            .formatted(file.name(), file.release());
    return new Draft(
        ContentKey.of(RETRACTION, trip, gone.entry(), List.of(String.valueOf(file.release()))),
        UnreadCorrection.retracting(gone.entry(), reason),
        new Provenance(null, reason, List.of(source(file, file.name()))),
        "trips/" + trip,
        List.of(reason),
        false);
  }

  /** A visit under its number in a release; or all of a file of one, for what it does not say. */
  private static Source source(VisitFile file, String locator) {
    return OfficeOfTheHistorian.source(PUBLICATION, file.release(), locator, null);
  }

  private static RecordTrip command(TripId id, Visit visit) {
    Stop stop = new Stop(HOST, COUNTRY, List.of(), visit.dates(), note(visit));
    return new RecordTrip(
        id,
        new NamedPerson(visit.visitor(), null, visit.country()),
        null,
        null,
        List.of(stop),
        HOST,
        visit.kind());
  }

  private static @Nullable String note(Visit visit) {
    return visit.description().isEmpty() ? null : visit.description();
  }

  /** By the day and the visitor; a second one of that name has a number. */
  private TripId id(Visit visit) {
    TripId id = next(visit);
    while (known.holds(id)
        && !known.wasTakenIn(ContentKey.of(VISIT, id.value(), visit.content()))) {
      id = next(visit);
    }
    return id;
  }

  private TripId next(Visit visit) {
    String text = "%s-%s".formatted(Prose.slug(visit.visitor()), visit.start());
    int most = ID_LENGTH - visit.start().toString().length();
    String base =
        text.length() <= ID_LENGTH
            ? text
            : Prose.slug(visit.visitor()).substring(0, most - 1) + "-" + visit.start();
    int given = idsGiven.merge(base, 1, Integer::sum);
    return new TripId(given == 1 ? base : base + "-" + given);
  }

  private static boolean isTold(VisitOnRecord on, Visit now) {
    return isOfVisitor(on, now)
        && on.trip().stops().size() == 1
        && stop(on).dates().equals(now.dates())
        && isSaid(stop(on).note(), now.description())
        && on.trip().visitKind() == now.kind();
  }

  private static boolean isOfVisitor(VisitOnRecord on, Visit now) {
    return isOfCountry(on, now) && AsRead.same(on.visitor().toString(), now.visitor());
  }

  private static boolean isOfCountry(VisitOnRecord on, Visit now) {
    return now.country().equals(on.visitor().party());
  }

  private static boolean isSaid(@Nullable String before, String now) {
    return AsRead.same(before == null ? "" : before, now);
  }

  private static Stop stop(VisitOnRecord on) {
    return on.trip().stops().getFirst();
  }

  private static String difference(VisitOnRecord before, Visit now, VisitFile file) {
    List<String> found = new ArrayList<>();
    field(found, "visitor", before.visitor().toString(), now.visitor());
    field(found, "dates", stop(before).dates().text(), now.dates().text());
    field(found, "description", String.valueOf(stop(before).note()), String.valueOf(note(now)));
    field(found, "kind", before.trip().visitKind(), now.kind());
    String words =
        "%s, as last changed on %s, has it otherwise: %s"
            .formatted(file.name(), file.release(), String.join("; ", found));
    return words.length() <= Require.TEXT_LIMIT ? words : words.substring(0, Require.TEXT_LIMIT);
  }

  private static void field(
      List<String> found, String name, @Nullable Object before, @Nullable Object now) {
    if (!Objects.equals(before, now)) {
      found.add("%s \"%s\", not \"%s\"".formatted(name, now, before));
    }
  }
}
