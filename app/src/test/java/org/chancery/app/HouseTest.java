package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules, and each rule is seen to fail where it is broken on purpose. */
class HouseTest {
  private static final String ROOT = "org.chancery";
  private static final String BROKEN = ROOT + ".app.violations";
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages(ROOT);
  private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(BROKEN);

  /** A rule, told by its name. */
  record Rule(String name, Function<House, ArchRule> of) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Rule> rules() {
    return Stream.of(
        new Rule("command does not know query", House::commandDoesNotKnowQuery),
        new Rule("query does not know command", House::queryDoesNotKnowCommand),
        new Rule("nothing knows the benchmarks", House::nothingKnowsTheBenchmarks),
        new Rule("shared rests on the JDK", House::sharedRestsOnTheJdk),
        new Rule("concepts are free of cycles", House::conceptsAreFreeOfCycles),
        new Rule("decisions are pure", House::decisionsArePure),
        new Rule("names say what things are", House::namesSayWhatThingsAre),
        new Rule("dates are of java.time", House::datesAreOfJavaTime));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theHouseKeepsTheRule(Rule rule) {
    rule.of().apply(new House(ROOT)).check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleFailsWhereItIsBroken(Rule rule) {
    assertThat(rule.of().apply(new House(BROKEN)).evaluate(VIOLATIONS).hasViolation()).isTrue();
  }

  @Test
  void noPackageStandsInTwoModules() {
    assertThat(Packages.split(HOUSE)).isEmpty();
    JavaClasses withTests = new ClassFileImporter().importPackages(ROOT + ".app");
    assertThat(Packages.split(withTests)).contains(ROOT + ".app");
  }

  @Test
  void everyPackageSaysThatNothingInItIsNull() {
    assertThat(Packages.unmarked(HOUSE)).isEmpty();
    assertThat(Packages.unmarked(VIOLATIONS)).contains(BROKEN + ".bench");
  }

  @Test
  void allModulesAreLookedAt() {
    assertThat(HOUSE.stream().map(type -> type.getPackageName()))
        .contains(ROOT + ".shared", ROOT + ".journal", ROOT + ".command", ROOT + ".query");
  }
}
