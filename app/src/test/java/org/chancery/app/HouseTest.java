package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules, and each rule is seen to fail where it is broken on purpose. */
@Tag("slow")
class HouseTest {
  private static final String ROOT = "org.chancery";
  private static final String BROKEN = ROOT + ".app.violations";
  private static final Sources SOURCES = Sources.ofModules();
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
  void aCircleThroughTheRootOfAModuleIsSeen() {
    JavaClasses query = new ClassFileImporter().importPackages(BROKEN + ".query");
    assertThat(new House(BROKEN).packagesAreFreeOfCycles().evaluate(query).hasViolation()).isTrue();
  }

  @Test
  void noSimpleNameStandsForTwoTypes(@TempDir Path broken) throws IOException {
    assertThat(SOURCES.repeatedNames()).isEmpty();
    Files.createFile(Files.createDirectory(broken.resolve("trip")).resolve("Place.java"));
    Files.createFile(Files.createDirectory(broken.resolve("meeting")).resolve("Place.java"));
    assertThat(Sources.under(broken).repeatedNames()).containsOnlyKeys("Place.java");
  }

  @Test
  void noFileIsLongerThan400Lines(@TempDir Path broken) throws IOException {
    assertThat(SOURCES.longFiles()).isEmpty();
    Files.writeString(broken.resolve("AtTheLimit.java"), "//\n".repeat(400));
    Path drawer = Files.writeString(broken.resolve("Drawer.java"), "//\n".repeat(401));
    assertThat(Sources.under(broken).longFiles()).containsExactly(drawer);
  }

  @Test
  void noMethodIsLongerThan30Lines(@TempDir Path broken) throws IOException {
    assertThat(SOURCES.longMethods()).isEmpty();
    Files.writeString(
        broken.resolve("Talk.java"),
        "class Talk {\n void brief() {\n%s }\n void endless() {\n%s }\n}\n"
            .formatted("  brief();\n".repeat(30), "  endless();\n".repeat(31)));
    assertThat(Sources.under(broken).longMethods()).containsExactly("Talk.endless: 31 lines");
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
            ROOT + ".query",
            ROOT + ".room");
    assertThat(SOURCES.files()).hasSizeGreaterThan(100);
  }
}
