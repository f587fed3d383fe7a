package org.chancery.room.concept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.room.question.Asked;
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
  private static final String EXISTED = "existed";
  private static final Set<String> ENDS = Set.of("to", "last");
  private static final Set<String> SPANS =
      Set.of("on", "from", "to", "first", "last", "since", EXISTED);
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

  /**
   * Those of somebody who acts, whose answer is not explained: the entries on the subject and those
   * that the answer rests on besides, and the days on which what it tells of begins or is over.
   */
  public static Stops of(
      Sheet sheet, String subject, Asked asked, Evidence evidence, Questions questions) {
    TwoTimes times = sheet.times();
    if (times == null || times.isNow()) {
      return of(asked, evidence);
    }
    Asked now = questions.of("/api/" + subject, List.of());
    return of(now, Evidence.ofSubject(now, subject, sheet.links()));
  }

  private static Stops of(Asked asked, Evidence evidence) {
    TreeMap<Long, String> entries = new TreeMap<>();
    asked.entries().forEach(position -> entries.put(position, "entry " + position));
    for (Evidence.Row row : evidence.rows()) {
      long position = row.entry().entries().getFirst().position();
      entries.put(position, "entry %d, recorded %s".formatted(position, row.recorded()));
    }
    TreeSet<LocalDate> days = new TreeSet<>();
    gather(asked.answer(), days);
    return stops(days.headSet(asked.on(), true), entries);
  }

  /** By the fields that tell from when or until when something was. */
  private static void gather(JsonNode told, Set<LocalDate> days) {
    if (told.isArray()) {
      told.forEach(each -> gather(each, days));
    }
    for (Map.Entry<String, JsonNode> field : told.properties()) {
      if (field.getValue().isString() && SPANS.contains(field.getKey())) {
        add(field.getKey(), EdtfSpan.parse(field.getValue().asString()), days);
      } else if (!field.getKey().equals("asOf")) {
        gather(field.getValue(), days);
      }
    }
  }

  /** The day on which it begins, and the one after that on which it is over. */
  private static void add(String field, EdtfSpan span, Set<LocalDate> days) {
    if (!ENDS.contains(field) && span.firstDay() != null) {
      days.add(span.firstDay());
    }
    if ((ENDS.contains(field) || field.equals(EXISTED)) && span.lastDay() != null) {
      days.add(span.lastDay().plusDays(1));
    }
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
    return stops(days, entries);
  }

  private static Stops stops(Set<LocalDate> days, Map<Long, String> entries) {
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
