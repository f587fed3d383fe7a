package org.chancery.journal;

import java.util.List;
import org.chancery.shared.entry.LedgerEvent;

/** What ends a unit of work that was to append nothing: the entries that it would have made. */
public final class NotAppendedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Entry> entries;
  private final transient List<LedgerEvent> events;

  NotAppendedException(List<Entry> entries, List<LedgerEvent> events) {
    super("nothing was to be appended", null, false, false);
    this.entries = List.copyOf(entries);
    this.events = List.copyOf(events);
  }

  /** With a position, an instant and an id that say nothing. */
  public List<Entry> entries() {
    return entries;
  }

  public List<LedgerEvent> events() {
    return events;
  }
}
