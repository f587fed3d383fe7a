package org.chancery.query.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import org.chancery.journal.Journal;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When meetings began, by their dates and by when they were recorded as held. */
@Component
public final class MeetingStarts {
  private static final long FIRST = 1;

  private final Journal journal;
  private final ZoneId zone;
  private volatile @Nullable LocalDate opened;

  /** In the zone of the clock stand the days that questions name. */
  MeetingStarts(Journal journal, Clock clock) {
    this.journal = journal;
    this.zone = clock.getZone();
  }

  /**
   * A meeting that was held had begun by the day of the last entry on it: which of them said so is
   * not asked, and later entries on other subjects tell nothing.
   */
  public Began of(MeetingView meeting) {
    Began told = Began.of(meeting.date());
    boolean open = meeting.heldOn() != null && told.earliest().isBefore(told.latest());
    return open && !surelyBeforeTheLedger(told) ? narrowed(told, meeting) : told;
  }

  private Began narrowed(Began told, MeetingView meeting) {
    return recordedOn(Collections.max(meeting.entries()))
        .flatMap(day -> told.within(EdtfSpan.BEGINNING, day))
        .orElse(told);
  }

  /** Of such a meeting no entry can tell anything, so the journal is spared the question. */
  private boolean surelyBeforeTheLedger(Began told) {
    LocalDate first = opened;
    if (first == null) {
      first = recordedOn(FIRST).orElse(EdtfSpan.BEGINNING);
      opened = first;
    }
    return told.surelyBefore(first);
  }

  private Optional<LocalDate> recordedOn(long position) {
    return journal.at(position).map(entry -> LocalDate.ofInstant(entry.recordedAt(), zone));
  }
}
