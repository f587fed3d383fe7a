package org.chancery.query.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.axonframework.serialization.SerializationException;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalParts;
import org.chancery.journal.JournalSerializer;
import org.chancery.query.search.IndexFiles.Reached;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.LedgerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes entries into an index, and ends in known time what later ones supersede. */
final class EntryIndexing {
  private static final Logger log = LoggerFactory.getLogger(EntryIndexing.class);
  private static final int BATCH = 1_000;

  private final Journal journal;
  private final JournalSerializer serializer;

  EntryIndexing(JournalParts parts) {
    this.journal = parts.journal();
    this.serializer = parts.serializer();
  }

  /** Takes the next entries in, as far as there are any. */
  void advance(IndexFiles index) throws IOException {
    for (Entry entry : journal.after(index.reached().position(), BATCH)) {
      take(entry, index);
      index.reach(new Reached(entry.position(), entry.id()));
    }
  }

  private void take(Entry entry, IndexFiles index) throws IOException {
    try {
      LedgerEvent event = read(entry);
      if (event instanceof EntryEvent) {
        amend(entry, index);
      }
      index.add(EntryDocument.of(entry, event, entry.position()));
    } catch (SerializationException | IllegalArgumentException cannot) {
      log.error("the search index lacks entry {}", entry.position(), cannot);
      index.add(EntryDocument.lacking(entry));
    }
  }

  /** True where an entry that could not be taken in can be by now. */
  boolean isLegible(long position) {
    try {
      return journal.at(position).map(this::read).isPresent();
    } catch (SerializationException still) {
      return false;
    }
  }

  private LedgerEvent read(Entry entry) {
    return serializer.read(entry.name(), entry.revision(), entry.payload());
  }

  /** Which entries cease to be in force, and which are again. */
  private void amend(Entry last, IndexFiles index) throws IOException {
    Standing before = new Standing();
    List<Entry> history = journal.ofSubject(last.subject().toString(), 0, Integer.MAX_VALUE);
    for (Entry entry : history) {
      if (entry.position() == last.position()) {
        break;
      }
      before.take(entry, read(entry));
    }
    Map<Long, Long> inForce = Map.copyOf(before.since);
    before.take(last, read(last));
    for (Map.Entry<Long, Long> each : inForce.entrySet()) {
      if (!before.since.containsKey(each.getKey())) {
        index.end(version(each), last.position());
      }
    }
    for (Entry entry : history) {
      boolean again = before.since.containsKey(entry.position());
      if (again && !inForce.containsKey(entry.position()) && entry.position() != last.position()) {
        index.add(EntryDocument.of(entry, read(entry), last.position()));
      }
    }
  }

  private static Term version(Map.Entry<Long, Long> inForce) {
    return EntryDocument.version(inForce.getKey(), inForce.getValue());
  }

  /** The entries of a subject that are in force, each with the position since which it is. */
  private static final class Standing {
    final Map<Long, Long> since = new HashMap<>();
    private EffectiveHistory<LedgerEvent> history = EffectiveHistory.byPosition(LedgerEvent.class);
    private Map<Long, Long> superseded = Map.of();

    void take(Entry entry, LedgerEvent event) {
      history = history.with(entry.position(), event);
      if (event instanceof EntryEvent) {
        Map<Long, Long> now = history.superseded();
        now.keySet().forEach(since::remove);
        superseded.keySet().stream()
            .filter(position -> !now.containsKey(position))
            .forEach(position -> since.put(position, entry.position()));
        superseded = now;
      }
      if (!superseded.containsKey(entry.position())) {
        since.put(entry.position(), entry.position());
      }
    }
  }
}
