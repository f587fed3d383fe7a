package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A folder of every kind of source is taken in, and the process killed in the midst of one part
 * after another: in a release of the travels, in the one that corrects it, among visits. When in
 * the part is random, of {@code -Dchancery.seed=N}.
 */
@Tag("slow")
class ImportAllCrashTest {
  private static final long SEED = Long.getLong("chancery.seed", System.nanoTime());
  private static final Path SOURCES = Path.of("src", "test", "resources", "sources");
  private static final List<Integer> PARTS_BEFORE_A_KILL = List.of(1, 2, 5);
  private static final int LONGEST = 200;
  private static final List<String> LISTS =
      List.of(
          "/api/parties?limit=1000",
          "/api/officials?limit=1000",
          "/api/trips?limit=1000",
          "/api/stops?limit=1000",
          "/api/visits?limit=1000",
          "/api/missions?limit=1000",
          "/api/relationships?limit=1000",
          "/api/timeline?limit=1000");

  @TempDir private Path killed;
  @TempDir private Path undisturbed;

  @Test
  void anImportThatIsKilledAgainAndAgainEndsAsOneThatIsNot() throws Exception {
    Random random = new Random(SEED);
    for (int parts : PARTS_BEFORE_A_KILL) {
      try (ImportProcess process = ImportProcess.into(killed, "all", SOURCES)) {
        process.awaitParts(parts);
        Pause.of(Duration.ofMillis(random.nextInt(LONGEST)));
        process.kill();
      }
    }
    Told expected = whenTakenIn(undisturbed);
    Told told = whenTakenIn(killed);

    assertThat(told.entries()).as("seed %d", SEED).isEqualTo(expected.entries());
    assertThat(told.answers()).as("seed %d", SEED).isEqualTo(expected.answers());
  }

  /**
   * What a ledger tells.
   *
   * @param entries what each says and by which source, in order
   * @param answers the items of each list
   */
  private record Told(List<String> entries, TreeMap<String, List<JsonNode>> answers) {

    static Told by(Client client) {
      TreeMap<String, List<JsonNode>> answers = new TreeMap<>();
      LISTS.forEach(list -> answers.put(list, client.all(list)));
      List<String> entries = Entries.of(client).all().stream().map(Told::saying).toList();
      return new Told(entries, answers);
    }

    private static String saying(JsonNode entry) {
      return Stream.of("position", "subject", "version", "name", "payload", "sources", "rationale")
          .map(field -> entry.path(field).toString())
          .toList()
          .toString();
    }
  }

  private static Told whenTakenIn(Path data) throws Exception {
    try (ImportProcess process = ImportProcess.into(data, "all", SOURCES)) {
      assertThat(process.await()).as(process::output).isZero();
    }
    try (OpenLedger ledger = OpenLedger.on(data)) {
      Told told = Told.by(ledger.client());
      told.answers().forEach((list, items) -> assertThat(items).as(list).isNotEmpty());
      return told;
    }
  }
}
