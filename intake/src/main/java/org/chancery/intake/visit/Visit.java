package org.chancery.intake.visit;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chancery.intake.gazetteer.CountryNames;
import org.chancery.intake.source.AsRead;
import org.chancery.shared.PartyId;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.VisitKind;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <visit>} of the sources: a foreign leader in the United States from one day to
 * another, both included.
 *
 * @param id unique in one release, not stable between releases
 * @param visitor title and name in one text, which the source does not tell apart
 * @param countryName what the visitor's country was called then
 * @param description as the source has it; empty where it says nothing
 * @param oddities what its record has and the format does not, in words
 * @param created when its record was made, where the source says so
 * @param edited when its record was last changed, where the source says so
 */
record Visit(
    int id,
    String visitor,
    PartyId country,
    String countryName,
    LocalDate start,
    LocalDate end,
    String description,
    String file,
    int line,
    List<String> oddities,
    @Nullable LocalDate created,
    @Nullable LocalDate edited) {
  private static final int LONG_STAY_DAYS = 60;
  private static final Pattern SEVERAL = Pattern.compile("\\band\\b|&");

  /**
   * How descriptions begin, as they are spelled, typing errors and all. What the source calls an
   * official working visit is an official one: its own words stand in the note.
   */
  private static final Map<Pattern, VisitKind> KINDS = kinds();

  private static Map<Pattern, VisitKind> kinds() {
    Map<Pattern, VisitKind> kinds = new LinkedHashMap<>();
    kinds.put(beginning("state visits?\\b"), VisitKind.STATE);
    kinds.put(beginning("offici?al (?:(?:working|select) )?visits?\\b"), VisitKind.OFFICIAL);
    kinds.put(beginning("working visits?\\b"), VisitKind.WORKING);
    kinds.put(
        beginning("private visits?\\b|met with president [^.;]{1,40} during a private visit\\b"),
        VisitKind.PRIVATE);
    kinds.put(beginning("(?:in )?transit\\b|en route\\b"), VisitKind.TRANSIT);
    return kinds;
  }

  private static Pattern beginning(String words) {
    return Pattern.compile("^(?:" + words + ")", Pattern.CASE_INSENSITIVE);
  }

  VisitKind kind() {
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getKey().matcher(description).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(VisitKind.UNSPECIFIED);
  }

  EdtfSpan dates() {
    return EdtfSpan.between(start, end);
  }

  String locator() {
    return "%s, visit %d".formatted(file, id);
  }

  String origin() {
    return "%s, line %d, visit %d".formatted(file, line, id);
  }

  /** Everything that it tells of the visit, as it reads. */
  List<String> content() {
    return AsRead.words(
        List.of(visitor, country.value(), countryName, dates().text(), description));
  }

  /** What a careful reader would check. Nothing is left out for it. */
  List<String> doubts() {
    List<String> doubts = new ArrayList<>(oddities);
    long days = DAYS.between(start, end) + 1;
    if (days > LONG_STAY_DAYS) {
      doubts.add("visit %d lasts %d days".formatted(id, days));
    }
    if (SEVERAL.matcher(visitor).find()) {
      doubts.add("visit %d names more than one person as the visitor".formatted(id));
    }
    if (created != null && created.isBefore(start)) {
      doubts.add(
          "visit %d was entered on %s, before it began: it may only have been announced"
              .formatted(id, created));
    }
    doubts.addAll(CountryNames.doubts(country, countryName));
    return doubts;
  }
}
