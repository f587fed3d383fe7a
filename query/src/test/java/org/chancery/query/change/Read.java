package org.chancery.query.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.change.ChangedAnswer.FieldChange;
import org.chancery.query.change.ChangedAnswer.Nature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer as it was read, compared the plain way.
 *
 * @param said each value by its JSON pointer, without what it rests on
 * @param citations what it rests on
 */
record Read(boolean present, Map<String, String> said, String citations) {
  private static final JsonMapper JSON = LedgerJson.mapper();

  static Read of(Optional<?> view) {
    if (view.isEmpty()) {
      return new Read(false, Map.of(), "");
    }
    ObjectNode tree = JSON.valueToTree(view.get());
    String citations = tree.path("entries").toString();
    if (tree.has("cooperation")) {
      tree.remove("history");
    }
    forget(tree);
    Map<String, String> said = new TreeMap<>();
    spread(tree, "", said);
    return new Read(true, said, citations);
  }

  private static void forget(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("entries");
    }
    node.forEach(Read::forget);
  }

  private static void spread(JsonNode node, String at, Map<String, String> said) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field ->
                  spread(
                      field.getValue(),
                      (at + "." + field.getKey()).replaceFirst("^\\.", ""),
                      said));
    } else if (!node.isNull() && !(node.isArray() && node.isEmpty())) {
      said.put(at, node.toString());
    }
  }

  /** Field by field, before and after. */
  Map<String, List<String>> against(Read after) {
    Map<String, List<String>> changed = new TreeMap<>();
    TreeSet<String> names = new TreeSet<>(said.keySet());
    names.addAll(after.said.keySet());
    for (String name : names) {
      String was = said.getOrDefault(name, "null");
      String is = after.said.getOrDefault(name, "null");
      if (!was.equals(is)) {
        changed.put(name, List.of(was, is));
      }
    }
    return changed;
  }

  static Map<String, List<String>> told(List<FieldChange> fields) {
    Map<String, List<String>> changed = new TreeMap<>();
    fields.forEach(
        field ->
            changed.put(
                field.field(),
                List.of(
                    JSON.writeValueAsString(field.before()),
                    JSON.writeValueAsString(field.after()))));
    return changed;
  }

  Nature nature(Read after) {
    return against(after).isEmpty()
        ? Nature.RESTS_ON_OTHERS
        : !present ? Nature.BEGINS : !after.present ? Nature.ENDS : Nature.DIFFERS;
  }
}
