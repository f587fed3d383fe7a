package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The journal's own code holds no way to change what stands in it. */
class ImmutabilityTest {
  private static final Path MAIN = Path.of("src", "main");
  private static final Pattern CHANGE =
      Pattern.compile(
          "\\b(update|delete from|delete|truncate|merge into|merge|drop|replace)\\s+(\"|\\w+)");

  /**
   * The head moves on; the seal writes its last parts anew as they fill; a key gives way to another
   * one; marks are made from entries, and anew. None of them is an entry.
   */
  private static final List<String> ALLOWED =
      List.of(
          "update head",
          "merge into mark",
          "merge into marked",
          "update marked",
          "delete from mark",
          "delete from marked",
          "update seal",
          "update seal_checkpoint",
          "delete from seal_chunk",
          "delete from seal_tile",
          "drop constraint");

  /** Of a migration that was cut short, before any entry: JournalSchemaTest sees that it is so. */
  private static final Path UNDO = MAIN.resolve(Path.of("resources", "db", "journal", "undo"));

  @Test
  void noSqlChangesAnEntry() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      assertThat(files.filter(Files::isRegularFile).filter(file -> !file.startsWith(UNDO)))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(changes(Files.readString(file)))
                      .as(file.toString())
                      .isSubsetOf(ALLOWED));
    }
  }

  @Test
  void thePatternKnowsAChangeWhenItSeesOne() {
    assertThat(changes("\"UPDATE entry set\"; \"delete from entry\""))
        .containsExactly("update entry", "delete from entry");
  }

  private static List<String> changes(String text) {
    return CHANGE
        .matcher(text.toLowerCase(Locale.ROOT).replaceAll("for update", ""))
        .results()
        .map(found -> found.group())
        .toList();
  }
}
