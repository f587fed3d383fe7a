package org.chancery.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvalidValueTest {
  private static final String EMOJI = "\uD83D\uDD4A";

  @Test
  void aShortTextIsQuotedWhole() {
    assertThat(InvalidValue.excerpt("3 March 2014")).isEqualTo("3 March 2014");
    assertThat(InvalidValue.excerpt("x".repeat(40))).isEqualTo("x".repeat(40));
  }

  @Test
  void aLongTextIsCutBetweenCharactersAndNeverWithinOne() {
    String text = "x".repeat(39) + EMOJI;

    assertThat(InvalidValue.excerpt(text)).isEqualTo(text);
    assertThat(InvalidValue.excerpt(text + EMOJI)).isEqualTo(text + "…");
  }

  @Test
  void whatNobodyCouldReadOrWriteIsMarked() {
    assertThat(InvalidValue.excerpt("2014\n\0\u001B\uD800")).isEqualTo("2014" + "\uFFFD".repeat(4));
  }

  @Test
  void whatIsWrongWithAFieldIsSaidAfterItsName() {
    InvalidValue invalid = new InvalidValue(RefusalCode.INVALID_FIELDS, "name", "at most 1: one");

    assertThat(invalid.field()).isEqualTo("name");
    assertThat(invalid.reason()).isEqualTo("at most 1: one");
    assertThat(invalid.detail()).isEqualTo("name: at most 1: one").isEqualTo(invalid.getMessage());
  }
}
