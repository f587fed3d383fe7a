package org.chancery.query.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.OfSubjects;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.readmodel.Selection.Through;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened or is to happen.
 *
 * @param date when, as recorded
 * @param from the first day on which it may have begun, or null where no beginning is known
 * @param to the last day on which it may have ended, or null where no end is known
 * @param name the permanent name of the event that says so
 * @param subject the address of what it belongs to
 * @param expected true where it is to happen and nothing on record says that it did or did not
 * @param entries the positions that it rests on
 */
public record HappeningView(
    EdtfSpan date,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    String name,
    String subject,
    String summary,
    List<PartyId> parties,
    List<OfficialId> officials,
    boolean expected,
    List<Long> entries)
    implements OfSubjects {
  /** What the path of a subject follows in its address. */
  static final String ROOT = "/api/";

  /** The first, for it has most to do: in a rebuild, the first folds while others are read. */
  public static final ReadModelSpec<LedgerEvent, HappeningView> READ_MODEL =
      ReadModelSpec.of("happening", LedgerEvent.class, HappeningView.class, TimelineItems::versions)
          .indexedBy("party", "official", Through.NAME)
          .first();

  @Override
  public Stream<Subject> subjects() {
    return Stream.of(Subject.parse(subject.substring(ROOT.length())));
  }

  /** The same of further parties, as these entries say. */
  HappeningView among(List<PartyId> all, List<Long> citing) {
    return new HappeningView(
        date, from, to, name, subject, summary, all, officials, expected, citing);
  }

  HappeningView worded(String words) {
    return new HappeningView(
        date, from, to, name, subject, words, parties, officials, expected, entries);
  }

  /** As it reads on the day: what was to happen by then may have or not. */
  HappeningView on(LocalDate day) {
    return expected && to != null && to.isBefore(day)
        ? worded(summary + "; that day has passed, and no outcome is on record")
        : this;
  }
}
