package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.query.search.SearchIndex;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The search index outlasts a start, is made anew where it cannot, and at will. */
@Tag("slow")
class SearchFilesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  enum Damage {
    CUT {
      @Override
      byte[] to(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
      }
    },
    EMPTIED {
      @Override
      byte[] to(byte[] file) {
        return new byte[0];
      }
    },
    CHANGED {
      @Override
      byte[] to(byte[] file) {
        file[file.length / 2] ^= 1;
        return file;
      }
    };

    abstract byte[] to(byte[] file);
  }

  private static void register(Http http, String official, String name) {
    http.command(
            "RegisterOfficial",
            "{\"official\": \"%s\", \"name\": \"%s\"}".formatted(official, name))
        .expect(201);
  }

  private static long found(Http http, String q) {
    long last = http.get("/api/journal").expect(200).json().path("position").asLong();
    String asked = "/api/search?q=%s&minPosition=%d".formatted(q, last);
    return await()
        .atMost(PATIENCE)
        .until(() -> http.get(asked), answer -> answer.status() != 503)
        .expect(200)
        .json()
        .path("total")
        .asLong();
  }

  private void recordAndClose() throws IOException {
    Ledger ledger = Ledger.start(folder, Map.of());
    register(ledger.http(), "kissinger-henry-a", "Henry Kissinger");
    assertThat(found(ledger.http(), "kissinger")).isOne();
    ledger.context().close();
  }

  private Map<Path, FileTime> files() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("search/live"))) {
      return all.filter(file -> file.toString().endsWith(".si"))
          .collect(Collectors.toMap(file -> file, SearchFilesTest::changed));
    }
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }

  @Test
  void afterARestartItGoesOnFromWhereItWas() throws IOException {
    recordAndClose();
    Map<Path, FileTime> before = files();
    assertThat(before).isNotEmpty();
    try (Ledger ledger = Ledger.start(folder, Map.of())) {
      assertThat(found(ledger.http(), "kissinger")).isOne();
      register(ledger.http(), "rusk-dean", "Dean Rusk");
      assertThat(found(ledger.http(), "rusk")).isOne();
      assertThat(files()).containsAllEntriesOf(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDamagedOneIsMadeAnew(Damage damage) throws IOException {
    recordAndClose();
    try (Stream<Path> files = Files.list(folder.resolve("search/live"))) {
      for (Path file : files.filter(each -> !each.endsWith("write.lock")).toList()) {
        Files.write(file, damage.to(Files.readAllBytes(file)));
      }
    }
    assertMadeAnew();
  }

  @Test
  void oneThatIsGoneIsMadeAnew() throws IOException {
    recordAndClose();
    FileSystemUtils.deleteRecursively(folder.resolve("search"));
    assertMadeAnew();
  }

  private void assertMadeAnew() throws IOException {
    try (Ledger ledger = Ledger.start(folder, Map.of())) {
      assertThat(found(ledger.http(), "kissinger")).isOne();
      assertThat(ledger.context().getBean(SearchIndex.class).failure()).isNull();
    }
  }

  @Test
  void anEntryThatCannotBeReadIsToldAndFoundOnceItCanBe() throws IOException {
    Ledger first = Ledger.start(folder, Map.of());
    register(first.http(), "kissinger-henry-a", "Henry Kissinger");
    register(first.http(), "rusk-dean", "Dean Rusk");
    revise(first, 99);
    first.context().close();
    FileSystemUtils.deleteRecursively(folder.resolve("search"));
    Ledger second = Ledger.start(folder, Map.of());
    assertThat(found(second.http(), "kissinger")).isOne();
    assertThat(found(second.http(), "rusk")).isZero();
    assertThat(lacking(second.http(), "rusk")).containsExactly(2L);
    assertThat(second.http().get("/search?q=rusk", "Accept", "text/html").expect(200).body())
        .contains("This answer lacks entries", "href=\"/entries/2\"")
        .contains("that does not say it was not so. Not all entries could be searched.");
    assertThat(lacking(second.http(), "kissinger&knownAt=position:1")).isEmpty();
    revise(second, 1);
    second.context().close();
    try (Ledger third = Ledger.start(folder, Map.of())) {
      assertThat(found(third.http(), "rusk")).isOne();
      assertThat(lacking(third.http(), "rusk")).isEmpty();
    }
  }

  private static List<Long> lacking(Http http, String q) {
    return Reply.positions(http.get("/api/search?q=" + q).expect(200).json().at("/asOf/behind"));
  }

  private static void revise(Ledger ledger, int revision) {
    new JdbcTemplate(ledger.context().getBean("journalSource", DataSource.class))
        .update("update entry set revision = ? where position = 2", revision);
  }

  @Test
  void itIsMadeAnewAtWillAndAnswersMeanwhile() throws IOException {
    recordAndClose();
    try (Ledger ledger = Ledger.start(folder, Map.of())) {
      Http http = ledger.http();
      http.get("/api/admin/replays/0").expectProblem(404, "NOT_FOUND");
      JsonNode asked =
          http.post("/api/admin/replays", "{\"model\": \"search\"}").expect(202).json();
      assertThat(asked.path("models").toString()).isEqualTo("[\"search\"]");
      JsonNode done =
          await()
              .atMost(PATIENCE)
              .until(
                  () -> http.get("/api/admin/replays/0").expect(200).json(),
                  view -> Set.of("done", "failed").contains(view.path("state").asString("")));
      assertThat(done.path("state").asString("")).isEqualTo("done");
      assertThat(done.path("differences").asLong()).isZero();
      assertThat(found(http, "kissinger")).isOne();
      register(http, "rusk-dean", "Dean Rusk");
      assertThat(found(http, "rusk")).isOne();
    }
  }

  @Test
  void theCommandLineTellsWhatIsFound() throws IOException {
    recordAndClose();
    Console told = Console.run("search", "kisinger", "--data", folder.toString());
    assertThat(told.out())
        .contains("'kisinger' is nowhere on record; read as kissinger")
        .contains("Henry Kissinger  [officials]")
        .contains("/api/officials/kissinger-henry-a [entry 1]")
        .contains("1 of 1 found, as known at position 1");
    assertThat(Console.run("search", "henry", "--json", "--data", folder.toString()).out())
        .contains("\"total\":1");
    assertThat(Console.run("search", "?", "--data", folder.toString()).err())
        .contains("has no word to look for");
    assertThat(Console.run("replay", "search", "--data", folder.toString()).out())
        .contains("1 entries; 0 rows differ");
  }
}
