package org.chancery.room.relationship;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chancery.room.question.Asked;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Links;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one thing was over the days of the world.
 *
 * @param key tells it from others that are called alike
 * @param stretches side by side
 * @param moments what happened on a day or a few
 */
record Lane(String key, String label, List<Stretch> stretches, List<Moment> moments) {
  private static final Map<String, String> STYLES =
      Map.ofEntries(
          Map.entry("established", "s1"),
          Map.entry("active", "s1"),
          Map.entry("embassy", "s1"),
          Map.entry("interrupted", "s2"),
          Map.entry("suspended", "s2"),
          Map.entry("eased", "s2"),
          Map.entry("legation", "s2"),
          Map.entry("provisionally-applied", "s2"),
          Map.entry("severed", "s3"),
          Map.entry("terminated", "s3"),
          Map.entry("recognized", "s4"),
          Map.entry("consulate", "s4"),
          Map.entry("interests-section", "s4"),
          Map.entry("liaison-office", "s4"),
          Map.entry("threatened", "s4"),
          Map.entry("adopted", "s4"));

  /**
   * Days over which it was one thing.
   *
   * @param from the first day, or null where it was always so
   * @param to the day after the last, or null where no end is known
   * @param open true where the record leaves open what it was
   */
  record Stretch(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String words,
      String style,
      boolean open,
      List<Long> entries,
      String title,
      String href) {}

  /** Something that happened. */
  record Moment(LocalDate middle, boolean held, String title, String href) {}

  /** Of which nothing is known. */
  Lane empty() {
    return new Lane(key, label, List.of(), List.of());
  }

  /** What it was and what happened, each in words. */
  List<String> words() {
    return Stream.concat(
            stretches.stream().map(Stretch::title), moments.stream().map(Moment::title))
        .toList();
  }

  /** The days on which it changes. */
  Stream<LocalDate> days() {
    return Stream.concat(
        stretches.stream().flatMap(each -> Stream.of(each.from, each.to).filter(Objects::nonNull)),
        moments.stream().map(Moment::middle));
  }

  /**
   * Of stretches as an answer lists them, those that read alike being one.
   *
   * @param at where in each stretch the state is told
   * @param field its name there
   */
  static Lane of(
      String key,
      String label,
      JsonNode stretches,
      String at,
      String field,
      boolean grave,
      Links links) {
    List<Stretch> all = new ArrayList<>();
    for (JsonNode each : stretches) {
      JsonNode told = at.isEmpty() ? each : each.path(at);
      Stretch next = stretch(each, told, field, grave, links);
      Stretch last = all.isEmpty() ? null : all.getLast();
      if (last != null
          && last.words().equals(next.words())
          && last.entries().equals(next.entries())) {
        all.removeLast();
        all.add(until(last, next));
      } else {
        all.add(next);
      }
    }
    all.removeIf(each -> each.words().equals("none") && each.entries().isEmpty());
    return new Lane(key, label, List.copyOf(all), List.of());
  }

  private static Stretch stretch(
      JsonNode days, JsonNode told, String field, boolean grave, Links links) {
    String state = told.path(field).asString("unknown");
    boolean open = state.equals("indeterminate");
    String words =
        open
            ? StreamSupport.stream(told.path("between").spliterator(), false)
                .map(each -> FieldWords.choice(each.asString("")))
                .collect(Collectors.joining(" or "))
            : FieldWords.choice(state);
    String style =
        state.equals("in-force") ? (grave ? "s3" : "s1") : STYLES.getOrDefault(state, "s0");
    List<Long> entries = Asked.positions(told.path("entries"));
    return titled(
        new Stretch(
            Lanes.day(days.path("from").asString("")),
            Lanes.day(days.path("to").asString("")),
            words,
            entries.isEmpty() ? "nothing" : style,
            open,
            entries,
            "",
            entries.isEmpty() ? "" : links.to("entries", Long.toString(entries.getLast()))));
  }

  private static Stretch until(Stretch first, Stretch last) {
    return titled(
        new Stretch(
            first.from,
            last.to,
            first.words,
            first.style,
            first.open,
            first.entries,
            "",
            first.href));
  }

  private static Stretch titled(Stretch bare) {
    String from = bare.from == null ? "" : "from " + DateWords.of(bare.from);
    String to = bare.to == null ? "" : " until " + DateWords.of(bare.to);
    String entries =
        bare.entries.isEmpty()
            ? "; nothing is recorded"
            : "; entries "
                + bare.entries.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String title = "%s %s%s%s".formatted(bare.words, from, to, entries).strip();
    return new Stretch(
        bare.from, bare.to, bare.words, bare.style, bare.open, bare.entries, title, bare.href);
  }

  /** Of meetings as an answer lists them. */
  static Lane ofMeetings(String label, JsonNode meetings, Links links) {
    List<Moment> moments = new ArrayList<>();
    for (JsonNode each : meetings) {
      boolean held = each.path("heldOn").isString();
      String date = each.path(held ? "heldOn" : "scheduledFor").asString("");
      EdtfSpan span = EdtfSpan.parse(date);
      if (span.firstDay() != null && span.lastDay() != null) {
        long middle = (span.earliest().toEpochDay() + span.latest().toEpochDay()) / 2;
        String title =
            "%s, %s, %s"
                .formatted(
                    each.path("meeting").asString(""),
                    DateWords.of(date),
                    FieldWords.choice(each.path("status").asString("")));
        moments.add(
            new Moment(
                LocalDate.ofEpochDay(middle),
                each.path("status").asString("").equals("held"),
                title,
                links.to("meetings", each.path("meeting").asString(""))));
      }
    }
    return new Lane(label, label, List.of(), List.copyOf(moments));
  }
}
