package org.chancery.query.cited;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.shared.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitedTest {
  private record Remark(String text) {}

  @Test
  void anAddressNamesItsParties() {
    Cited cited = new Cited().in(new Remark("/api/relationships/russia/united-states"));

    assertThat(cited.parties).containsExactly("russia", "united-states");
    assertThat(cited.officials).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/", "/api//", "/api///", "/api/parties", "/api/officials/"})
  void aTextThatOnlyBeginsLikeAnAddressNamesNobody(String text) {
    Cited cited = new Cited().in(new Remark(text)).in(new Subject("meetings", "bonn-2017"));

    assertThat(cited.parties).isEmpty();
    assertThat(cited.officials).isEmpty();
  }
}
