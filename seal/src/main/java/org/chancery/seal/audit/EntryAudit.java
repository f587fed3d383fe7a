package org.chancery.seal.audit;

import java.time.Instant;
import java.util.List;
import org.chancery.journal.Entry;
import org.chancery.journal.Head.Point;
import org.chancery.journal.JournalSerializer;
import org.chancery.journal.JournalWalk;
import org.chancery.journal.JournalWalk.Line;
import org.chancery.journal.JournalWalk.Named;
import org.chancery.seal.audit.Fault.Kind;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.LedgerEvent;

/** Looks at each entry by itself, and at how it follows the one before. */
final class EntryAudit {
  private final JournalWalk journal;
  private final JournalSerializer serializer;
  private final Findings findings;
  private long last;
  private Instant recorded = Instant.EPOCH;

  /**
   * @param before the position of the entry before the first that is looked at
   */
  EntryAudit(JournalWalk journal, long before, JournalSerializer serializer, Findings findings) {
    this.journal = journal;
    this.last = before;
    journal.read(before).map(Entry::recordedAt).ifPresent(instant -> recorded = instant);
    this.serializer = serializer;
    this.findings = findings;
  }

  /** In order of position. */
  void on(Line line) {
    follow(line.position());
    switch (line) {
      case Line.Unread(long position, String why) -> findings.add(Kind.UNREADABLE, position, why);
      case Line.Read(Entry entry) -> read(entry);
    }
  }

  private void follow(long position) {
    if (position < 1) {
      findings.add(Kind.POSITION, 0, "an entry stands at %d".formatted(position));
      return;
    }
    if (position > last + 1) {
      findings.add(Kind.POSITION, last + 1, position - 1, "there is no entry");
    }
    last = position;
  }

  private void read(Entry entry) {
    if (entry.recordedAt().isBefore(recorded)) {
      findings.add(
          Kind.INSTANT,
          entry.position(),
          "recorded at %s, and the one before at %s".formatted(entry.recordedAt(), recorded));
    }
    recorded = entry.recordedAt();
    try {
      event(entry, serializer.read(entry.name(), entry.revision(), entry.payload()));
    } catch (RuntimeException | StackOverflowError unfit) {
      findings.add(Kind.PAYLOAD, entry.position(), "cannot be read: " + unfit.getMessage());
    }
  }

  private void event(Entry entry, LedgerEvent event) {
    if (!event.subject().equals(entry.subject())) {
      findings.add(
          Kind.PAYLOAD,
          entry.position(),
          "is about %s, and the entry about %s".formatted(event.subject(), entry.subject()));
    }
    if (event instanceof EntryEvent correction && !names(entry, correction)) {
      findings.add(
          Kind.CORRECTION,
          entry.position(),
          "names %d, which is no earlier entry of its subject".formatted(correction.entry()));
    }
  }

  private boolean names(Entry entry, EntryEvent correction) {
    Named named =
        new Named(entry.subject().toString(), correction.version() + 1); // counted from 0 there
    return correction.entry() < entry.position()
        && journal.named(correction.entry()).filter(named::equals).isPresent();
  }

  /** After the last one. */
  void end() {
    List<Point> heads = journal.heads();
    Point end = new Point(last, recorded);
    if (heads.size() != 1 || !heads.getFirst().equals(end)) {
      findings.add(
          Kind.HEAD,
          0,
          "the journal ends at position %d, recorded at %s, and the head says %s"
              .formatted(last, recorded, heads));
    }
  }
}
