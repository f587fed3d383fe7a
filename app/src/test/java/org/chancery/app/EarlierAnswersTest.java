package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was answered stays the answer to the same question with the same {@code knownAt}, whatever
 * is recorded, corrected and retracted afterwards. Parties are asked for by their codes, which
 * change hands.
 */
@Tag("slow")
class EarlierAnswersTest {
  private static final int STEPS = 24;
  private static final String DAY = "on=2013-06-01&knownAt=position:";

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whatIsRecordedLaterChangesNoEarlierAnswer(long seed) throws IOException {
    try (Ledger ledger = Ledger.start(Map.of())) {
      ChangingStory story = new ChangingStory(ledger.http(), new Random(seed));
      Map<String, String> answers = new LinkedHashMap<>();
      for (int step = 0; step < STEPS; step++) {
        long known = story.goOn();
        questions(known).forEach(asked -> answers.put(asked, told(ledger.http(), asked)));
      }
      assertThat(story.amended()).as("entries corrected and retracted").isGreaterThan(STEPS / 4);
      answers.forEach(
          (asked, told) -> assertThat(told(ledger.http(), asked)).as(asked).isEqualTo(told));
    }
  }

  private static String told(Http http, String asked) {
    Reply reply = http.get(asked);
    return reply.status() + " " + reply.body();
  }

  private static List<String> questions(long known) {
    List<String> paths = new ArrayList<>(ofAll());
    for (String code : ChangingStory.CODES) {
      paths.addAll(ofParty(code));
      ChangingStory.CODES.stream()
          .filter(other -> other.compareTo(code) > 0)
          .forEach(other -> paths.addAll(ofTwo(code, other)));
    }
    return paths.stream()
        .map(path -> path + (path.contains("?") ? "&" : "?") + DAY + known)
        .toList();
  }

  private static List<String> ofAll() {
    return List.of(
        "/api/parties",
        "/api/relationships",
        "/api/timeline",
        "/api/timeline/stream?speed=36525",
        "/api/changes",
        "/api/entries?superseded=true",
        "/api/officials/envoy",
        "/api/officials/envoy/trips",
        "/api/trips/journey",
        "/api/trips/journey/explanation",
        "/api/meetings/summit",
        "/api/meetings/summit/explanation",
        "/api/meetings/summit/precedents",
        "/api/cooperations/pact",
        "/api/cooperations/pact/explanation");
  }

  private static List<String> ofParty(String code) {
    return Stream.of(
            "/api/parties/%s",
            "/api/officials?party=%s",
            "/api/trips?country=%s",
            "/api/stops?country=%s",
            "/api/meetings?party=%s",
            "/api/cooperations?party=%s",
            "/api/relationships?party=%s",
            "/api/timeline?party=%s",
            "/api/timeline/stream?speed=36525&party=%s",
            "/api/meetings/summit/precedents?party=%s",
            "/api/entries?subject=parties/%s",
            "/api/changes?subject=parties/%s")
        .map(path -> path.formatted(code))
        .toList();
  }

  private static List<String> ofTwo(String one, String other) {
    return Stream.of(
            "/api/relationships/%s/%s",
            "/api/relationships/%s/%s/history",
            "/api/relationships/%s/%s/explanation",
            "/api/precedents?party=%s&with=%s",
            "/api/entries?subject=relationships/%s/%s",
            "/api/changes?subject=relationships/%s/%s")
        .map(path -> path.formatted(one, other))
        .toList();
  }
}
