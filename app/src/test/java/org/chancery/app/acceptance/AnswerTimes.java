package org.chancery.app.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.chancery.app.acceptance.AnswerTimes.Kind.Times;
import tools.jackson.databind.JsonNode;

/**
 * How long each kind of answer takes over HTTP, each of many subjects, once all was asked before:
 * of {@code -Dchancery.asked=N} subjects a kind, in {@code -Dchancery.runs=N} runs, the subjects by
 * {@code -Dchancery.seed=N}.
 */
final class AnswerTimes {
  private static final int ASKED = Integer.getInteger("chancery.asked", 12);
  private static final int RUNS = Integer.getInteger("chancery.runs", 1);
  private static final double MILLION = 1e6;
  private static final double P50 = 0.5;
  private static final double P99 = 0.99;

  /** In milliseconds, for 99 of 100. */
  private static final double ANSWER = 50;

  private static final double GROUPED = 150;
  private static final double SEARCH = 30;

  private final Client client;
  private final long head;
  private final Random random = new Random(Long.getLong("chancery.seed", 1));
  private final Map<String, List<String>> questions = new LinkedHashMap<>();

  AnswerTimes(Client client) {
    this.client = client;
    this.head = client.ask("/api/journal").at("/asOf/position").asLong();
    List<String> parties = ids("/api/parties?limit=1000", "party");
    List<String> officials = ids("/api/officials?limit=1000", "official");
    List<String> trips = ids("/api/trips?limit=1000", "trip");
    List<String> missions = ids("/api/missions?limit=1000", "mission");
    List<String> travellers =
        ids("/api/trips?limit=1000", "traveller").stream().distinct().toList();
    ofParties(parties);
    ofPersons(officials, travellers);
    ofTrips(trips);
    ofMissions(missions);
    counted(parties, travellers);
    sought();
  }

  private List<String> ids(String list, String field) {
    List<String> ids = new ArrayList<>();
    for (JsonNode item : client.all(list)) {
      ids.add(item.path(field).asString(""));
    }
    ids.removeIf(String::isEmpty); // of some no name is certain
    return ids;
  }

  private static String named(String list, String name) {
    return "/api/%s?name=%s".formatted(list, URLEncoder.encode(name, UTF_8));
  }

  private void ofParties(List<String> parties) {
    kind("party", parties, id -> "/api/parties/" + id + "?on=" + day());
    kind("parties by name", ids("/api/parties?limit=1000", "name"), name -> named("parties", name));
    kind("relationship", parties, id -> pair(id) + "?on=" + day());
    kind(
        "relationship, as known before",
        parties,
        id -> pair(id) + "?on=" + day() + "&knownAt=position:" + late());
    kind("relationship, history", parties, id -> pair(id) + "/history");
    kind("relationship, explanation", parties, id -> pair(id) + "/explanation?on=" + day());
    kind("relationships", parties, id -> "/api/relationships?party=" + id + "&on=" + day());
    kind("timeline of a party", parties, id -> "/api/timeline?party=" + id);
    kind("stops in a country", parties, id -> "/api/stops?country=" + id);
    kind("visits from a country", parties, id -> "/api/visits?country=" + id);
    kind("changes of a party", parties, id -> "/api/changes?subject=/api/parties/" + id);
  }

  private void ofPersons(List<String> officials, List<String> travellers) {
    kind("official", officials, id -> "/api/officials/" + id + "?on=" + day());
    kind(
        "officials by name",
        ids("/api/officials?limit=1000", "name"),
        name -> named("officials", name));
    kind("office on a day", officials, _ -> "/api/officials?office=secretary-of-state&on=" + day());
    kind("missions of an official", officials, id -> "/api/missions?official=" + id);
    kind("trips of an official", travellers, id -> "/api/trips?official=" + id);
    kind("travel days", travellers, id -> "/api/officials/" + id + "/travel-days");
    kind("timeline of an official", officials, id -> "/api/timeline?official=" + id);
    kind(
        "claim",
        travellers,
        id -> "{\"claim\":\"first-trip\",\"official\":\"%s\",\"on\":\"%s\"}".formatted(id, day()));
  }

  private void ofTrips(List<String> trips) {
    kind("trip", trips, id -> "/api/trips/" + id);
    kind("trip, explanation", trips, id -> "/api/trips/" + id + "/explanation");
    kind("entries of a trip", trips, id -> "/api/entries?subject=/api/trips/" + id);
    kind("changes of a trip", trips, id -> "/api/changes?subject=/api/trips/" + id);
    kind("changes between positions", trips, _ -> "/api/changes?" + positions());
  }

  private void ofMissions(List<String> missions) {
    kind("mission", missions, id -> "/api/missions/" + id + "?on=" + day());
    kind("heads of a mission", missions, id -> mission(id) + "/heads");
    kind("mission, explanation", missions, id -> mission(id) + "/explanation?on=" + day());
  }

