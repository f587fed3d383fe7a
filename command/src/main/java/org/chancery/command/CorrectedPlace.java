package org.chancery.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * What a correction changes at one place of what an entry says.
 *
 * @param path where, as a JSON pointer (RFC 6901); of an item that is gone its former place, of one
 *     that is new its place now
 * @param before what stood there, or null
 * @param after what stands there now, or null
 */
public record CorrectedPlace(String path, @Nullable Object before, @Nullable Object after) {

  /** Every change from one content to another, at the innermost place that differs. */
  static List<CorrectedPlace> between(JsonNode before, JsonNode after) {
    List<CorrectedPlace> changes = new ArrayList<>();
    compare("", before, after, changes);
    return List.copyOf(changes);
  }

  private static void compare(
      String path,
      @Nullable JsonNode before,
      @Nullable JsonNode after,
      List<CorrectedPlace> changes) {
    boolean same = before == null ? after == null : before.equals(after);
    if (same) {
      return;
    }
    if (before != null && after != null && before.isObject() && after.isObject()) {
      Set<String> names = new LinkedHashSet<>(before.propertyNames());
      names.addAll(after.propertyNames());
      names.forEach(
          name -> compare(Items.at(path, name), before.get(name), after.get(name), changes));
    } else if (before instanceof ArrayNode was && after instanceof ArrayNode is) {
      compareItems(path, was, is, changes);
    } else {
      changes.add(new CorrectedPlace(path, before, after));
    }
  }

  /** What both lists have in the same order stayed; what is between came, went or changed. */
  private static void compareItems(
      String path, ArrayNode before, ArrayNode after, List<CorrectedPlace> changes) {
    int[][] common = common(before, after);
    int was = 0;
    int is = 0;
    for (int next = common[0][0]; next >= 0; next = next == 0 ? -1 : common[was][is]) {
      int wasTo = was;
      int isTo = is;
      while (next > 0 && !before.get(wasTo).equals(after.get(isTo))) {
        boolean skip = common[wasTo + 1][isTo] == next;
        wasTo += skip ? 1 : 0;
        isTo += skip ? 0 : 1;
      }
      wasTo = next == 0 ? before.size() : wasTo;
      isTo = next == 0 ? after.size() : isTo;
      compareGap(new Gap(path, before, was, wasTo, after, is, isTo), changes);
      was = wasTo + 1;
      is = isTo + 1;
    }
  }

  /** Items of a list, and those in their place. */
  private record Gap(
      String path, ArrayNode before, int was, int wasTo, ArrayNode after, int is, int isTo) {}

  private static void compareGap(Gap gap, List<CorrectedPlace> changes) {
    boolean inPlace = gap.wasTo() - gap.was() == gap.isTo() - gap.is();
    for (int n = gap.was(); n < gap.wasTo() && !inPlace; n++) {
      changes.add(new CorrectedPlace(gap.path() + "/" + n, gap.before().get(n), null));
    }
    for (int n = gap.is(); n < gap.isTo(); n++) {
      JsonNode before = inPlace ? gap.before().get(n - gap.is() + gap.was()) : null;
      compare(gap.path() + "/" + n, before, gap.after().get(n), changes);
    }
  }

  /** How many items the rests of both lists have in common in the same order, by their places. */
  private static int[][] common(ArrayNode before, ArrayNode after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int was = before.size() - 1; was >= 0; was--) {
      for (int is = after.size() - 1; is >= 0; is--) {
        common[was][is] =
            before.get(was).equals(after.get(is))
                ? common[was + 1][is + 1] + 1
                : Math.max(common[was + 1][is], common[was][is + 1]);
      }
    }
    return common;
  }
}
