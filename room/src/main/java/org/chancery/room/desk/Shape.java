package org.chancery.room.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a field takes, as the schema of the API says it. */
sealed interface Shape {

  /** One value, written as a text. */
  record Text(Form form) implements Shape {}

  /** How a text is written. */
  enum Form {
    PLAIN,
    /** A date (EDTF). */
    DATE,
    /** A date or a span of dates (EDTF). */
    SPAN,
    /** A party by its id or code. */
    PARTY,
    NUMBER,
    /** A number or an id. */
    EITHER,
    /** Whatever JSON can say. */
    JSON
  }

  /** One word of several. */
  record Choice(List<String> words) implements Shape {}

  /** Yes, or not. */
  record Flag() implements Shape {}

  /** Any number of the same. */
  record Many(Shape each) implements Shape {}

  /**
   * Fields that belong together. What is written in one of several forms has the fields of all: the
   * ledger tells them apart by which are filled in.
   *
   * @param alone true where one text may stand in their place
   */
  record Group(List<Part> parts, boolean alone) implements Shape {

    /** The same without the fields of these names. */
    Group without(Set<String> names) {
      return new Group(parts.stream().filter(part -> !names.contains(part.name())).toList(), alone);
    }

    /** The same with these fields, in front of those that it has already. */
    Group after(List<Part> first) {
      List<Part> all = new ArrayList<>(first);
      all.addAll(parts);
      return new Group(all, alone);
    }
  }

  /** A field of a group. */
  record Part(String name, Shape shape, boolean required, String about) {}

  /** Reads shapes from an OpenAPI document. */
  record Reader(JsonNode schemas) {
    private static final String REFERENCE = "#/components/schemas/";

    /** What a command takes, in its own order. */
    Group command(String name) {
      return group(schemas.path(name));
    }

    private Shape shape(JsonNode schema) {
      JsonNode told = told(schema);
      List<JsonNode> forms = forms(told);
      if (forms.size() > 1) {
        return either(forms);
      }
      JsonNode one = forms.isEmpty() ? told : told(forms.getFirst());
      if (one.has("enum")) {
        return new Choice(texts(one.path("enum")));
      }
      Set<String> types = types(one);
      if (types.contains("array")) {
        return new Many(shape(one.path("items")));
      }
      if (types.contains("boolean")) {
        return new Flag();
      }
      return types.contains("object") && one.has("properties") ? group(one) : text(one, types);
    }

    private JsonNode told(JsonNode schema) {
      String reference = schema.path("$ref").asString("");
      return reference.isEmpty() ? schema : schemas.path(reference.substring(REFERENCE.length()));
    }

    private List<JsonNode> forms(JsonNode schema) {
      List<JsonNode> forms = new ArrayList<>();
      for (JsonNode each : schema.path("anyOf")) {
        if (!types(each).equals(Set.of("null"))) {
          forms.add(told(each));
        }
      }
      return forms;
    }

    private Shape either(List<JsonNode> forms) {
      SequencedMap<String, Part> parts = new LinkedHashMap<>();
      boolean alone = false;
      for (JsonNode each : forms) {
        if (shape(each) instanceof Group group) {
          group.parts().forEach(part -> parts.putIfAbsent(part.name(), optional(part)));
        } else {
          alone = true;
        }
      }
      return parts.isEmpty()
          ? new Text(Form.EITHER)
          : new Group(List.copyOf(parts.values()), alone);
    }

    private static Part optional(Part part) {
      return new Part(part.name(), part.shape(), false, part.about());
    }

    private Group group(JsonNode schema) {
      List<String> required = texts(schema.path("required"));
      List<Part> parts = new ArrayList<>();
      for (String name : texts(schema.path("x-order"))) {
        JsonNode part = schema.path("properties").path(name);
        JsonNode about = part.has("description") ? part : told(part);
        parts.add(new Part(name, shape(part), required.contains(name), words(about)));
      }
      return new Group(parts, false);
    }

    /**
     * What the document says of something; the mark of what is told elsewhere says nothing here.
     */
    static String words(JsonNode told) {
      return told.path("description").asString("").replace("`", "").replaceFirst("\\s*\\*\\.$", "");
    }

    private static Text text(JsonNode schema, Set<String> types) {
      String pattern = schema.path("pattern").asString("");
      if (types.contains("integer")) {
        return new Text(Form.NUMBER);
      }
      if (types.contains("object")) {
        return new Text(Form.JSON);
      }
      if (pattern.startsWith("^[A-Za-z")) {
        return new Text(Form.PARTY);
      }
      boolean id = pattern.isEmpty() || pattern.startsWith("^[");
      return new Text(id ? Form.PLAIN : pattern.contains("/") ? Form.SPAN : Form.DATE);
    }

    private static Set<String> types(JsonNode schema) {
      JsonNode type = schema.path("type");
      return type.isString() ? Set.of(type.asString()) : new LinkedHashSet<>(texts(type));
    }

    private static List<String> texts(JsonNode array) {
      List<String> texts = new ArrayList<>();
      array.forEach(each -> texts.add(each.asString("")));
      return texts;
    }
  }
}
