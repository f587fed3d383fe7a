package org.chancery.query.entry;

import org.chancery.journal.Journal;
import org.chancery.query.AsOfResolver;
import org.chancery.query.stream.SseBroadcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The journal as it grows, as server-sent events. */
@RestController
class EntryStreamApi {
  private final SseBroadcaster streams;
  private final Journal journal;
  private final Entries entries;

  EntryStreamApi(SseBroadcaster streams, Journal journal, Entries entries) {
    this.streams = streams;
    this.journal = journal;
    this.entries = entries;
  }

  /**
   * Each entry after a position and then each as it is recorded; the events' ids are the positions,
   * so a browser that lost the connection goes on where it was.
   */
  @GetMapping(
      path = "/api/entries/stream",
      produces = {MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.ALL_VALUE})
  SseEmitter stream(
      @RequestParam(defaultValue = "0") long after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last,
      HttpMethod method) {
    long begin = last == null ? after : last;
    if (begin > journal.refreshedHead().position()) {
      throw AsOfResolver.beyondTheHead(begin);
    }
    return streams.open(new EntryStream(journal, entries, begin), method);
  }
}
