package org.chancery.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.IntStream;
import org.chancery.command.CommandDispatcher;
import org.chancery.command.CommandReader;
import org.chancery.command.CommandReader.Envelope;
import org.chancery.command.Outcome;

/** A client that records meetings: what the command API does, from the bytes of the body on. */
record Meetings(CommandReader reader, CommandDispatcher dispatcher) {

  /** What a client sends. */
  record Request(String key, String body) {}

  /** The requests of these numbers, written beforehand as the bare database's rows are. */
  static List<Request> requests(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(number -> new Request("meeting-key-" + number, body(number)))
        .toList();
  }

  void hold(List<Request> requests) {
    for (Request request : requests) {
      Ledger.check(hold(request));
    }
  }

  private Outcome hold(Request request) {
    Envelope envelope = new Envelope("bench", request.key(), null, null);
    byte[] body = request.body().getBytes(UTF_8);
    return dispatcher.submit(reader.read("RecordMeetingHeld", reader.parse(body), envelope));
  }

  private static String body(int number) {
    return """
    {"meeting": "meeting-%d", "heldOn": "2017-02-%02d", "format": "working-lunch",
     "parties": ["party-1", "party-2"], "participants": [{"official": "official-1"}],
     "place": {"country": "party-3", "locality": "Baku"}, "topics": ["Syria", "Deconfliction"],
     "provenance": {"authority": "Records office", "rationale": "read out to the press",
       "sources": [{"title": "Readout of the meeting", "publisher": "Joint Staff",
         "published": "2017-02-16", "locator": "paragraph 2"}]}}\
    """
        .formatted(number, number % 28 + 1);
  }
}
