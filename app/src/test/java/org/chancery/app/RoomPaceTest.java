package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What pages cost, beside the answers that they show: those are asked for by a program, one after
 * the other, of the same warmed server.
 */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class RoomPaceTest {
  private static final double MOST = 1.5;
  private static final double ALLOWED = 2.0;
  private static final int ROUNDS = 8;
  private static final int PATIENT_ROUNDS = 60;
  private static final int TIMES = 8;
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Http http;

  RoomPaceTest(Http http) {
    this.http = http;
  }

  private static Arguments page(String page, String... answers) {
    return Arguments.of(page, List.of(answers));
  }

  /** Pages of one answer, and pages that are put together from several. */
  static Stream<Arguments> pages() {
    return Stream.of(
        page("/meetings", "/api/meetings"),
        page("/trips", "/api/trips"),
        page("/timeline", "/api/timeline"),
        page("/entries", "/api/entries"),
        page("/relationships", "/api/relationships"),
        page("/search?q=tillerson", "/api/search?q=tillerson"),
        page("/timeline/replay?from=2017&to=2017", "/api/timeline?from=2017&to=2017&limit=500"),
        page("/relationships/US/RU/explanation", "/api/relationships/US/RU/explanation"),
        page(
            "/changes?from=position:40",
            "/api/changes?from=position:40&limit=25",
            "/api/changes?from=position:40&groupBy=cause",
            "/api/points"),
        page(
            "/entries/31",
            "/api/entries/31",
            "/api/meetings/bonn-2017-us-ru/explanation",
            "/api/entries?subject=meetings/bonn-2017-us-ru"),
        page(
            "/meetings/bonn-2017-us-ru",
            "/api/meetings/bonn-2017-us-ru",
            "/api/meetings/bonn-2017-us-ru/explanation",
            "/api/meetings/bonn-2017-us-ru/precedents",
            "/api/entries?subject=meetings/bonn-2017-us-ru"),
        page(
            "/relationships/US/RU",
            "/api/relationships/US/RU",
            "/api/relationships/US/RU/history",
            "/api/relationships/US/RU/explanation",
            "/api/meetings?party=US&party=RU",
            "/api/agreements?party=US&party=RU",
            "/api/entries?subject=relationships/russia/united-states"),
        page(
            "/parties/russia",
            "/api/parties/russia",
            "/api/relationships?party=russia&limit=25",
            "/api/visits?host=russia&limit=25",
            "/api/visits?country=russia&limit=25",
            "/api/trips?country=russia&limit=25",
            "/api/meetings?party=russia&limit=25",
            "/api/meetings?excluded=russia&limit=25",
            "/api/conferences?party=russia&limit=25",
            "/api/agreements?party=russia&limit=25",
            "/api/sanctions?party=russia&limit=25",
            "/api/missions?party=russia&limit=25",
            "/api/statements?party=russia&limit=25",
            "/api/entries?subject=parties/russia"),
        page(
            "/officials/tillerson-rex-w",
            "/api/officials/tillerson-rex-w",
            "/api/officials/tillerson-rex-w/travel-days",
            "/api/stops?official=tillerson-rex-w&status=took-place&groupBy=year&measure=days",
            "/api/stops?official=tillerson-rex-w&order=desc&limit=25&as=geojson",
            "/api/trips?official=tillerson-rex-w&limit=25",
            "/api/meetings?official=tillerson-rex-w&status=held&groupBy=official",
            "/api/meetings?official=tillerson-rex-w&limit=25",
            "/api/conferences?official=tillerson-rex-w&limit=25",
            "/api/statements?official=tillerson-rex-w&limit=25",
            "/api/entries?subject=officials/tillerson-rex-w"));
  }

  /**
   * By the time of the processor, which no other work on the machine lengthens; in turn, and by the
   * least of each, for compiling and cleaning up take some too. What is too much is measured on:
   * the clock counts in steps of ten milliseconds.
   */
  @ParameterizedTest
  @MethodSource("pages")
  void aPageTakesAtMostHalfAsMuchAgainAsTheAnswersItShows(String page, List<String> answers) {
    List<Long> pages = new ArrayList<>();
    List<Long> programs = new ArrayList<>();
    double ratio = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS || (ratio > MOST && round < PATIENT_ROUNDS); round++) {
      pages.add(took(List.of(page), "text/html"));
      programs.add(took(answers, "application/json"));
      ratio = (double) Collections.min(pages) / Collections.min(programs);
    }
    System.out.printf("%s: %.2f of its answers, %.1f wanted%n", page, ratio, MOST);
    assertThat(ratio).as("of %s", page).isLessThanOrEqualTo(ALLOWED);
  }

  private long took(List<String> paths, String accepted) {
    long begun = PROCESS.getProcessCpuTime();
    for (int time = 0; time < TIMES; time++) {
      paths.forEach(path -> http.get(path, "Accept", accepted).expect(200));
    }
    return PROCESS.getProcessCpuTime() - begun;
  }
}
