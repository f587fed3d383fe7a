package org.chancery.query.explanation;

import java.time.LocalDate;
import java.util.List;
import org.chancery.query.entry.Origin;
import org.chancery.query.timeline.EventSummary;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.EntryEvent.AccountPreferred;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the chain.
 *
 * @param saying what it says, or what it takes back
 * @param supersededBy the link that superseded it by the point asked about, or null
 * @param retracted whether that was by retraction
 * @param reinstates the entries that stood again because of it
 * @param beside true of an account that stands, and that answers do not follow
 */
record ChainLink(
    Origin origin,
    LedgerEvent event,
    EventSummary saying,
    @Nullable Long supersededBy,
    boolean retracted,
    List<Long> reinstates,
    boolean beside) {

  long position() {
    return origin.position();
  }

  @Nullable Long supersedes() {
    return switch (event) {
      case EntryCorrected corrected -> corrected.entry();
      case EntryRetracted retracted -> retracted.entry();
      default -> null;
    };
  }

  @Nullable String reason() {
    return event instanceof EntryEvent amending ? amending.reason() : null;
  }

  boolean isRetraction() {
    return event instanceof EntryRetracted;
  }

  /** True where it tells of a fact, and not of an entry alone. */
  boolean isFact() {
    return !(event instanceof EntryRetracted || event instanceof AccountPreferred);
  }

  /** True where what it says counts: it was not superseded, takes nothing back, and is followed. */
  boolean speaks() {
    return supersededBy == null && isFact() && !beside;
  }

  /** True where its date leaves open whether it had happened by the day. */
  boolean isPendingOn(LocalDate day) {
    EdtfDate begins = begins();
    return begins != null && !day.isBefore(begins.earliest()) && day.isBefore(begins.latest());
  }

  boolean isAfter(LocalDate day) {
    EdtfDate begins = begins();
    return begins != null && day.isBefore(begins.earliest());
  }

  private @Nullable EdtfDate begins() {
    return saying.date() == null ? null : saying.date().start();
  }
}
