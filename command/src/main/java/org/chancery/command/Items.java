package org.chancery.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes single items of a content, each named by a path as in RFC 6901: {@code /stops/2} is the
 * third stop, {@code /stops/2/dates} its dates, {@code /topics/-} a topic more. An item of a list
 * may be named by what it says too: {@code /participants/official=tillerson-rex-w}, {@code
 * /parties/=russia}. A value takes the place of what stood there, and null takes an item away.
 *
 * <p>All paths name places as they were before any of the changes.
 */
final class Items {
  private static final String MORE = "-";

  private final ObjectNode content;
  private final Violations faults;
  private final UnaryOperator<String> ids;
  private final List<Place> gone = new ArrayList<>();
  private final List<Runnable> changes = new ArrayList<>();

  /** A place in a list. */
  private record Place(ArrayNode list, int index) {}

  /**
   * @param ids gives the id of a party that is named by a code, or the text as it is
   */
  Items(ObjectNode content, UnaryOperator<String> ids, Violations faults) {
    this.content = content;
    this.ids = ids;
    this.faults = faults;
  }

  static boolean isPath(String field) {
    return field.startsWith("/");
  }

  static String at(String path, String name) {
    return path + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** Notes a change; faults where there is no such place. */
  void change(String path, JsonNode value) {
    String[] steps = path.substring(1).split("/", -1);
    JsonNode within = content;
    for (int n = 0; n < steps.length - 1 && within != null; n++) {
      within = step(within, name(steps[n]), n + 2 == steps.length && last(steps).equals(MORE));
    }
    boolean found =
        switch (within) {
          case ObjectNode object -> changes.add(() -> object.set(name(last(steps)), value));
          case ArrayNode list -> change(list, name(last(steps)), value);
          case null, default -> false;
        };
    if (!found) {
      faults.add(RefusalCode.INVALID_FIELDS, path, "there is no such item in what the entry says");
    }
  }

  /** Makes the changes. Items are taken away last, and from behind, so that places stay. */
  void make() {
    changes.forEach(Runnable::run);
    gone.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Place::index).reversed())
        .forEach(place -> place.list().remove(place.index()));
  }

  private boolean change(ArrayNode list, String step, JsonNode value) {
    if (step.equals(MORE)) {
      return !value.isNull() && changes.add(() -> list.add(value));
    }
    int index = index(list, step);
    if (index < 0) {
      return false;
    }
    return value.isNull()
        ? gone.add(new Place(list, index))
        : changes.add(() -> list.set(index, value));
  }

  private @Nullable JsonNode step(JsonNode within, String step, boolean mayBegin) {
    if (within instanceof ArrayNode list) {
      int index = index(list, step);
      return index < 0 ? null : list.get(index);
    }
    JsonNode found = within.get(step);
    return found == null && mayBegin && within instanceof ObjectNode object
        ? object.putArray(step)
        : found;
  }

  /** The place of the one item that is meant, or -1. */
  private int index(ArrayNode list, String step) {
    if (step.matches("0|[1-9]\\d{0,3}")) {
      return Integer.parseInt(step) < list.size() ? Integer.parseInt(step) : -1;
    }
    String[] said = step.split("=", 2);
    List<Integer> found =
        said.length < 2
            ? List.of()
            : IntStream.range(0, list.size())
                .filter(at -> says(list.get(at), said[0], said[1]))
                .boxed()
                .toList();
    return found.size() == 1 ? found.getFirst() : -1;
  }

  private boolean says(JsonNode item, String field, String text) {
    JsonNode value = field.isEmpty() ? item : item.path(field);
    return value.isValueNode()
        && (value.asString().equals(text) || value.asString().equals(ids.apply(text)));
  }

  private static String last(String[] steps) {
    return steps[steps.length - 1];
  }

  private static String name(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }
}