  private void counted(List<String> parties, List<String> travellers) {
    kind("grouped: stops", travellers, id -> "/api/stops?groupBy=country&official=" + id);
    kind("grouped: trips", parties, id -> "/api/trips?groupBy=year&country=" + id);
    kind("grouped: visits", parties, id -> "/api/visits?groupBy=kind,year&country=" + id);
    kind("grouped: all stops", travellers, _ -> "/api/stops?groupBy=country,year&" + decade());
    kind("grouped: all days", travellers, _ -> "/api/stops?groupBy=official&measure=days");
  }

  private void sought() {
    List<String> parties = ids("/api/parties?limit=1000", "name");
    List<String> officials = ids("/api/officials?limit=1000", "name");
    kind("search: official", officials, AnswerTimes::search);
    kind("search: party", parties, AnswerTimes::search);
    kind("search: party on a day", parties, name -> search(name) + "&on=" + day());
    kind("search: begun", parties, name -> search(name.substring(0, (name.length() + 1) / 2)));
    kind("search: misspelt", officials, name -> search(misspelt(name)));
  }

  private static String search(String words) {
    return "/api/search?q=" + URLEncoder.encode(words, UTF_8);
  }

  private String misspelt(String name) {
    return new StringBuilder(name).deleteCharAt(random.nextInt(name.length())).toString();
  }

  private void kind(String name, List<String> subjects, Function<String, String> question) {
    List<String> some = new ArrayList<>(subjects);
    Collections.shuffle(some, random);
    questions.put(name, some.stream().limit(ASKED).map(question).toList());
  }

  private static String pair(String party) {
    return "/api/relationships/united-states/" + (party.equals("united-states") ? "france" : party);
  }

  private static String mission(String id) {
    return "/api/missions/" + id.replaceFirst("-to-", "/");
  }

  private String day() {
    return "%d-06-03".formatted(random.nextInt(1850, 2020));
  }

  private String decade() {
    int first = 10 * random.nextInt(190, 202);
    return "from=%d&to=%d".formatted(first, first + 9);
  }

  /** A position by which all parties are known. */
  private long late() {
    return head - random.nextLong(1, 100);
  }

  /** A position in the first half of the journal. */
  private long before() {
    return random.nextLong(1, head / 2);
  }

  private String positions() {
    long first = before();
    return "from=position:%d&to=position:%d".formatted(first, first + 50);
  }

  /**
   * A kind of answer.
   *
   * @param wanted in milliseconds, the time within which 99 of 100 come
   * @param runs of each the times
   */
  record Kind(String name, double wanted, List<Times> runs) {

    /** In nanoseconds, the shortest first. */
    record Times(List<Long> sorted) {

      double millis(double part) {
        int last = sorted.size() - 1;
        return sorted.get((int) Math.min(last, part * sorted.size())) / MILLION;
      }
    }

    /** Of the quickest run: the others were disturbed. */
    double millis(double part) {
      return runs.stream().mapToDouble(run -> run.millis(part)).min().orElseThrow();
    }

    double p50() {
      return millis(P50);
    }

    @Override
    public String toString() {
      List<String> told =
          runs.stream()
              .map(run -> String.format(Locale.ROOT, "%.1f/%.1f", run.millis(P50), run.millis(P99)))
              .toList();
      return String.format(
          Locale.ROOT,
          "%-30s p50 %6.1f ms, p99 %6.1f ms of %.0f %s %s",
          name,
          millis(P50),
          millis(P99),
          wanted,
          millis(P99) > wanted ? "missed" : "      ",
          told);
    }
  }

  /** Asks all, once to be warm; each kind's runs stand between those of others. */
  List<Kind> take() {
    questions.values().forEach(this::ask);
    Map<String, List<Times>> runs = new LinkedHashMap<>();
    for (int run = 0; run < RUNS; run++) {
      questions.forEach(
          (name, asked) -> runs.computeIfAbsent(name, _ -> new ArrayList<>()).add(ask(asked)));
    }
    List<Kind> kinds = new ArrayList<>();
    runs.forEach((name, times) -> kinds.add(new Kind(name, wanted(name), times)));
    return kinds;
  }

  private static double wanted(String kind) {
    return switch (kind.substring(0, Math.max(0, kind.indexOf(':')))) {
      case "grouped" -> GROUPED;
      case "search" -> SEARCH;
      default -> ANSWER;
    };
  }

  private Times ask(List<String> asked) {
    List<Long> nanos = new ArrayList<>();
    for (String question : asked) {
      long begun = System.nanoTime();
      client.answers(question);
      nanos.add(System.nanoTime() - begun);
    }
    return new Times(nanos.stream().sorted().toList());
  }
}
