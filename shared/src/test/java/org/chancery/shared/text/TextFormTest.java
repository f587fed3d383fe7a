package org.chancery.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextFormTest {

  @Test
  void accentsAreTheSameComposedOrCombined() {
    assertThat(TextForm.composed("Bogota\u0301")).isEqualTo("Bogot\u00e1");
    assertThat(TextForm.folded("BOGOTA\u0301")).isEqualTo(TextForm.folded("Bogot\u00e1"));
    assertThat(TextForm.folded("Bogota")).isNotEqualTo(TextForm.folded("Bogot\u00e1"));
  }

  @Test
  void spacesAreTheSameWhateverTheirWidth() {
    assertThat(TextForm.composed(" Ottawa\u00a0\u202f(Ontario)\u2003\n"))
        .isEqualTo("Ottawa (Ontario)");
    assertThat(TextForm.folded("Bo\u200bnn")).isEqualTo("bonn");
  }

  @Test
  void caseIsFoldedInEveryScript() {
    assertThat(TextForm.folded("STRASSE")).isEqualTo(TextForm.folded("Stra\u00dfe"));
    assertThat(TextForm.folded("\u0130zmir")).isEqualTo(TextForm.folded("i\u0307zmir"));
    assertThat(TextForm.folded("\u041a\u0418\u0415\u0412")).isEqualTo("\u043a\u0438\u0435\u0432");
  }

  @Test
  void aNameIsFoundWithoutItsAccents() {
    assertThat(TextForm.plain("C\u00f4te d\u2019Ivoire")).isEqualTo("cote d'ivoire");
    assertThat(TextForm.plain("\u0130stanbul, \u0141\u00f3d\u017a, \u00d8stby"))
        .isEqualTo("istanbul, lodz, ostby");
  }

  @Test
  void whatWasCutShortIsNobodysKey() {
    assertThat(TextForm.key("U.S.")).isEqualTo("us");
    assertThat(TextForm.key("US\u2026")).isNotEqualTo("us");
    assertThat(TextForm.key("US..")).isNotEqualTo("us");
  }
}
