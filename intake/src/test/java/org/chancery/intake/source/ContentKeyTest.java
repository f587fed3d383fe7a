package org.chancery.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentKeyTest {

  @Test
  void theSameContentHasTheSameKey() {
    assertThat(key("a", "b")).isEqualTo(key("a", "b")).matches("trip:x:[0-9a-f]{16}");
  }

  @Test
  void whereOnePartEndsMatters() {
    assertThat(key("a", "bc")).isNotEqualTo(key("ab", "c")).isNotEqualTo(key("abc"));
  }

  private static String key(String... content) {
    return ContentKey.of("trip", "x", List.of(content));
  }
}
