package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules, and each rule is seen to fail where it is broken on purpose. */
class HouseTest {
  private static final String ROOT = "org.chancery";
  private static final String BROKEN = ROOT + ".app.violations";
  private static final JavaClasses HOUSE = House.standing();
  private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(BROKEN);

  @ParameterizedTest
  @MethodSource("org.chancery.app.House#rules")
  void theHouseKeepsTheRule(House.Rule rule) {
    rule.check();
  }

  @ParameterizedTest
  @MethodSource("org.chancery.app.House#rules")
  void theRuleFailsWhereItIsBroken(House.Rule rule) {
    assertThat(rule.of().apply(new House(BROKEN)).evaluate(VIOLATIONS).hasViolation()).isTrue();
  }

  @Test
  void noPackageStandsInTwoModules() {
    assertThat(Packages.split(HOUSE)).isEmpty();
    JavaClasses withTests = new ClassFileImporter().importPackages(ROOT + ".app");
    assertThat(Packages.split(withTests)).contains(ROOT + ".app.cli");
  }

  @Test
  void everyPackageSaysThatNothingInItIsNull() {
    assertThat(Packages.unmarked(HOUSE)).isEmpty();
    assertThat(Packages.unmarked(VIOLATIONS)).contains(BROKEN + ".bench");
  }

  @Test
  void theReadModelsShowFewTypes() {
    assertThat(Packages.shown(HOUSE, ROOT + ".readmodel")).hasSizeLessThanOrEqualTo(15);
    assertThat(Packages.shown(VIOLATIONS, BROKEN + ".readmodel")).containsExactly("Rows");
  }

  @Test
  void allModulesAreLookedAt() {
    assertThat(HOUSE.stream().map(type -> type.getPackageName()))
        .contains(
            ROOT + ".shared",
            ROOT + ".journal",
            ROOT + ".seal",
            ROOT + ".command",
            ROOT + ".intake",
            ROOT + ".readmodel",
            ROOT + ".query");
  }
}
