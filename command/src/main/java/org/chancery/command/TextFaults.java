package org.chancery.command;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.shared.RefusalCode;
import tools.jackson.databind.JsonNode;

/**
 * What is wrong with the texts of a command that no type tells. What is entered is held to this,
 * and not what is recorded already: that stays readable.
 */
final class TextFaults {
  private static final String URL = "url";
  private static final Pattern SCHEME = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9+.-]*):.*");
  private static final Set<String> READ_AT =
      Set.of("http", "https", "ftp", "urn", "doi", "hdl", "ark", "info");

  private final Violations faults;

  TextFaults(Violations faults) {
    this.faults = faults;
  }

  /** Finds them in what stands at the pointer. */
  void find(JsonNode node, String pointer) {
    if (node.isString()) {
      findIn(node.asString(), pointer);
    } else if (node.isArray()) {
      for (int place = 0; place < node.size(); place++) {
        find(node.path(place), pointer + "/" + place);
      }
    } else {
      node.properties().forEach(field -> find(field.getValue(), Items.at(pointer, field.getKey())));
    }
  }

  private void findIn(String text, String pointer) {
    if (!text.isBlank() && text.codePoints().allMatch(TextFaults::isUnseen)) {
      faults.add(RefusalCode.INVALID_FIELDS, pointer, "holds nothing that can be seen");
    } else if (pointer.endsWith("/" + URL) && !isReadAt(text)) {
      faults.add(
          RefusalCode.INVALID_FIELDS, pointer, "must be where it can be read, such as https://…");
    }
  }

  /** A browser runs what some addresses say. */
  private static boolean isReadAt(String address) {
    Matcher scheme = SCHEME.matcher(address.replaceAll("\\p{Cntrl}", ""));
    return !scheme.matches() || READ_AT.contains(scheme.group(1).toLowerCase(Locale.ROOT));
  }

  /** Spaces of all kinds, controls, and what only joins or directs letters. */
  private static boolean isUnseen(int point) {
    return Character.isSpaceChar(point)
        || Character.isWhitespace(point)
        || Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT;
  }
}
