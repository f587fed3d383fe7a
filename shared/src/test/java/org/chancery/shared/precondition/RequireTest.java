package org.chancery.shared.precondition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.InvalidValues.assertInvalid;
import static org.chancery.shared.RefusalCode.INVALID_FIELDS;
import static org.chancery.shared.RefusalCode.REASON_REQUIRED;
import static org.chancery.shared.RefusalCode.SELF_RELATION;
import static org.chancery.shared.RefusalCode.TOO_FEW_PARTIES;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chancery.shared.PartyId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequireTest {
  private static final PartyId RUSSIA = new PartyId("russia");
  private static final PartyId GERMANY = new PartyId("germany");

  @Test
  void textIsKeptWithoutTheSpaceAroundIt() {
    assertThat(Require.text("note", " \u2003two\nlines\t")).isEqualTo("two\nlines");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u2003"})
  void blankTextSaysNothing(String blank) {
    assertInvalid(INVALID_FIELDS, () -> Require.text("note", blank)).startsWith("note: ");
    assertThat(Require.optionalText("note", blank)).isNull();
  }

  @Test
  void textOfTheFullLengthIsKeptAndLongerTextRefused() {
    String longest = "x".repeat(Require.TEXT_LIMIT);

    assertThat(Require.optionalText("note", longest + " ")).isEqualTo(longest);
    assertInvalid(INVALID_FIELDS, () -> Require.optionalText("note", longest + "x"))
        .hasSizeLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\0b", "\uD83D", "\uDD4A", "a\uDD4A\uD83Db"})
  void textThatNoDatabaseCouldKeepIsRefused(String text) {
    assertInvalid(INVALID_FIELDS, () -> Require.text("note", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Потсдам", "日本", "\uD83D\uDD4A"})
  void textOfAnyScriptIsKept(String text) {
    assertThat(Require.text("note", text)).isEqualTo(text);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void aReasonMustBeGiven(@Nullable String reason) {
    assertInvalid(REASON_REQUIRED, () -> Require.reason(reason));
  }

  @Test
  void aListLeftOutIsEmpty() {
    assertThat(Require.list("stops", null)).isEmpty();
    assertThat(Require.distinct("topics", null)).isEmpty();
    assertThat(Require.texts("topics", null)).isEmpty();
  }

  @Test
  void aListCannotChangeUnderTheCommandThatHoldsIt() {
    List<String> given = new ArrayList<>(List.of("arms control"));
    List<String> kept = Require.list("topics", given);

    given.clear();

    assertThat(kept).containsExactly("arms control").isUnmodifiable();
  }

  @Test
  void aListOf500IsKeptAndALongerOneRefused() {
    assertThat(Require.list("stops", Collections.nCopies(500, "x"))).hasSize(500);
    assertInvalid(INVALID_FIELDS, () -> Require.list("stops", Collections.nCopies(501, "x")));
  }

  @Test
  void nothingIsNamedTwice() {
    assertInvalid(INVALID_FIELDS, () -> Require.distinct("topics", List.of("a", "b", "a")));
    assertInvalid(INVALID_FIELDS, () -> Require.texts("topics", List.of("a", " a ")));
  }

  @Test
  void eachTextOfAListMustSaySomething() {
    assertThat(Require.texts("topics", List.of(" a", "b "))).containsExactly("a", "b");
    assertInvalid(INVALID_FIELDS, () -> Require.texts("topics", List.of("a", " ")));
  }

  @Test
  void partiesAreTwoOrMoreAndDifferent() {
    assertThat(Require.distinctParties(List.of(RUSSIA, GERMANY))).hasSize(2);
    assertInvalid(TOO_FEW_PARTIES, () -> Require.distinctParties(List.of()));
    assertInvalid(TOO_FEW_PARTIES, () -> Require.distinctParties(List.of(RUSSIA)));
    assertInvalid(SELF_RELATION, () -> Require.distinctParties(List.of(RUSSIA, RUSSIA)));
    assertInvalid(INVALID_FIELDS, () -> Require.distinctParties(List.of(RUSSIA, GERMANY, RUSSIA)));
  }
}
