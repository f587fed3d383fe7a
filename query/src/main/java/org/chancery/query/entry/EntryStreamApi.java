package org.chancery.query.entry;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.query.AsOfResolver;
import org.chancery.query.Filter;
import org.chancery.query.stream.EventSource;
import org.chancery.query.stream.SseBroadcaster;
import org.chancery.query.stream.Subscriber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The journal as it grows, as server-sent events. */
@RestController
class EntryStreamApi {
  private final SseBroadcaster streams;
  private final Journal journal;
  private final Entries entries;
  private final CloudEvents events;

  EntryStreamApi(SseBroadcaster streams, Journal journal, Entries entries, CloudEvents events) {
    this.streams = streams;
    this.journal = journal;
    this.entries = entries;
    this.events = events;
  }

  /** As what an entry is told. */
  enum StreamFormat {
    JSON,
    CLOUDEVENTS
  }

  /**
   * Each entry after a position and then each as it is recorded; the events' ids are the positions,
   * so a browser that lost the connection goes on where it was. With {@code format=cloudevents}
   * each is a CloudEvent.
   */
  @GetMapping(
      path = "/api/entries/stream",
      produces = {MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.ALL_VALUE})
  SseEmitter stream(
      @RequestParam(defaultValue = "0") long after,
      @Parameter(
              description = "As what an entry is told",
              schema = @Schema(implementation = StreamFormat.class))
          @RequestParam(required = false)
          @Nullable String format,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last,
      HttpMethod method) {
    long begin = last == null ? after : last;
    if (begin > journal.refreshedHead().position()) {
      throw AsOfResolver.beyondTheHead(begin);
    }
    URI server = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUri();
    Function<Entry, String> telling =
        Filter.chosen("format", format, StreamFormat.class) == StreamFormat.CLOUDEVENTS
            ? entry -> events.json(entry, server)
            : entries::json;
    return streams.open(new EntryStream(journal, telling, begin), method);
  }

  /** Tells one listener of the entries after a position, and then of each as it is recorded. */
  static final class EntryStream implements EventSource {
    private static final int BATCH = 200;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int SILENCE = 15;

    private final Journal journal;
    private final Function<Entry, String> telling;
    private long position;
    private int silent;

    EntryStream(Journal journal, Function<Entry, String> telling, long after) {
      this.journal = journal;
      this.telling = telling;
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
        listener.send(Long.toString(entry.position()), telling.apply(entry));
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
}
