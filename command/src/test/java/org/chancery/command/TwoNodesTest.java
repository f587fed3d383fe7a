package org.chancery.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chancery.command.CommandReader.Envelope;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.journal.Entry;
import org.chancery.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes decide on one journal as one would. Neither has a thread that follows the other. */
@Tag("slow")
class TwoNodesTest {
  private static final int ROUNDS = 15;
  private static final String PROVENANCE =
      "\"provenance\": {\"authority\": \"tester\", \"rationale\": \"a test\"}";

  private TestLedger here;
  private TestLedger there;

  @BeforeEach
  void open() {
    var source = TestLedger.postgres();
    here = new TestLedger(source);
    there = new TestLedger(source);
    register(here, "france", "FR");
    register(here, "russia", "RU");
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  @Test
  void whatOneRegistersTheOtherUnderstandsByItsCode() {
    assertThat(schedule(there, "m", "FR", "RU")).isEqualTo("recorded");
    assertThat(there.entry(3).payload()).contains("\"france\"", "\"russia\"");
  }

  @Test
  void aCodeThatOneGaveIsRefusedByTheOther() {
    assertThat(register(there, "russian-empire", "RU")).isEqualTo("ALREADY_EXISTS");
  }

  @Test
  void whatOneRetractsTheOtherNamesNoMore() {
    assertThat(schedule(there, "m", "france", "russia")).isEqualTo("recorded");
    register(here, "atlantis", "AT");
    assertThat(schedule(there, "n", "france", "AT")).isEqualTo("recorded");
    assertThat(cited(there, "RetractEntry", 5)).isEqualTo("recorded");
    assertThat(cited(here, "RetractEntry", 4)).isEqualTo("recorded");

    assertThat(schedule(there, "o", "france", "AT")).isEqualTo("UNKNOWN_PARTY");
    register(here, "austria", "AT");
    assertThat(schedule(there, "o", "france", "AT")).isEqualTo("recorded");
    assertThat(there.entry(there.position()).payload()).contains("\"austria\"");
  }

  @Test
  void aPartyThatTheOtherNamesIsNotRetracted() {
    schedule(there, "m", "france", "russia");

    assertThat(cited(here, "RetractEntry", 1)).isEqualTo("CONFLICTS_WITH_LATER_ENTRY");
  }

  @Test
  void aCodeThatBothGiveAtOnceGoesToOne() {
    for (int round = 0; round < ROUNDS; round++) {
      String code = "C" + round;
      List<String> told =
          AtOnce.run(2, node -> register(node == 0 ? here : there, "p-" + node + code, code));

      assertThat(told).containsExactlyInAnyOrder("recorded", "ALREADY_EXISTS");
    }
  }

  @Test
  void whatOneRetractsWhileTheOtherNamesItIsEitherRetractedOrNamed() {
    for (int round = 0; round < ROUNDS; round++) {
      String meeting = "m" + round;
      register(here, "p" + round, "C" + round);
      register(there, "q" + round, "D" + round);
      long registered = here.position();
      String code = "C" + round;
      List<String> told =
          AtOnce.run(
              2,
              node ->
                  node == 0
                      ? cited(here, "RetractEntry", registered)
                      : schedule(there, meeting, "france", code));

      assertThat(told)
          .isIn(
              List.of("recorded", "UNKNOWN_PARTY"),
              List.of("CONFLICTS_WITH_LATER_ENTRY", "recorded"));
    }
  }

  @Test
  void whoNamesNoVersionIsNotRefusedForTheOthersEntries() {
    schedule(here, "m", "france", "russia");
    for (int turn = 1; turn < 6; turn++) {
      assertThat(reschedule(turn % 2 == 0 ? here : there, "2017-03-0" + turn, null))
          .isEqualTo("recorded");
    }
    assertThat(reschedule(here, "2017-04-01", 6L)).isEqualTo("recorded");
    assertThat(reschedule(there, "2017-04-02", 6L)).isEqualTo("VERSION_CONFLICT");
    assertThat(reschedule(there, "2017-04-02", 7L)).isEqualTo("recorded");
  }

  @Test
  void aRefusalRestsOnWhatTheOtherRecorded() {
    schedule(here, "m", "france", "russia");
    assertThat(
            submit(
                here, "CancelMeeting", "\"meeting\": \"m\", \"on\": \"2017\", \"reason\": \"x\""))
        .isEqualTo("recorded");
    assertThat(reschedule(here, "2017-03-01", null)).isEqualTo("MEETING_CANCELLED");
    assertThat(cited(there, "RetractEntry", 4)).isEqualTo("recorded");

    assertThat(reschedule(here, "2017-03-01", null)).isEqualTo("recorded");
  }

  @Test
  void aKeyThatOneUsedIsAnsweredByTheOther() {
    String meeting =
        "\"format\": \"bilateral\", \"parties\": [\"FR\", \"RU\"]," + " \"scheduledFor\": \"2017\"";
    Outcome first = outcome(here, "ScheduleMeeting", meeting, "key", null);
    Outcome again = outcome(there, "ScheduleMeeting", meeting, "key", null);

    assertThat(((Recorded) again).replayed()).isTrue();
    assertThat(TestLedger.entries(again)).isEqualTo(TestLedger.entries(first));
  }

  @Test
  void linesOfAListAreDecidedOnWhatTheOtherRecorded() {
    schedule(here, "m", "france", "russia");
    register(here, "austria", "AT");
    List<Submission> lines =
        List.of(
            read(there, "ScheduleMeeting", meeting("n", "AT", "FR"), null, null),
            read(
                there,
                "CancelMeeting",
                "\"meeting\": \"m\", \"on\": \"2017\", \"reason\": \"x\"",
                null,
                null),
            read(
                there,
                "CancelMeeting",
                "\"meeting\": \"none\", \"on\": \"2017\", \"reason\": \"x\"",
                null,
                null));

    assertThat(there.dispatcher().submit(lines))
        .extracting(TwoNodesTest::told)
        .containsExactly("recorded", "recorded", "UNKNOWN_SUBJECT");
    assertThat(there.parts().journal().after(0, 100)).extracting(Entry::position).hasSize(6);
  }

  private static String register(TestLedger at, String party, String code) {
    return submit(
        at,
        "RegisterParty",
        "\"party\": \"%s\", \"name\": \"%s\", \"kind\": \"state\", \"codes\": [\"%s\"]"
            .formatted(party, party, code));
  }

  private static String schedule(TestLedger at, String id, String one, String other) {
    return submit(at, "ScheduleMeeting", meeting(id, one, other));
  }

  private static String meeting(String id, String one, String other) {
    return ("\"meeting\": \"%s\", \"format\": \"bilateral\", \"parties\": [\"%s\", \"%s\"],"
            + " \"scheduledFor\": \"2017\"")
        .formatted(id, one, other);
  }

  private static String reschedule(TestLedger at, String day, @Nullable Long version) {
    String body = "\"meeting\": \"m\", \"scheduledFor\": \"%s\"".formatted(day);
    return told(outcome(at, "RescheduleMeeting", body, null, version));
  }

  private static String cited(TestLedger at, String command, long entry) {
    return submit(at, command, "\"entry\": %d, \"reason\": \"wrong\"".formatted(entry));
  }

  private static String submit(TestLedger at, String command, String body) {
    return told(outcome(at, command, body, null, null));
  }

  private static Outcome outcome(
      TestLedger at, String command, String body, @Nullable String key, @Nullable Long version) {
    try {
      return at.dispatcher().submit(read(at, command, body, key, version));
    } catch (ProblemException unread) {
      return new Refused(unread.problem());
    }
  }

  private static Submission read(
      TestLedger at, String command, String body, @Nullable String key, @Nullable Long version) {
    byte[] json = "{%s, %s}".formatted(body, PROVENANCE).getBytes(StandardCharsets.UTF_8);
    IfMatch ifMatch = version == null ? null : IfMatch.of(version);
    return at.reader()
        .read(command, at.reader().parse(json), new Envelope("tester", key, ifMatch, null));
  }

  private static String told(Outcome outcome) {
    return outcome instanceof Refused(var problem) ? problem.code() : "recorded";
  }
}
