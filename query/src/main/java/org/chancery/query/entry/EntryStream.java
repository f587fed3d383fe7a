package org.chancery.query.entry;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One who follows the journal. */
final class EntryStream {
  private static final int BATCH = 200;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Journal journal;
  private final Entries entries;
  private final SseEmitter emitter;
  private long position;

  EntryStream(Journal journal, Entries entries, SseEmitter emitter, long after) {
    this.journal = journal;
    this.entries = entries;
    this.emitter = emitter;
    this.position = after;
  }

  /** Sends until the client goes or the thread is interrupted. */
  void follow() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        if (sendNext() == 0) {
          rest();
        }
      }
      emitter.complete();
    } catch (InterruptedException stopping) {
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      emitter.completeWithError(gone);
    }
  }

  private int sendNext() throws IOException {
    List<Entry> batch = journal.after(position, BATCH);
    for (Entry entry : batch) {
      emitter.send(
          SseEmitter.event().id(Long.toString(entry.position())).data(entries.json(entry)));
      position = entry.position();
    }
    return batch.size();
  }

  /**
   * A silent connection is closed by what lies between, and a client gone is noticed by writing.
   */
  private void rest() throws InterruptedException, IOException {
    journal.head().awaitBeyond(position, HEARTBEAT);
    if (journal.refreshedHead().position() <= position) {
      emitter.send(SseEmitter.event().comment("still here"));
    }
  }
}
