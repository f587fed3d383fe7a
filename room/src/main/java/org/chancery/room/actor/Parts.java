package org.chancery.room.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.chancery.room.actor.ActorSheet.Bar;
import org.chancery.room.actor.ActorSheet.Part;
import org.chancery.room.listing.ListRows;
import org.chancery.room.map.TravelMap;
import org.chancery.room.question.Asked;
import org.chancery.room.question.Questions;
import org.chancery.room.sheet.OtherForms;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Link;
import org.chancery.room.value.ValueReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Gathers the sections of a page from lists, each narrowed to who the page is of. */
final class Parts {
  private static final String SHOWN = "25";
  private static final double WIDEST = 600;

  private final Asked asked;
  private final Links links;
  private final List<Supplier<@Nullable Part>> parts = new ArrayList<>();

  Parts(Asked asked, Links links) {
    this.asked = asked;
    this.links = links;
  }

  /** Those that hold something, in the order in which they were added. */
  List<Part> all() {
    List<Part> all = new ArrayList<>();
    for (Supplier<@Nullable Part> each : parts) {
      Part part = each.get();
      if (part != null) {
        all.add(
            new Part(
                "part-" + (all.size() + 1),
                part.said(),
                part.rows(),
                part.bars(),
                part.map(),
                part.all(),
                part.table()));
      }
    }
    return all;
  }

  /** Those of the list that the filter keeps, the last ones first; nothing where there are none. */
  void add(String caption, String list, String... filter) {
    boolean happens = List.of("meetings", "conferences", "trips").contains(list);
    List<String> asking = new ArrayList<>(List.of(filter));
    asking.addAll(List.of("limit", SHOWN));
    if (happens) {
      asking.addAll(List.of("order", "desc"));
    }
    String path = Questions.path(list);
    String[] all = asking.toArray(String[]::new);
    boolean ofAllDays = list.equals("visits") || list.equals("stops");
    Supplier<JsonNode> begun =
        ofAllDays ? asked.begunOfAllDays(path, all) : asked.begunBeside(path, all);
    parts.add(() -> part(caption, list, happens, filter, begun.get()));
  }

  private @Nullable Part part(
      String caption, String list, boolean happens, String[] filter, JsonNode answer) {
    if (answer.path("items").isEmpty()) {
      return null;
    }
    String said = shown(answer, answer.path("items").size(), happens);
    ValueReader reader = ValueReader.of(answer, links);
    return part(
        caption,
        said,
        new ListRows(reader).of(list, caption, answer.path("items")),
        List.of(),
        new Link(links.filtered("/" + list, filter), "All as a list"),
        table(list, links, answer, filter));
  }

  private static Link table(String list, Links links, JsonNode answer, String... filter) {
    return new Link(
        OtherForms.table(list, links, filter).href(), OtherForms.ofTable(answer, false));
  }

  /** The last stops of an official, in their order on a map and beside it; none where none are. */
  void map(String caption, String official) {
    Supplier<JsonNode> begun =
        asked.begunOfAllDays(
            Questions.path("stops"),
            "official",
            official,
            "order",
            "desc",
            "limit",
            SHOWN,
            "as",
            "geojson");
    parts.add(() -> map(caption, official, begun.get()));
  }

  private @Nullable Part map(String caption, String official, JsonNode answer) {
    List<JsonNode> stops = answer.path("features").valueStream().toList().reversed();
    if (stops.isEmpty()) {
      return null;
    }
    ValueReader reader = ValueReader.of(answer, links);
    return new Part(
        "",
        shown(answer, stops.size(), true),
        new ListRows(reader).numbered("stops", caption, stops, "properties"),
        List.of(),
        TravelMap.of(stops, reader),
        new Link(links.ofAllDays().filtered("/stops/map", "official", official), "All on a map"),
        table("stops", links.ofAllDays(), answer, "official", official));
  }

  /** How many there are, where not all of them are shown. */
  private static String shown(JsonNode answer, int shown, boolean last) {
    long total = answer.path("total").asLong();
    return shown < total
        ? String.format(
            Locale.ENGLISH,
            "%,d in all; %s %d are shown.",
            total,
            last ? "the last" : "the first",
            shown)
        : "";
  }

  /**
   * How many there are of each, as bars and as a table; nothing where there are none.
   *
   * @param but the value that is not shown
   * @param asking what the list is asked, in names and values: the last ones say by what it counts
   */
  void count(String caption, List<String> heads, String list, String but, String... asking) {
    String path = Questions.path(list);
    Supplier<JsonNode> begun =
        list.equals("stops") ? asked.begunOfAllDays(path, asking) : asked.begunBeside(path, asking);
    parts.add(() -> counted(caption, heads, list, begun.get(), but, asking));
  }

  private @Nullable Part counted(
      String caption,
      List<String> heads,
      String list,
      JsonNode groups,
      String but,
      String... asking) {
    String dimension = asking[asking.length - 1];
    List<JsonNode> counted =
        groups
            .path("groups")
            .valueStream()
            .filter(group -> !key(group, dimension).asString("").equals(but))
            .toList();
    if (counted.isEmpty()) {
      return null;
    }
    ValueReader reader = ValueReader.of(groups, links);
    List<List<Shown>> rows = counted.stream().map(group -> row(reader, group, dimension)).toList();
    List<Bar> bars = dimension.equals("year") ? bars(counted, dimension) : List.of();
    Links point = list.equals("stops") ? links.ofAllDays() : links;
    return part(
        caption,
        open(groups),
        new Grid(caption, heads, rows),
        bars,
        new Link("", ""),
        table(list, point, groups, asking));
  }

  private static JsonNode key(JsonNode group, String dimension) {
    return group.path("key").path(dimension);
  }

  private static String items(JsonNode group) {
    return group.path("items").asString("").replaceFirst("^/api", "");
  }

  private static List<Shown> row(ValueReader reader, JsonNode group, String dimension) {
    return List.of(
        reader.value(dimension, key(group, dimension)),
        new Link(items(group), Long.toString(group.path("value").asLong())),
        reader.value("first", group.path("first")),
        reader.value("last", group.path("last")));
  }

  private static List<Bar> bars(List<JsonNode> groups, String dimension) {
    long most = groups.stream().mapToLong(group -> group.path("value").asLong()).max().orElse(0);
    return groups.stream().map(group -> bar(group, dimension, Math.max(most, 1))).toList();
  }

  private static Bar bar(JsonNode group, String dimension, long most) {
    long value = group.path("value").asLong();
    return new Bar(
        key(group, dimension).asString(""),
        Long.toString(value),
        Math.round(10.0 * WIDEST * value / most) / 10.0,
        items(group));
  }

  private static String open(JsonNode groups) {
    long open =
        groups
            .path("groups")
            .valueStream()
            .mapToLong(group -> group.path("undetermined").asLong(0))
            .sum();
    return open == 0 ? "" : open + " are not counted, for it is not known how many days they took.";
  }

  /** A table that an answer holds itself. */
  void add(String caption, Grid rows) {
    if (!rows.rows().isEmpty()) {
      parts.add(() -> part(caption, "", rows, List.of(), new Link("", ""), new Link("", "")));
    }
  }

  private static Part part(
      String caption, String said, Grid rows, List<Bar> bars, Link all, Link table) {
    return new Part("", said, new Grid(caption, rows.heads(), rows.rows()), bars, null, all, table);
  }
}
