package org.chancery.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.chancery.command.CommandReader.Envelope;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.command.Rehearsal.Settled;
import org.chancery.journal.Entry;
import org.chancery.journal.TestJournal;
import org.chancery.shared.ProblemException;
import org.chancery.shared.entry.LedgerEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two nodes decide at once on a few subjects that both change and a few codes that both give and
 * take. What comes of it must be what one ledger makes of the same commands, one after the other.
 * For longer than until it has seen enough: {@code -Dchancery.seconds=N}.
 */
@Tag("slow")
class ScaleOutTest {
  private static final int SECONDS = Integer.getInteger("chancery.seconds", 0);
  private static final Duration TIME = Duration.ofSeconds(SECONDS == 0 ? 10 : SECONDS);
  private static final int ENOUGH = SECONDS == 0 ? 250 : Integer.MAX_VALUE;
  private static final int CALLERS = 6;
  private static final int JUDGED = 250;

  private final Map<String, List<Entry>> acknowledged = new ConcurrentHashMap<>();
  private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();

  /**
   * A command that was refused.
   *
   * @param from the journal reached this position when it was handed in
   * @param to the journal reached this position when it was answered
   */
  private record Refusal(Request request, String code, long from, long to) {}

  /** A command as it is sent. */
  private record Request(String command, String body, String key) {

    Submission read(TestLedger at) {
      String json =
          "{%s, \"provenance\": {\"authority\": \"tester\", \"rationale\": \"a test\"}}"
              .formatted(body);
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      return at.reader()
          .read(command, at.reader().parse(bytes), new Envelope("tester", key, null, null));
    }
  }

  @Test
  void whatTwoNodesMakeTogetherIsWhatOneMakes() {
    var source = TestLedger.postgres();
    List<DomainEventMessage<?>> made = new ArrayList<>();
    try (TestLedger one = new TestLedger(source);
        TestLedger other = new TestLedger(source)) {
      long end = System.nanoTime() + TIME.toNanos();
      AtOnce.run(CALLERS, caller -> submitUntil(end, caller, caller % 2 == 0 ? one : other));

      one.parts().journal().refreshedHead();
      List<Entry> entries = one.parts().journal().after(0, Integer.MAX_VALUE);
      requireWhole(entries);
      one.parts()
          .engine()
          .readEvents(new GlobalSequenceTrackingToken(0), false)
          .forEach(event -> made.add((DomainEventMessage<?>) event));
    }
    assertThat(made.size()).isGreaterThan(50);
    assertThat(refusals.size()).isGreaterThan(20);
    judge(made);
  }

  private boolean submitUntil(long end, int caller, TestLedger at) {
    Random random = new Random(caller);
    for (int n = 0; System.nanoTime() < end && acknowledged.size() < ENOUGH; n++) {
      Request request = request(random, caller + "-" + n, at);
      long from = at.position();
      switch (outcome(at, request)) {
        case Recorded recorded -> acknowledged.put(request.key(), recorded.entries());
        case Refused(var problem) -> {
          long to = at.parts().journal().refreshedHead().position();
          refusals.add(new Refusal(request, problem.code(), from, to));
        }
      }
    }
    return true;
  }

  private static Outcome outcome(TestLedger at, Request request) {
    try {
      return at.dispatcher().submit(request.read(at));
    } catch (ProblemException unread) {
      return new Refused(unread.problem());
    }
  }

  private static Request request(Random random, String key, TestLedger at) {
    String party = "p" + random.nextInt(6);
    String code = "C" + random.nextInt(4);
    String meeting = "\"meeting\": \"m%d\"".formatted(random.nextInt(8));
    String day = "2017-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
    return switch (random.nextInt(10)) {
      case 0, 1 ->
          new Request(
              "RegisterParty",
              "\"party\": \"%s\", \"name\": \"x\", \"kind\": \"state\", \"codes\": [\"%s\"]"
                  .formatted(party, code),
              key);
      case 2, 3 ->
          new Request(
              "RetractEntry",
              "\"entry\": %d, \"reason\": \"wrong\""
                  .formatted(Math.max(1, at.position() - random.nextInt(12))),
              key);
      case 4, 5 ->
          new Request(
              "ScheduleMeeting",
              "%s, \"format\": \"bilateral\", \"parties\": [\"%s\", \"%s\"], \"scheduledFor\": \"%s\""
                  .formatted(meeting, code, "p" + random.nextInt(6), day),
              key);
      case 6 ->
          new Request("CancelMeeting", meeting + ", \"on\": \"2017\", \"reason\": \"x\"", key);
      default ->
          new Request(
              "RescheduleMeeting", meeting + ", \"scheduledFor\": \"%s\"".formatted(day), key);
    };
  }

  private void requireWhole(List<Entry> entries) {
    assertThat(entries)
        .extracting(Entry::position)
        .isEqualTo(LongStream.rangeClosed(1, entries.size()).boxed().toList());
    assertThat(entries).extracting(Entry::recordedAt).isSorted();
    assertThat(acknowledged.values().stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(entries);
    assertThat(refusals)
        .extracting(Refusal::code)
        .doesNotContain("VERSION_CONFLICT", "JOURNAL_UNAVAILABLE", "JOURNAL_STOPPED");
  }

  /** One ledger would have recorded each entry, and refused each refusal at some time between. */
  private void judge(List<DomainEventMessage<?>> made) {
    List<Refusal> open = new ArrayList<>(refusals.stream().limit(JUDGED).toList());
    try (TestLedger judge = new TestLedger()) {
      for (DomainEventMessage<?> event : made) {
        open.removeIf(refusal -> isRefused(judge, refusal));
        assertThat(refusalOf(judge, (LedgerEvent) event.getPayload()))
            .as("%s at %d", event.getPayload(), judge.position() + 1)
            .isNull();
        judge.publish(
            TestJournal.event(event.getSequenceNumber(), (LedgerEvent) event.getPayload()));
      }
      open.removeIf(refusal -> isRefused(judge, refusal));
    }
    assertThat(open).isEmpty();
  }

  private static boolean isRefused(TestLedger judge, Refusal refusal) {
    return refusal.from() <= judge.position()
        && judge.position() <= refusal.to()
        && refusal.code().equals(refusalOf(judge, refusal.request()));
  }

  private static @Nullable String refusalOf(TestLedger judge, Request request) {
    try {
      return codeOf(judge.dispatcher().rehearse(request.read(judge)));
    } catch (ProblemException unread) {
      return unread.problem().code();
    }
  }

  private static @Nullable String refusalOf(TestLedger judge, LedgerEvent event) {
    return codeOf(judge.dispatcher().rehearse(judge.submission(event.command())));
  }

  private static @Nullable String codeOf(Rehearsal rehearsal) {
    return rehearsal instanceof Settled(Refused(var problem)) ? problem.code() : null;
  }
}
