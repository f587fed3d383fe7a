package org.chancery.journal;

import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Nothing is appended any more: the disk failed to confirm a write, and operating systems may
 * forget what they failed to write and confirm the next attempt; or the tables have been changed by
 * somebody else, or have lost entries. That lasts until a restart; where it {@link #mayPass}, until
 * an embedded database has been opened again.
 */
public final class JournalStoppedException extends EventStoreException {
  private static final long serialVersionUID = 1L;

  /** True where the tables are not as they were left, so where the journal ends must be found. */
  private final boolean altered;

  private final boolean passing;

  /**
   * @param why what is the matter, and what helps
   */
  JournalStoppedException(String why, Throwable cause) {
    this(why, cause, false);
  }

  private JournalStoppedException(String why, Throwable cause, boolean altered) {
    super("the journal has stopped: " + why, cause);
    this.altered = altered;
    this.passing = false;
  }

  /** The head is not at the last entry: what was written next would stand beyond a hole. */
  static JournalStoppedException mismatch(long head, long last) {
    return stopped(
        "the head is at position %d and the last entry at position %d. Nothing is recorded beyond a"
            + " hole, and what stands is still read; ./chancery check names what is missing",
        head, last);
  }

  /** The database has not kept what it confirmed: a standby took over that lacked it, say. */
  static JournalStoppedException lost(long known, long kept) {
    return stopped(
        "entries that were confirmed are lost: the journal reached position %d, and its database"
            + " holds others or none from position %d on. What stands is still read; restart to"
            + " record on from there",
        known, kept + 1);
  }

  private static JournalStoppedException stopped(String why, long first, long second) {
    return new JournalStoppedException(
        why.formatted(first, second),
        new SQLException("the tables are not as they were left"),
        true);
  }

  /** The same for one more who learns of it. */
  JournalStoppedException(JournalStoppedException before) {
    super(before.getMessage(), before);
    this.altered = before.altered;
    this.passing = before.passing;
  }

  private JournalStoppedException(Throwable cause, String message) {
    super(message, cause);
    this.altered = false;
    this.passing = true;
  }

  /** Until an embedded database could be opened again, and looked through. */
  static JournalStoppedException forNow(String why, Throwable cause) {
    return new JournalStoppedException(
        cause,
        "the journal takes no entries for now: %s; it goes on by itself once it can"
            .formatted(why));
  }

  /** True where it may be over without a restart. */
  public boolean mayPass() {
    return passing;
  }

  boolean isOfAlteredTables() {
    return altered;
  }
}
