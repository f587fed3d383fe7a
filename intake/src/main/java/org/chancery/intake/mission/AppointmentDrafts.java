package org.chancery.intake.mission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chancery.command.UnreadCorrection;
import org.chancery.intake.mission.AppointmentMatching.Told;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.source.UnchangedRecord;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.mission.MissionEvent.MissionDiscrepancyNoted;
import org.chancery.shared.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/** Drafts a step for each turn of an appointment, where the ledger does not tell it already. */
final class AppointmentDrafts {
  private final Consumer<ParsedRecord> into;
  private final Publication publication;
  private final @Nullable LocalDate release;
  private final Set<LedgerCommand> said = new HashSet<>();

  AppointmentDrafts(
      Consumer<ParsedRecord> into, Publication publication, @Nullable LocalDate release) {
    this.into = into;
    this.publication = publication;
    this.release = release;
  }

  /**
   * Drafts what the appointment asks of the ledger.
   *
   * @param known its turns on record; empty where there are none
   * @param flags why the appointment is suspicious; told with its first turn
   */
  void draft(Told told, Map<String, StatementOnRecord> known, List<String> flags) {
    List<String> doubts = flags;
    for (TermStatement statement : told.statements()) {
      StatementOnRecord before = known.get(statement.slot());
      if (!said.add(statement.command())) {
        into.accept(
            new UnchangedRecord(
                draft(told, statement, doubts).flagged("the release has it twice")));
      } else if (before == null) {
        into.accept(draft(told, statement, doubts));
      } else if (before.says(statement)) {
        into.accept(unchanged(told, statement, before, doubts));
      } else {
        change(told, statement, before, doubts);
      }
      doubts = List.of();
    }
    known.values().stream()
        .filter(turn -> told.statements().stream().noneMatch(said -> isOf(said, turn)))
        .filter(turn -> turn.yieldsTo(release))
        .forEach(turn -> retract(turn, told.appointment().origin()));
  }

  private static boolean isOf(TermStatement said, StatementOnRecord turn) {
    return said.slot().equals(TermStatement.slot(turn.event()));
  }

  private ParsedRecord unchanged(
      Told told, TermStatement statement, StatementOnRecord before, List<String> doubts) {
    Draft draft = draft(told, statement, doubts);
    return new UnchangedRecord(
        before.event() instanceof MissionDiscrepancyNoted noted
            ? draft.keptAsDiscrepancy(noted.reason())
            : draft);
  }

  private void change(
      Told told, TermStatement statement, StatementOnRecord before, List<String> doubts) {
    if (!before.yieldsTo(release)) {
      String left =
          "left as entry %d has it: it was entered by hand or from a later release"
              .formatted(before.entry());
      into.accept(new UnchangedRecord(draft(told, statement, doubts).flagged(left)));
    } else if (before.isDiscrepancy()) {
      retract(before, told.appointment().origin());
      into.accept(draft(told, statement, doubts));
    } else {
      into.accept(correction(told, statement, before, doubts));
    }
  }

  private Draft correction(
      Told told, TermStatement statement, StatementOnRecord before, List<String> doubts) {
    String reason =
        "The release of %s has %s, not %s"
            .formatted(Objects.toString(release, "an unknown day"), said(statement), before.on());
    List<String> flags = Stream.concat(doubts.stream(), Stream.of(reason)).toList();
    return new Draft(
        AppointmentKeys.correction(
            told.appointment().id(), before.entry(), content(told, statement)),
        UnreadCorrection.correcting(before.entry(), statement.command(), reason),
        provenance(told, statement),
        told.appointment().origin(),
        flags,
        false);
  }

  private static String said(TermStatement statement) {
    return "%s on %s".formatted(statement.slot().replace('_', ' '), statement.on());
  }

  /** What is on record and not in a release was a mistake of the source; the last turn first. */
  void retract(Map<String, StatementOnRecord> gone, String origin) {
    gone.values().stream()
        .filter(turn -> turn.yieldsTo(release))
        .sorted(Comparator.comparingLong(StatementOnRecord::entry).reversed())
        .forEach(turn -> retract(turn, origin));
  }

  private void retract(StatementOnRecord gone, String origin) {
    String reason =
        "The release of %s no longer has this"
            .formatted(Objects.toString(release, "an unknown day"));
    into.accept(
        new Draft(
            AppointmentKeys.retraction(gone.record(), gone.entry(), String.valueOf(release)),
            UnreadCorrection.retracting(gone.entry(), reason),
            new Provenance(null, reason, List.of(publication.source(gone.record(), release, null))),
            origin,
            List.of(reason),
            false));
  }

  private Draft draft(Told told, TermStatement statement, List<String> flags) {
    return new Draft(
        AppointmentKeys.turn(told.appointment().id(), content(told, statement)),
        statement.command(),
        provenance(told, statement),
        told.appointment().origin(),
        flags,
        false);
  }

  private static List<String> content(Told told, TermStatement statement) {
    List<String> content = new ArrayList<>();
    content.add(told.appointment().file());
    content.add(told.record());
    content.add(statement.command().toString());
    return content;
  }

  private Provenance provenance(Told told, TermStatement statement) {
    Appointment appointment = told.appointment();
    boolean first = statement.equals(told.statements().getFirst());
    String quote =
        Stream.of(statement.quote(), first ? appointment.note() : null)
            .filter(Objects::nonNull)
            .distinct()
            .reduce((note, other) -> note + " " + other)
            .orElse(null);
    String locator = appointment.file() + ", " + told.record();
    return new Provenance(null, null, List.of(publication.source(locator, release, quote)));
  }
}
