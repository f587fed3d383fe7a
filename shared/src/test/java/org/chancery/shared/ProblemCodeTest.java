package org.chancery.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {
  private static final Path GLOSSARY = Path.of("..", "docs", "GLOSSARY.md");
  private static final Pattern ROW = Pattern.compile("\\| [A-Z_]+ \\| \\d{3} \\|.*");

  @Test
  void theGlossaryListsTheCatalogue() throws IOException {
    List<String> rows =
        Files.readAllLines(GLOSSARY).stream().filter(ROW.asMatchPredicate()).toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            ProblemCode.all().stream()
                .map(
                    code ->
                        "| %s | %d | %s |".formatted(code.name(), code.status(), code.meaning()))
                .toList());
  }

  @Test
  void aNameMeansOneThing() {
    assertThat(ProblemCode.all()).extracting(ProblemCode::name).doesNotHaveDuplicates();
  }

  @Test
  void aProblemHasTheStatusAndTheNameOfItsCode() {
    assertThat(ProblemCode.all())
        .allSatisfy(
            code -> {
              Problem problem = Problem.of(code, "so it is");
              assertThat(problem.status()).isEqualTo(code.status()).isBetween(400, 599);
              assertThat(problem.type()).isEqualTo("urn:chancery:problem:" + code.name());
              assertThat(problem.title().toUpperCase(Locale.ROOT).replace(' ', '_'))
                  .isEqualTo(code.name());
            });
    assertThat(Problem.of(RefusalCode.UNKNOWN_PARTY, "nobody").at(404).status()).isEqualTo(404);
  }
}
