package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.chancery.journal.json.LedgerJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The sample, line by line; what the ledger makes of it is for the acceptance tests to see. */
class SampleStoryTest {
  private List<JsonNode> story = List.of();

  @BeforeEach
  void read() throws IOException {
    try (InputStream sample = SampleStoryTest.class.getResourceAsStream("/sample/story.ndjson")) {
      story =
          new String(sample.readAllBytes(), UTF_8)
              .lines()
              .map(line -> LedgerJson.mapper().readTree(line))
              .toList();
    }
  }

  @Test
  void givesEachLineAKeyOfItsOwn() {
    assertThat(story).extracting(line -> line.path("id").asString("")).doesNotContain("");
    assertThat(story).extracting(line -> line.path("id").asString("")).doesNotHaveDuplicates();
  }

  @Test
  void citesADocumentOrAnAuthorityOnEachLine() {
    assertThat(story)
        .allMatch(
            line ->
                !line.at("/provenance/sources").isEmpty()
                    || line.at("/provenance").has("authority"));
  }

  @Test
  void correctsOnlyLinesThatStandBeforeTheCorrection() {
    List<String> keys = story.stream().map(line -> line.path("id").asString("")).toList();
    List<JsonNode> corrections = story.stream().filter(line -> line.has("entry")).toList();

    assertThat(corrections).isNotEmpty();
    assertThat(corrections)
        .allMatch(
            line -> keys.subList(0, story.indexOf(line)).contains(line.path("entry").asString("")));
  }
}
