package org.chancery.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.chancery.command.CommandReader.Envelope;
import org.chancery.command.reference.Directory;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that mean no good are problems of their sender, and the answer can always be written. */
class HostileCommandTest {
  private final CommandReader reader = new CommandReader(new Directory());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "null",
        "[]",
        "\"text\"",
        "{",
        "{\"a\":}",
        "{'a':1}",
        "{\"a\":1} {\"b\":2}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"\\ud800\":1,\"\\ud800\":2}}",
        "{\"\\ud800\":1}",
        "{\"a\":NaN}",
        "{\"a\":\u0000}",
        "{\"a\":\"\u0000\"}"
      })
  void whatIsNoJsonObjectIsUnreadable(String body) {
    assertUnreadable(body.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<String> tooMuch() {
    return Stream.of(
        "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
        "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000),
        "{\"a\":" + "9".repeat(100_000) + "}",
        "{\"a\":\"" + "x".repeat(1_100_000) + "\"}");
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void whatIsDeeperOrLongerThanAnyCommandIsUnreadable(String body) {
    assertUnreadable(body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"e9", "c0af", "e080af", "eda080", "eda080edb080", "f4908080", "c3", "ff"})
  void whatIsNotUtf8IsUnreadable(String hex) {
    assertUnreadable(HexFormat.of().parseHex("7b2261223a22" + hex + "227d")); // {"a":"..."}
  }

  @Test
  void jsonIsUtf8AndNothingElse() {
    assertUnreadable("{\"a\":1}".getBytes(StandardCharsets.UTF_16));
    assertUnreadable("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE));
    assertThat(reader.parse("\uFEFF{\"a\":1}".getBytes(StandardCharsets.UTF_8)).size())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"meeting\":\"\\ud800\",\"scheduledFor\":\"\\udfff\"}",
        "{\"meeting\":\"m\\u0000\",\"scheduledFor\":\"2018\\u0000\"}",
        "{\"meeting\":1e999999999,\"scheduledFor\":-0.0}",
        "{\"meeting\":{\"$ref\":\"x\"},\"scheduledFor\":[[[]]]}",
        "{\"@class\":\"java.lang.Runtime\",\"meeting\":\"m\",\"scheduledFor\":\"2018\"}",
        "{\"meeting\":\"m\",\"scheduledFor\":\"2018\",\"provenance\":[]}",
        "{\"meeting\":\"m\",\"scheduledFor\":\"2018\",\"provenance\":\"trust me\"}"
      })
  void whatIsJsonAndNoCommandIsMeaningless(String body) {
    Problem problem = problem("RescheduleMeeting", body.getBytes(StandardCharsets.UTF_8));

    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.errors()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "x\u0000", "../../etc"})
  void aCommandOfAnImpossibleNameIsUnknown(String name) {
    assertThat(problem(name, "{}".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(404);
  }

  @Test
  void aCommandOfAnEndlessNameIsQuotedBriefly() {
    assertThat(problem("x".repeat(100_000), "{}".getBytes(StandardCharsets.UTF_8)).detail())
        .hasSizeLessThan(100);
  }

  @Test
  void ofManyFaultsAHundredAreTold() {
    StringBuilder body = new StringBuilder("{\"a\":1");
    for (int i = 0; i < 5_000; i++) {
      body.append(",\"field").append(i).append("\":1");
    }

    Problem problem =
        problem("RescheduleMeeting", body.append('}').toString().getBytes(StandardCharsets.UTF_8));

    assertThat(problem.errors()).hasSize(100);
  }

  private void assertUnreadable(byte[] body) {
    Problem problem = problem("RescheduleMeeting", body);

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.code()).isEqualTo("UNREADABLE");
  }

  private Problem problem(String command, byte[] body) {
    Problem problem =
        catchThrowableOfType(
                ProblemException.class,
                () ->
                    reader.read(
                        command, reader.parse(body), new Envelope("tester", null, null, null)))
            .problem();
    assertThat(LedgerJson.mapper().writeValueAsBytes(problem)).isNotEmpty();
    return problem;
  }
}
