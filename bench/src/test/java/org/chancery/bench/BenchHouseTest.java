package org.chancery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.app.House;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules with the benchmarks in it, which the app cannot see. */
@Tag("slow")
class BenchHouseTest {

  @ParameterizedTest
  @MethodSource("org.chancery.app.House#rules")
  void theHouseKeepsTheRule(House.Rule rule) {
    rule.check();
  }

  @Test
  void theBenchmarksAreLookedAt() {
    assertThat(House.standing().contain(BenchHouseTest.class.getPackageName() + ".Ledger"))
        .isTrue();
  }
}
