package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.chancery.journal.Imports.Import;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImportsTest {
  private static final ImportRun OLD = new ImportRun("travels", "travels-2020-11-19", "a");
  private static final ImportRun LATEST = new ImportRun("travels", "travels", "b");

  private int entries;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void importsAreNumberedByTheirFirstEntriesAndEndWithTheirLast(
      TestDatabase database, @TempDir Path folder) throws Exception {
    try (JournalParts parts = TestJournal.on(database.open(folder))) {
      Imports imports = new Imports(parts);
      append(parts, "by hand");
      append(parts, OLD.correlation());
      append(parts, "by hand");
      append(parts, LATEST.correlation());
      assertThat(imports.upTo(4))
          .containsExactly(new Import(1, OLD, 2, 2), new Import(2, LATEST, 4, 4));

      append(parts, OLD.correlation());
      append(parts, "by hand");

      assertThat(imports.upTo(6))
          .containsExactly(new Import(1, OLD, 2, 5), new Import(2, LATEST, 4, 4));
      assertThat(imports.upTo(4))
          .containsExactly(new Import(1, OLD, 2, 2), new Import(2, LATEST, 4, 4));
      assertThat(imports.upTo(1)).isEmpty();
    }
  }

  @Test
  void anImportWhoseEntriesTheJournalHasLostIsForgotten() throws Exception {
    try (JournalParts parts = TestJournal.inMemory()) {
      Imports imports = new Imports(parts);
      append(parts, OLD.correlation());
      Head.Point kept = parts.journal().head().point();
      append(parts, LATEST.correlation());
      assertThat(imports.upTo(2)).hasSize(2);

      parts.journal().head().goBack(kept);

      assertThat(imports.upTo(2)).containsExactly(new Import(1, OLD, 1, 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "travels-2020-11-19, travels-2020-11-19",
    "US Relations (2024).csv, us-relations-2024-.csv",
    "Поездки, ''",
    "..., ''"
  })
  void aSourceIsCalledByWhatOfItsNameCanStandInACorrelation(String name, String called) {
    assertThat(ImportRun.called(name)).isEqualTo(called);
  }

  @Test
  void anImportIsReadOffTheCorrelationThatItGives() {
    assertThat(ImportRun.in(OLD.correlation())).contains(OLD);
    assertThat(ImportRun.in("import:by hand")).isEmpty();
    assertThat(new ImportRun("a".repeat(16), "b".repeat(64), "c".repeat(36)).correlation())
        .hasSizeLessThanOrEqualTo(128);
  }

  private void append(JournalParts parts, String correlation) {
    String key = "entry-" + ++entries;
    Attribution by = TestJournal.attribution(key);
    parts
        .engine()
        .appendEvents(
            TestJournal.by(
                new Attribution(
                    by.commandId(),
                    by.command(),
                    by.digest(),
                    by.recordedBy(),
                    by.authority(),
                    by.rationale(),
                    by.sources(),
                    correlation,
                    by.causation()),
                key));
  }
}
