package org.chancery.query.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * @param said the answer without what it rests on
 * @param citations what it rests on
 */
record Read(boolean present, JsonNode said, String citations) {
  private static final JsonMapper JSON = LedgerJson.mapper();

  static Read of(Optional<?> view) {
    if (view.isEmpty()) {
      return new Read(false, JSON.createObjectNode(), "");
    }
    ObjectNode tree = JSON.valueToTree(view.get());
    String citations = tree.path("entries").toString();
    if (tree.has("cooperation") || tree.has("agreement") || tree.has("sanction")) {
      tree.remove("history");
    }
    if (tree.has("kind")) {
      tree.remove("called");
    }
    forget(tree);
    return new Read(true, tree, citations);
  }

  private static void forget(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("entries");
    }
    node.forEach(Read::forget);
  }

  /** Field by field, before and after. */
  Map<String, List<String>> against(Read after) {
    Map<String, List<String>> changed = new TreeMap<>();
    compare("", said, after.said, changed);
    return changed;
  }

  private static void compare(
      String at, JsonNode was, JsonNode is, Map<String, List<String>> changed) {
    if (text(was).equals(text(is))) {
      return;
    }
    if (was.isObject() || is.isObject()) {
      Set<String> names = new TreeSet<>(was.propertyNames());
      names.addAll(is.propertyNames());
      String prefix = at.isEmpty() ? "" : at + ".";
      names.forEach(name -> compare(prefix + name, was.path(name), is.path(name), changed));
    } else if (was.size() == is.size() && was.path(0).isObject()) {
      for (int index = 0; index < was.size(); index++) {
        compare(at + "[" + (index + 1) + "]", was.path(index), is.path(index), changed);
      }
    } else {
      changed.put(at, List.of(text(was), text(is)));
    }
  }

  /** What says nothing is left out, at every depth. */
  private static String text(JsonNode node) {
    JsonNode copy = node.deepCopy();
    silence(copy);
    return copy.isNull() || copy.isMissingNode() || (copy.isArray() && copy.isEmpty())
        ? "null"
        : copy.toString();
  }

  private static void silence(JsonNode node) {
    node.forEach(Read::silence);
    if (node instanceof ObjectNode object) {
      object.removeIf(each -> each.isNull() || (each.isArray() && each.isEmpty()));
    }
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
