package org.chancery.room.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.room.question.PageParameter;
import org.chancery.room.sheet.Sheet.Form;
import org.chancery.room.value.Links;
import tools.jackson.databind.JsonNode;

/**
 * The formats of others in which an answer is had, each where that takes what the page was asked.
 */
public final class OtherForms {
  private static final String POINT = "on knownAt ";
  private static final String HAPPENING = POINT + "party official from to";
  private static final String SUBJECT = "subject";

  private static final int MOST = 1_000;
  private static final List<PageParameter> AS_TABLE =
      List.of(new PageParameter("limit", Integer.toString(MOST)), new PageParameter("as", "csv"));

  private OtherForms() {}

  private record Offered(String list, String path, String takes, String format, Form form) {}

  private static final List<Offered> OF_LISTS =
      List.of(
          of("entries", "/api/entries", "", "atom", "application/atom+xml", "Atom"),
          of(
              "entries",
              "/api/entries",
              "",
              "cloudevents",
              "application/cloudevents-batch+json",
              "CloudEvents"),
          of("meetings", "/api/calendar", HAPPENING, "", "text/calendar", "iCalendar"),
          of("conferences", "/api/calendar", HAPPENING, "", "text/calendar", "iCalendar"),
          of("timeline", "/api/calendar", HAPPENING, "", "text/calendar", "iCalendar"),
          of("timeline", "/api/timeline/plover", HAPPENING, "", "text/csv", "PLOVER"),
          of(
              "relationships",
              "/relationships/graph",
              POINT + "party",
              "",
              "application/graphml+xml",
              "GraphML"));

  private static Offered of(
      String list, String path, String takes, String format, String type, String name) {
    return new Offered(list, path, takes, format, new Form(path, type, name));
  }

  /**
   * The rows of a list as a table, under the question of its page. A table is longer than a page,
   * and begins where that does.
   */
  public static Form table(HttpServletRequest page) {
    return table("/api" + page.getRequestURI(), page);
  }

  /** The same of a list of the API under the question of another page. */
  public static Form table(String list, HttpServletRequest page) {
    List<PageParameter> all = new ArrayList<>(PageParameter.of(page));
    all.removeIf(each -> List.of("limit", "as", "minPosition").contains(each.name()));
    all.addAll(AS_TABLE);
    return new Form(Links.address(list, all), "text/csv", "CSV");
  }

  /**
   * The same of a list that a page shows a part of.
   *
   * @param narrowed names and values of its filters, in turn
   */
  public static Form table(String list, Links links, String... narrowed) {
    List<String> all = new ArrayList<>();
    for (int index = 0; index < narrowed.length; index += 2) {
      if (!narrowed[index].equals("limit")) {
        all.addAll(List.of(narrowed[index], narrowed[index + 1]));
      }
    }
    AS_TABLE.forEach(each -> all.addAll(List.of(each.name(), each.value())));
    String address = links.filtered("/api/" + list, all.toArray(String[]::new));
    return new Form(address, "text/csv", "CSV");
  }

  /** What such a table holds, in words: pages beyond the first are told by their own. */
  public static String ofTable(JsonNode answer, boolean further) {
    long rows = answer.path(answer.has("groups") ? "count" : "total").asLong();
    return further
        ? String.format(Locale.ENGLISH, "From here on as CSV, at most %,d", MOST)
        : rows > MOST
            ? String.format(Locale.ENGLISH, "The first %,d of %,d as CSV", MOST, rows)
            : "All as CSV";
  }

  /** Those of a list, with its filters. */
  public static List<Form> ofList(String list, HttpServletRequest page) {
    List<PageParameter> asked =
        PageParameter.of(page).stream()
            .filter(each -> !List.of("limit", "cursor").contains(each.name()))
            .toList();
    return OF_LISTS.stream()
        .filter(each -> each.list().equals(list) && takesAll(each, asked))
        .map(each -> addressed(each, asked))
        .toList();
  }

  private static boolean takesAll(Offered form, List<PageParameter> asked) {
    Set<String> taken = Set.of(form.takes().split(" ", -1));
    return form.takes().isEmpty() || asked.stream().allMatch(each -> taken.contains(each.name()));
  }

  private static Form addressed(Offered form, List<PageParameter> asked) {
    List<PageParameter> all = new ArrayList<>(asked);
    if (!form.format().isEmpty()) {
      all.add(new PageParameter("format", form.format()));
    }
    return new Form(Links.address(form.path(), all), form.form().type(), form.form().name());
  }

  /** What was entered on a subject, by the point at which the reader stands. */
  public static Form feed(String subject, Links links) {
    String path = links.filtered("/api/entries", SUBJECT, subject, "format", "atom");
    return new Form(path, "application/atom+xml", "an Atom feed");
  }

  /** Meetings and conferences of those who are named, by the parameter of that name. */
  public static Form calendar(String parameter, List<String> ids, Links links) {
    String[] asked = ids.stream().flatMap(id -> Stream.of(parameter, id)).toArray(String[]::new);
    return new Form(links.filtered("/api/calendar", asked), "text/calendar", "iCalendar");
  }
}
