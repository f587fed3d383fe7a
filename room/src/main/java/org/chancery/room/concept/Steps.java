package org.chancery.room.concept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.room.question.Questions;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.sheet.Stops;
import org.chancery.room.sheet.Stops.Stop;
import org.chancery.room.sheet.TwoTimes;
import org.chancery.room.value.DateWords;
import org.chancery.shared.time.EdtfSpan;
import tools.jackson.databind.JsonNode;

/**
 * Where an answer that the ledger explains may change: at its entries, and at the days they tell.
 */
public final class Steps {
  private static final int MOST = 60;
  private static final Stop TODAY = new Stop("", "today");
  private static final Stop ALL = new Stop("", "all that is known");

  private Steps() {}

  /**
   * Those of the subject. What was not known at the point that the page is as of is there too, so
   * for a page that is not as of now the answer is explained once more.
   */
  public static Stops of(Sheet sheet, String subject, JsonNode explained, Questions questions) {
    TwoTimes times = sheet.times();
    return times == null || times.isNow()
        ? of(explained)
        : of(questions.of("/api/" + subject + "/explanation", List.of()).answer());
  }

  private static Stops of(JsonNode explained) {
    LocalDate today = LocalDate.parse(explained.at("/asOf/on").asString());
    TreeSet<LocalDate> days = new TreeSet<>();
    TreeMap<Long, String> entries = new TreeMap<>();
    for (JsonNode step : explained.path("steps")) {
      long position = step.path("position").asLong();
      Instant recorded = Instant.parse(step.path("recordedAt").asString(""));
      entries.put(position, "entry %d, recorded %s".formatted(position, DateWords.of(recorded)));
      if (step.path("date").isString()) {
        EdtfSpan date = EdtfSpan.parse(step.path("date").asString());
        if (date.firstDay() != null && !date.firstDay().isAfter(today)) {
          days.add(date.firstDay());
        }
      }
    }
    List<Stop> on = new ArrayList<>();
    days.forEach(day -> on.add(new Stop(day.toString(), DateWords.of(day))));
    List<Stop> knownAt = new ArrayList<>();
    entries.forEach((position, words) -> knownAt.add(new Stop("position:" + position, words)));
    return new Stops(last(on, TODAY), last(knownAt, ALL));
  }

  private static List<Stop> last(List<Stop> stops, Stop now) {
    List<Stop> kept =
        new ArrayList<>(stops.subList(Math.max(0, stops.size() - MOST), stops.size()));
    kept.add(now);
    return List.copyOf(kept);
  }
}
