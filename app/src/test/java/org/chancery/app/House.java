package org.chancery.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;

/**
 * The rules of the house.
 *
 * @param root the package that holds the modules
 */
public record House(String root) {
  private static final String ROOT = "org.chancery";

  /** A rule, told by its name. */
  public record Rule(String name, Function<House, ArchRule> of) {

    /** Fails where the house as it stands on the class path does not keep the rule. */
    public void check() {
      of.apply(new House(ROOT)).check(standing());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** All rules. */
  public static Stream<Rule> rules() {
    return Stream.of(
        new Rule("command does not know query", House::commandDoesNotKnowQuery),
        new Rule("query does not know command", House::queryDoesNotKnowCommand),
        new Rule("read models and the seal know no diplomacy", House::baseKnowsNoDiplomacy),
        new Rule("the reading room shows answers alone", House::roomShowsAnswersAlone),
        new Rule("answers do without the reading room", House::answersDoWithoutTheRoom),
        new Rule("nothing knows the benchmarks", House::nothingKnowsTheBenchmarks),
        new Rule("shared rests on the JDK", House::sharedRestsOnTheJdk),
        new Rule("packages are free of cycles", House::packagesAreFreeOfCycles),
        new Rule("decisions are pure", House::decisionsArePure),
        new Rule("names say what things are", House::namesSayWhatThingsAre),
        new Rule("dates are of java.time", House::datesAreOfJavaTime));
  }

  /** The modules on the class path, without their tests. */
  public static JavaClasses standing() {
    return Standing.CLASSES;
  }

  private static final class Standing {
    static final JavaClasses CLASSES =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ROOT);
  }

  private String in(String module) {
    return root + "." + module + "..";
  }

  ArchRule commandDoesNotKnowQuery() {
    return noClasses().that().resideInAPackage(in("command")).should(know(in("query")));
  }

  ArchRule queryDoesNotKnowCommand() {
    return noClasses().that().resideInAPackage(in("query")).should(know(in("command")));
  }

  /** They could serve another ledger. */
  ArchRule baseKnowsNoDiplomacy() {
    return noClasses()
        .that()
        .resideInAnyPackage(in("readmodel"), in("seal"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    in("command"),
                    in("intake"),
                    in("query"),
                    in("shared.agreement"),
                    in("shared.conference"),
                    in("shared.cooperation"),
                    in("shared.meeting"),
                    in("shared.mission"),
                    in("shared.official"),
                    in("shared.party"),
                    in("shared.relationship"),
                    in("shared.sanction"),
                    in("shared.statement"),
                    in("shared.trip"))
                .or(named(PartyId.class, OfficialId.class, ConferenceId.class)));
  }

  /** A page that read rows could say what no answer says. */
  ArchRule roomShowsAnswersAlone() {
    return noClasses()
        .that()
        .resideInAPackage(in("room"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                in("readmodel"),
                in("seal"),
                in("command"),
                in("intake"),
                "java.sql..",
                "javax.sql.."));
  }

  ArchRule answersDoWithoutTheRoom() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(in("room"), in("app"))
        .should(know(in("room")));
  }

  ArchRule nothingKnowsTheBenchmarks() {
    return noClasses().that().resideOutsideOfPackage(in("bench")).should(know(in("bench")));
  }

  /** What every module speaks rests on nothing that could be replaced one day. */
  ArchRule sharedRestsOnTheJdk() {
    return classes()
        .that()
        .resideInAPackage(in("shared"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            in("shared"), "java..", "org.jspecify.annotations..", "org.axonframework.modelling..");
  }

  /** The root of a module is a package like any other. */
  ArchRule packagesAreFreeOfCycles() {
    return slices().assignedFrom(new ByPackage(root)).should().beFreeOfCycles();
  }

  private record ByPackage(String root) implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      if (!type.getPackageName().startsWith(root + ".")) {
        return SliceIdentifier.ignore();
      }
      String[] names = type.getPackageName().substring(root.length() + 1).split("\\.", -1);
      return SliceIdentifier.of(names[0], names.length == 1 ? "root" : names[1]);
    }

    @Override
    public String getDescription() {
      return "the packages of " + root;
    }
  }

  /** What decides, and what it decides with, gives the same answer for the same history. */
  ArchRule decisionsArePure() {
    return noClasses()
        .that(decide())
        .should()
        .dependOnClassesThat(
            codeIn(
                    "java.io..",
                    "java.nio..",
                    "java.net..",
                    "java.sql..",
                    "javax.sql..",
                    "org.springframework..",
                    "org.axonframework..",
                    "tools.jackson..")
                .or(named(Clock.class, java.util.Random.class, java.security.SecureRandom.class)))
        .orShould()
        .accessTargetWhere(asksForTheTimeOrChance());
  }

  ArchRule namesSayWhatThingsAre() {
    return noClasses().should().haveNameMatching(".*(Dto|DTO|Impl|Manager|Util|Utils|Helper)");
  }

  ArchRule datesAreOfJavaTime() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            named(Date.class, java.util.Calendar.class, java.text.SimpleDateFormat.class));
  }

  private com.tngtech.archunit.lang.ArchCondition<JavaClass> know(String packages) {
    return com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat(
        resideInAnyPackage(packages));
  }

  /** An annotation does nothing by itself. */
  private static DescribedPredicate<JavaClass> codeIn(String... packages) {
    return resideInAnyPackage(packages)
        .and(DescribedPredicate.describe("are no annotations", type -> !type.isAnnotation()));
  }

  private static DescribedPredicate<JavaClass> named(Class<?>... types) {
    Set<String> names = Set.copyOf(List.of(types).stream().map(Class::getName).toList());
    return DescribedPredicate.describe(
        "are one of " + names, type -> names.contains(type.getName()));
  }

  private DescribedPredicate<JavaClass> decide() {
    return DescribedPredicate.describe(
        "decide",
        type ->
            type.getPackageName().startsWith(root + ".shared")
                || (type.getPackageName().startsWith(root + ".command.")
                    && type.getMethods().stream().anyMatch(House::decides)));
  }

  /** The aggregates' shells hide theirs, and change what they hold. */
  private static boolean decides(com.tngtech.archunit.core.domain.JavaMethod method) {
    return Set.of("decide", "evolve").contains(method.getName())
        && !method.getRawReturnType().isEquivalentTo(void.class);
  }

  private static DescribedPredicate<JavaAccess<?>> asksForTheTimeOrChance() {
    Set<String> clocks = Set.of(Instant.class.getName(), LocalDate.class.getName());
    return DescribedPredicate.describe(
        "asks for the time or for chance",
        access -> {
          String owner = access.getTargetOwner().getName();
          String name = access.getTarget().getName();
          return (clocks.contains(owner) && name.equals("now"))
              || (owner.equals(UUID.class.getName()) && name.equals("randomUUID"))
              || (owner.equals(System.class.getName()) && !name.equals("arraycopy"))
              || (owner.equals(Math.class.getName()) && name.equals("random"));
        });
  }
}
