package org.chancery.room.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.chancery.journal.json.LedgerJson;
import org.chancery.room.desk.Shape.Choice;
import org.chancery.room.desk.Shape.Flag;
import org.chancery.room.desk.Shape.Form;
import org.chancery.room.desk.Shape.Group;
import org.chancery.room.desk.Shape.Many;
import org.chancery.room.desk.Shape.Part;
import org.chancery.room.desk.Shape.Text;
import org.chancery.room.question.PageParameter;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What is filled in so far. Each field of a form goes by the JSON pointer of its place in the
 * command (RFC 6901), which is also how a refusal names it.
 */
final class FormFields {
  private static final JsonMapper JSON = LedgerJson.mapper();
  private static final int MOST = 1000;

  private FormFields() {}

  /** What a form sent; rows in which nothing stands are left out. */
  static ObjectNode read(Group group, Map<String, String[]> form) {
    JsonNode read = read(group, "", form);
    return read instanceof ObjectNode object ? object : JSON.createObjectNode();
  }

  /**
   * Fails as UNKNOWN_PARAMETER where a field is none of these: what is written there would be left
   * out without a word.
   */
  static void requireKnown(Group group, List<String> sent) {
    List<Fault> unknown =
        sent.stream()
            .filter(each -> !each.startsWith("/") || !isKnown(group, each.substring(1)))
            .map(each -> new Fault(each, "the form has no such field"))
            .toList();
    if (!unknown.isEmpty()) {
      String detail = "%s: the form has no such field".formatted(unknown.getFirst().pointer());
      throw new ProblemException(Problem.of(RequestCode.UNKNOWN_PARAMETER, detail).with(unknown));
    }
  }

  private static boolean isKnown(Shape shape, String path) {
    String[] parts = path.split("/", 2);
    String rest = parts.length > 1 ? parts[1] : "";
    return switch (shape) {
      case Text _, Choice _, Flag _, Many(Choice _) -> path.isEmpty();
      case Many(var each) ->
          path.isEmpty() || (parts[0].matches("\\d{1,3}") && isKnown(each, rest));
      case Group group ->
          path.isEmpty()
              || group.parts().stream()
                  .anyMatch(part -> part.name().equals(parts[0]) && isKnown(part.shape(), rest));
    };
  }

  private static @Nullable JsonNode read(Shape shape, String at, Map<String, String[]> form) {
    return switch (shape) {
      case Text _, Choice _, Flag _ -> one(at, form);
      case Many(Choice _) -> all(at, form);
      case Many(var each) -> rows(each, at, form);
      case Group group -> group(group, at, form);
    };
  }

  /**
   * Browsers send a line's end as two characters, whatever the text had (HTML, form submission).
   */
  private static @Nullable JsonNode one(String at, Map<String, String[]> form) {
    String[] values = form.get(at);
    return values == null || values[0].isBlank()
        ? null
        : StringNode.valueOf(values[0].strip().replaceAll("\\r\\n?", "\n"));
  }

  private static @Nullable JsonNode all(String at, Map<String, String[]> form) {
    ArrayNode all = JSON.createArrayNode();
    for (String each : form.getOrDefault(at, new String[0])) {
      all.add(each);
    }
    return all.isEmpty() ? null : all;
  }

  private static @Nullable JsonNode rows(Shape each, String at, Map<String, String[]> form) {
    TreeSet<Integer> places = new TreeSet<>();
    String before = at + "/";
    for (String name : form.keySet()) {
      String place = name.startsWith(before) ? name.substring(before.length()) : "";
      if (place.matches("\\d{1,3}(/.*)?")) {
        places.add(Integer.valueOf(place.replaceFirst("/.*", "")));
      }
    }
    ArrayNode rows = JSON.createArrayNode();
    for (int place : places) {
      JsonNode row = read(each, before + place, form);
      if (row != null && rows.size() < MOST) {
        rows.add(row);
      }
    }
    return rows.isEmpty() ? null : rows;
  }

  private static @Nullable JsonNode group(Group group, String at, Map<String, String[]> form) {
    ObjectNode object = JSON.createObjectNode();
    for (Part part : group.parts()) {
      JsonNode value = read(part.shape(), at + "/" + part.name(), form);
      if (value != null) {
        object.set(part.name(), value);
      }
    }
    JsonNode alone = group.alone() ? one(at, form) : null;
    return object.isEmpty() ? alone : object;
  }

  /** The same as a form sends it. */
  static List<PageParameter> asForm(Group group, JsonNode draft) {
    List<PageParameter> all = new ArrayList<>();
    flatten(group, "", draft, all);
    return all;
  }

  private static void flatten(Shape shape, String at, JsonNode value, List<PageParameter> into) {
    switch (shape) {
      case Group group when value.isObject() -> {
        for (Part part : group.parts()) {
          flatten(part.shape(), at + "/" + part.name(), value.path(part.name()), into);
        }
      }
      case Many(Choice _) -> value.forEach(each -> into.add(new PageParameter(at, text(each))));
      case Many(var each) -> {
        for (int place = 0; place < value.size(); place++) {
          flatten(each, at + "/" + place, value.get(place), into);
        }
      }
      case Group _, Text _, Choice _, Flag _ -> {
        if (!text(value).isEmpty()) {
          into.add(new PageParameter(at, text(value)));
        }
      }
    }
  }

  /** A value as it stands in a field. */
  static String text(JsonNode value) {
    return value.isContainer() ? value.toString() : value.asString("");
  }

  /** The command's fields, as the API takes them. */
  static ObjectNode body(Group group, ObjectNode draft) {
    ObjectNode body = JSON.createObjectNode();
    for (Part part : group.parts()) {
      JsonNode value = draft.get(part.name());
      if (value != null) {
        body.set(part.name(), typed(part.shape(), value));
      }
    }
    return body;
  }

  /** The same where what is left empty says that nothing stands there, as in a correction. */
  static ObjectNode whole(Group group, ObjectNode draft) {
    ObjectNode body = body(group, draft);
    for (Part part : group.parts()) {
      if (!body.has(part.name())) {
        body.set(
            part.name(),
            switch (part.shape()) {
              case Many _ -> JSON.createArrayNode();
              case Flag _ -> JSON.getNodeFactory().booleanNode(false);
              case Text _, Choice _, Group _ -> JSON.nullNode();
            });
      }
    }
    return body;
  }

  private static JsonNode typed(Shape shape, JsonNode value) {
    return switch (shape) {
      case Text(var form) -> typed(form, value);
      case Choice _ -> value;
      case Flag _ -> JSON.getNodeFactory().booleanNode(value.asString("").equals("true"));
      case Many(var each) -> {
        ArrayNode rows = JSON.createArrayNode();
        value.forEach(row -> rows.add(typed(each, row)));
        yield rows;
      }
      case Group group -> value instanceof ObjectNode object ? body(group, object) : value;
    };
  }

  private static JsonNode typed(Form form, JsonNode value) {
    String text = value.asString("");
    boolean number = text.matches("-?\\d{1,18}");
    return switch (form) {
      case NUMBER, EITHER ->
          number ? JSON.getNodeFactory().numberNode(Long.parseLong(text)) : value;
      case JSON -> parsed(text, value);
      case PLAIN, DATE, SPAN, PARTY -> value;
    };
  }

  private static JsonNode parsed(String text, JsonNode asItIs) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException none) {
      return asItIs;
    }
  }
}
