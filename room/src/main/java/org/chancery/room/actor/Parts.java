package org.chancery.room.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chancery.room.actor.ActorSheet.Bar;
import org.chancery.room.actor.ActorSheet.Part;
import org.chancery.room.listing.ListRows;
import org.chancery.room.question.Asked;
import org.chancery.room.question.Questions;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Link;
import org.chancery.room.value.ValueReader;
import tools.jackson.databind.JsonNode;

/** Gathers the sections of a page from lists, each narrowed to who the page is of. */
final class Parts {
  private static final String SHOWN = "25";
  private static final double WIDEST = 600;

  private final Asked asked;
  private final Links links;
  private final List<Part> parts = new ArrayList<>();

  Parts(Asked asked, Links links) {
    this.asked = asked;
    this.links = links;
  }

  List<Part> all() {
    return List.copyOf(parts);
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
    JsonNode answer = ofAllDays ? asked.ofAllDays(path, all) : asked.beside(path, all);
    if (!answer.path("items").isEmpty()) {
      long total = answer.path("total").asLong();
      int shown = answer.path("items").size();
      String said =
          shown < total
              ? String.format(
                  Locale.ENGLISH,
                  "%,d in all; %s %d are shown.",
                  total,
                  happens ? "the last" : "the first",
                  shown)
              : "";
      ValueReader reader = ValueReader.of(answer, links);
      add(
          caption,
          said,
          new ListRows(reader).of(list, caption, answer.path("items")),
          List.of(),
          new Link(links.filtered("/" + list, filter), "All as a list"));
    }
  }

  /** How many there are of each, as bars and as a table; nothing where there are none. */
  void count(
      String caption, String head, String unit, JsonNode groups, String dimension, String but) {
    ValueReader reader = ValueReader.of(groups, links);
    List<List<Shown>> rows = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    long most = 1;
    for (JsonNode group : groups.path("groups")) {
      most = Math.max(most, group.path("value").asLong());
    }
    for (JsonNode group : groups.path("groups")) {
      String key = group.path("key").path(dimension).asString("");
      if (!key.equals(but)) {
        Shown who = reader.value(dimension, group.path("key").path(dimension));
        long value = group.path("value").asLong();
        String href = group.path("items").asString("").replaceFirst("^/api", "");
        rows.add(
            List.of(
                who,
                new Link(href, Long.toString(value)),
                reader.value("first", group.path("first")),
                reader.value("last", group.path("last"))));
        bars.add(
            new Bar(
                who instanceof Link link ? link.text() : key,
                Long.toString(value),
                Math.round(10.0 * WIDEST * value / most) / 10.0,
                href));
      }
    }
    if (!rows.isEmpty()) {
      long open = 0;
      for (JsonNode group : groups.path("groups")) {
        open += group.path("undetermined").asLong(0);
      }
      String said =
          open == 0 ? "" : open + " are not counted, for it is not known how many days they took.";
      Grid grid = new Grid(caption, List.of(head, unit, "First", "Last"), rows);
      add(caption, said, grid, dimension.equals("year") ? bars : List.of(), new Link("", ""));
    }
  }

  /** A table that an answer holds itself. */
  void add(String caption, Grid rows) {
    if (!rows.rows().isEmpty()) {
      add(caption, "", rows, List.of(), new Link("", ""));
    }
  }

  private void add(String caption, String said, Grid rows, List<Bar> bars, Link all) {
    String id = "part-" + (parts.size() + 1);
    parts.add(new Part(id, said, new Grid(caption, rows.heads(), rows.rows()), bars, all));
  }
}
