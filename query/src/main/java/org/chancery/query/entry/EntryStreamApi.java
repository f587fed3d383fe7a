package org.chancery.query.entry;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The journal as it grows, as server-sent events. */
@RestController
class EntryStreamApi {
  private final EntryStreams streams;

  EntryStreamApi(EntryStreams streams) {
    this.streams = streams;
  }

  /**
   * Each entry after a position and then each as it is recorded; the events' ids are the positions,
   * so a browser that lost the connection goes on where it was.
   */
  @Operation(summary = "Follow the journal (server-sent events)")
  @GetMapping(path = "/api/entries/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(
      @RequestParam(defaultValue = "0") long after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
    return streams.open(last == null ? after : last);
  }
}
