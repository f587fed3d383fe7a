package org.chancery.shared.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.InvalidValues.assertInvalid;
import static org.chancery.shared.RefusalCode.INVALID_FIELDS;
import static org.chancery.shared.RefusalCode.SOURCE_REQUIRED;

import java.util.List;
import org.chancery.shared.precondition.Require;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvenanceTest {
  private static final Source CABLE = source("Telegram 511");

  @Test
  void aSourceIsEnough() {
    Provenance provenance = new Provenance(null, " ", List.of(CABLE));

    assertThat(provenance.sources()).containsExactly(CABLE);
    assertThat(provenance.rationale()).isNull();
  }

  @Test
  void anAuthorityThatGivesItsRationaleIsEnough() {
    Provenance provenance = new Provenance("Protocol Office", " as agreed ", List.of());

    assertThat(provenance.rationale()).isEqualTo("as agreed");
  }

  @ParameterizedTest
  @CsvSource({",", "Protocol Office,", ",as agreed", "' ',as agreed", "Protocol Office,' '"})
  void nothingLessIs(@Nullable String authority, @Nullable String rationale) {
    assertInvalid(SOURCE_REQUIRED, () -> new Provenance(authority, rationale, List.of()));
  }

  @Test
  void aSourceIsCitedOnce() {
    assertInvalid(
        INVALID_FIELDS, () -> new Provenance(null, null, List.of(CABLE, source(" Telegram 511 "))));
  }

  @Test
  void aSourceHasATitle() {
    assertInvalid(INVALID_FIELDS, () -> source(" ")).startsWith("title: ");
  }

  @Test
  void aQuoteIsShort() {
    String longest = "x".repeat(Require.TEXT_LIMIT);

    assertThat(quoting(longest).quote()).isEqualTo(longest);
    assertInvalid(INVALID_FIELDS, () -> quoting(longest + "x")).startsWith("quote: ");
  }

  @Test
  void whatIsBlankInASourceIsLeftOut() {
    assertThat(new Source("Telegram 511", " ", null, "", "\n", "\t")).isEqualTo(CABLE);
  }

  private static Source source(String title) {
    return new Source(title, null, null, null, null, null);
  }

  private static Source quoting(String quote) {
    return new Source("Telegram 511", null, null, null, quote, null);
  }
}
