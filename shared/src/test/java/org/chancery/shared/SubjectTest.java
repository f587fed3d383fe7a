package org.chancery.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.InvalidValues.assertInvalid;
import static org.chancery.shared.RefusalCode.INVALID_ID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {

  @ParameterizedTest
  @CsvSource({
    "meetings/bonn-2017-us-ru, meetings, bonn-2017-us-ru",
    "relationships/russia/united-states, relationships, russia/united-states"
  })
  void aPathIsAConceptAndAnId(String path, String concept, String id) {
    assertThat(Subject.parse(path)).isEqualTo(new Subject(concept, id)).hasToString(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "meetings", "meetings/", "/bonn"})
  void aPathWithoutBothNamesNoSubject(String path) {
    assertInvalid(INVALID_ID, () -> Subject.parse(path));
  }

  @Test
  void theRefusalOfAnEndlessPathIsShort() {
    assertInvalid(INVALID_ID, () -> Subject.parse("a".repeat(1_000_000))).hasSizeLessThan(200);
  }
}
