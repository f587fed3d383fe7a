package org.chancery.room.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the API answered to a page's question, and the point in both times as of which it did.
 *
 * @param answer as JSON reads
 */
public record Asked(Endpoints endpoints, JsonNode answer) {

  /** The day in the world. */
  public LocalDate on() {
    return LocalDate.parse(answer.at("/asOf/on").asString());
  }

  /** The position up to which the ledger's knowledge was used. */
  public long position() {
    return answer.at("/asOf/position").asLong();
  }

  /** When that was recorded, or null where nothing was by then. */
  public @Nullable Instant knownAt() {
    JsonNode instant = answer.at("/asOf/knownAt");
    return instant.isString() ? Instant.parse(instant.asString()) : null;
  }

  /** What that point is called, where it was asked for by a name; empty otherwise. */
  public String point() {
    return answer.at("/asOf/point").asString("");
  }

  /** The entries that the answer lacks. */
  public List<Long> behind() {
    return positions(answer.at("/asOf/behind"));
  }

  /** The positions that all of the answer rests on. */
  public List<Long> entries() {
    return positions(answer.path("entries"));
  }

  /** Positions as a JSON array has them. */
  public static List<Long> positions(JsonNode entries) {
    return StreamSupport.stream(entries.spliterator(), false)
        .filter(JsonNode::isNumber)
        .map(JsonNode::asLong)
        .toList();
  }

  /**
   * A further question of the same page, as of the same point in both times.
   *
   * @param parameters names and values in turn
   */
  public JsonNode beside(String path, String... parameters) {
    List<PageParameter> all = pairs(parameters);
    all.add(new PageParameter("on", on().toString()));
    return ask(path, all);
  }

  /** The same, where naming a day would keep what lasts on that day alone. */
  public JsonNode ofAllDays(String path, String... parameters) {
    return ask(path, pairs(parameters));
  }

  /** The same as {@link #beside}, begun now; several are answered at the same time. */
  public Supplier<JsonNode> begunBeside(String path, String... parameters) {
    List<PageParameter> all = pairs(parameters);
    all.add(new PageParameter("on", on().toString()));
    return begin(path, all);
  }

  /** The same as {@link #ofAllDays}, begun now. */
  public Supplier<JsonNode> begunOfAllDays(String path, String... parameters) {
    return begin(path, pairs(parameters));
  }

  private JsonNode ask(String path, List<PageParameter> parameters) {
    return endpoints.ask(path, known(parameters));
  }

  private Supplier<JsonNode> begin(String path, List<PageParameter> parameters) {
    Future<JsonNode> begun = endpoints.begin(path, known(parameters));
    return () -> Endpoints.answer(begun);
  }

  private Map<String, String[]> known(List<PageParameter> parameters) {
    parameters.add(new PageParameter("knownAt", "position:" + position()));
    return PageParameter.byName(parameters);
  }

  private static List<PageParameter> pairs(String... parameters) {
    List<PageParameter> all = new ArrayList<>();
    for (int index = 0; index < parameters.length; index += 2) {
      all.add(new PageParameter(parameters[index], parameters[index + 1]));
    }
    return all;
  }
}
