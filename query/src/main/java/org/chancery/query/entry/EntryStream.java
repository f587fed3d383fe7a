package org.chancery.query.entry;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.query.stream.EventSource;
import org.chancery.query.stream.Subscriber;

/** Tells one listener of the entries after a position, and then of each as it is recorded. */
final class EntryStream implements EventSource {
  private static final int BATCH = 200;
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int SILENCE = 15;

  private final Journal journal;
  private final Entries entries;
  private long position;
  private int silent;

  EntryStream(Journal journal, Entries entries, long after) {
    this.journal = journal;
    this.entries = entries;
    this.position = after;
  }

  @Override
  public void to(Subscriber listener) throws IOException, InterruptedException {
    while (listener.isThere()) {
      if (sendNext(listener) > 0) {
        silent = 0;
      } else {
        rest(listener);
      }
    }
  }

  private int sendNext(Subscriber listener) throws IOException {
    List<Entry> batch = journal.after(position, BATCH);
    for (Entry entry : batch) {
      listener.send(Long.toString(entry.position()), entries.json(entry));
      position = entry.position();
    }
    return batch.size();
  }

  private void rest(Subscriber listener) throws InterruptedException, IOException {
    journal.head().awaitBeyond(position, LOOK);
    boolean nothing = journal.refreshedHead().position() <= position;
    if (nothing && ++silent == SILENCE) {
      silent = 0;
      listener.reassure();
    }
  }
}
