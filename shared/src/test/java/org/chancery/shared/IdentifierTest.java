package org.chancery.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.InvalidValues.assertInvalid;
import static org.chancery.shared.RefusalCode.INVALID_ID;

import org.chancery.shared.meeting.MeetingId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "-", "bonn-2017-us-ru", "united-states"})
  void lowerCaseLettersDigitsAndHyphensMakeAnId(String value) {
    assertThat(new MeetingId(value)).hasToString(value);
  }

  @Test
  void anIdIsAtMost64Long() {
    assertThat(new PartyId("a".repeat(64)).value()).hasSize(64);

    assertInvalid(INVALID_ID, () -> new PartyId("a".repeat(65)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Bonn",
        "bonn_2017",
        "bonn 2017",
        "bonn/2017",
        "bonn\n",
        "b\0nn",
        "königsberg",
        "..",
        "\uFF42onn",
        "\u0661",
        "bonn\u200B"
      })
  void nothingElseDoes(String value) {
    assertInvalid(INVALID_ID, () -> new MeetingId(value));
  }

  @Test
  void theRefusalOfAnEndlessIdIsShort() {
    assertInvalid(INVALID_ID, () -> new PartyId("a".repeat(1_000_000))).hasSizeLessThan(200);
  }
}
