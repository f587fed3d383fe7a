package org.chancery.room.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.room.question.PageParameter;
import org.chancery.room.search.SearchSheet.Group;
import org.chancery.room.search.SearchSheet.Part;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown.Link;
import org.chancery.room.value.ValueReader;
import tools.jackson.databind.JsonNode;

/** By what a search is narrowed, and by what it may be further; all else that is asked is kept. */
record Narrowing(HttpServletRequest page, ValueReader reader) {
  private static final Set<String> FILTERS = Set.of("kind", "party", "from", "to");
  private static final int FIRST = 12;

  /** Each filter that is asked for, with the address of the same search without it. */
  List<Link> narrowed() {
    return asked()
        .filter(each -> FILTERS.contains(each.name()))
        .map(each -> new Link(address(asked().filter(other -> !other.equals(each))), words(each)))
        .toList();
  }

  private String words(PageParameter filter) {
    return switch (filter.name()) {
      case "kind" -> FieldWords.sentence(filter.value());
      case "party" -> reader.party(filter.value());
      default -> FieldWords.label(filter.name()) + " " + DateWords.of(filter.value());
    };
  }

  /** The counts of an answer, each with the address of what it counts. */
  List<Group> groups(JsonNode answer) {
    JsonNode facets = answer.path("facets");
    long total = answer.path("total").asLong();
    List<Group> all = new ArrayList<>();
    all.add(group("kinds", parts(facets.path("kinds"), total, this::kind), ""));
    int besides = facets.path("moreParties").asInt(0);
    all.add(
        group(
            "parties",
            parts(facets.path("parties"), total, this::party),
            besides == 0 ? "" : String.format(Locale.ENGLISH, "and %,d parties besides", besides)));
    if (asked().noneMatch(each -> Set.of("on", "from", "to").contains(each.name()))) {
      all.add(group("years", parts(facets.path("years"), total, this::year), ""));
    }
    return all.stream().filter(each -> !each.first().isEmpty()).toList();
  }

  private static Group group(String id, List<Part> parts, String besides) {
    int first = Math.min(FIRST, parts.size());
    return new Group(
        id,
        FieldWords.sentence(id),
        id.equals("years")
            ? "In which they begin. A year keeps what began earlier and lasts in it, too."
            : "",
        parts.subList(0, first),
        parts.subList(first, parts.size()),
        besides);
  }

  /** Without an address where all that is found is of it, so that it would keep everything. */
  private List<Part> parts(JsonNode counts, long total, Function<JsonNode, Part> part) {
    List<Part> parts = new ArrayList<>();
    for (JsonNode each : counts) {
      Part one = part.apply(each);
      long count = each.path("count").asLong();
      String href = count == total ? "" : one.href();
      parts.add(new Part(href, one.name(), String.format(Locale.ENGLISH, "%,d", count)));
    }
    return parts;
  }

  private Part kind(JsonNode count) {
    String kind = count.path("kind").asString("");
    return part(FieldWords.sentence(kind), new PageParameter("kind", kind));
  }

  private Part party(JsonNode count) {
    String party = count.path("party").asString("");
    return part(reader.party(party), new PageParameter("party", party));
  }

  private Part year(JsonNode count) {
    int number = count.path("year").asInt();
    String year = (number < 0 ? "-%04d" : "%04d").formatted(Math.abs(number));
    return part(DateWords.of(year), new PageParameter("from", year), new PageParameter("to", year));
  }

  private Part part(String name, PageParameter... further) {
    return new Part(address(Stream.concat(asked(), Stream.of(further))), name, "");
  }

  private String address(Stream<PageParameter> parameters) {
    return Links.address(page.getRequestURI(), parameters.toList());
  }

  /** From the first page: what is found is other than what the place in a list is of. */
  private Stream<PageParameter> asked() {
    return PageParameter.of(page).stream().filter(each -> !each.name().equals("cursor"));
  }
}
