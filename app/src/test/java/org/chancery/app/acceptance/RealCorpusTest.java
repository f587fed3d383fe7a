package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.chancery.intake.RealData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * All that the Office of the Historian publishes, taken in at once, and asked of; into {@code
 * -Dchancery.corpus=DIR} where it is to be kept for the next time.
 */
@EnabledIf(value = RealData.IS_AT_HAND, disabledReason = RealData.ABSENT)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("slow")
class RealCorpusTest {
  /** As what is shipped: it lives long enough for the second compiler's work to pay. */
  private static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

  private static final int WITH_REMARKS = 3;
  private static final @Nullable String KEPT = System.getProperty("chancery.corpus");
  private static final double ALLOWANCE =
      Double.parseDouble(System.getProperty("chancery.allowance", "20"));
  private static final Pattern TOTAL =
      Pattern.compile(
          "all: read (\\d+), recorded \\d+, unchanged \\d+, flagged \\d+, refused \\d+;"
              + " new (\\d+), corrected (\\d+), retracted (\\d+)");

  private ServerProcess server;
  private Client client;
  private Matcher first;
  private Matcher again;

  @BeforeAll
  void takeAllInTwice(@TempDir Path temporary) throws IOException {
    Path data = KEPT == null ? temporary : Files.createDirectories(Path.of(KEPT));
    long start = System.nanoTime();
    first = take(data);
    System.out.printf(
        "the corpus, durably, in %.1f s%n",
        Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3);
    again = take(data);
    server = ServerProcess.serve(data, BOTH_COMPILERS);
    client = server.client();
  }

  @AfterAll
  void end() {
    server.close();
  }

  /** What no date is told of is refused, so there are remarks. */
  private static Matcher take(Path data) {
    try (ImportProcess process = ImportProcess.into(data, "all", RealData.at(""), BOTH_COMPILERS)) {
      assertThat(process.await()).as(process::output).isEqualTo(WITH_REMARKS);
      Matcher total = TOTAL.matcher(process.output());
      assertThat(total.find()).as(process::output).isTrue();
      return total;
    }
  }

  @Test
  void theSameSourcesAgainChangeNothing() {
    long recorded =
        IntStream.of(2, 3, 4).mapToLong(group -> Long.parseLong(first.group(group))).sum();
    if (KEPT == null) {
      assertThat(recorded).isGreaterThan(24_000);
    }
    assertThat(again.group()).contains("new 0, corrected 0, retracted 0");
  }

  /** Each by one call, with the entries that say so. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/api/missions/US/RU?on=1946-02-22; /headed; unknown",
        "/api/missions/US/RU?on=1946-02-22; /predecessor/official; harriman-william-averell",
        "/api/missions/US/RU?on=1947-02-22; /headed; yes",
        "/api/officials?office=secretary-of-state&party=US&on=1974-06-01; /items/0/official;"
            + " kissinger-henry-a",
        "/api/officials?office=president&party=US&on=1961-06-03; /total; 1",
        "/api/officials?office=president&party=US&on=1961-06-03; /items/0/official;"
            + " kennedy-john-f",
        "/api/officials?office=president&party=US&on=1945-04-12; /total; 2",
        "/api/officials/cleveland-grover; /appointments/1/from; 1893-03-04",
        "/api/visits?country=france&from=1950&to=1960; /total; 6",
        "/api/visits?country=france&from=1950&to=1960&kind=state; /total; 1",
        "/api/stops?sort=days&order=desc&limit=1; /items/0/days; 213",
        "/api/stops?sort=days&order=desc&limit=1; /items/0/traveller; lansing-robert",
        "/api/stops?office=president&on=1961-06-03; /items/0/country; france",
        "/api/parties/germany?on=1985-05-01; /name; Federal Republic of Germany",
      })
  void aQuestionIsAnsweredByOneCall(String path, String where, String answer) {
    JsonNode answered = client.ask(path);
    assertThat(answered.at(where).asString()).as(answered.toString()).isEqualTo(answer);
    assertThat(answered.findValue("entries")).isNotNull();
  }

  /**
   * What is wanted is for an idle machine, and is printed; one that others use too may take {@code
   * -Dchancery.allowance=N} times as long for half of the answers.
   */
  @Test
  void answersComeInTime() {
    List<AnswerTimes.Kind> kinds = new AnswerTimes(client).take();
    kinds.forEach(System.out::println);
    assertThat(kinds).allMatch(kind -> kind.p50() <= kind.wanted() * ALLOWANCE);
  }

  @Test
  void whereSecretariesWentMostIsCountedForEachDecade() {
    for (int decade = 1950; decade < 2020; decade += 10) {
      String span =
          "/api/stops?office=secretary-of-state&status=took-place&from=%d&to=%d"
              .formatted(decade, decade + 9);
      JsonNode most = client.ask(span + "&groupBy=country&limit=1").at("/groups/0");
      JsonNode items = client.ask(most.path("items").asString() + "&limit=1");
      assertThat(items.path("total").asLong()).isEqualTo(most.path("value").asLong()).isPositive();
    }
  }
}
