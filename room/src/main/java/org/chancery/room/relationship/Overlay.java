package org.chancery.room.relationship;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.room.question.PageParameter;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Stacked;
import org.chancery.room.value.Shown.Text;
import org.chancery.room.value.Shown.Tone;

/**
 * What was known at an earlier point, beside what is known at that of the page.
 *
 * @param asked the earlier point, as asked for; empty where none is
 * @param others the parameters of the page beside it
 * @param told at which point, and whether anything was otherwise, in a sentence
 * @param table the same as the picture, lane by lane
 */
public record Overlay(String asked, List<PageParameter> others, String told, Grid table) {

  /** Lays one over the other. */
  static Overlay of(
      String asked, List<PageParameter> others, String point, List<Lane> now, List<Lane> before) {
    Map<String, String> labels = new LinkedHashMap<>();
    now.forEach(each -> labels.put(each.key(), each.label()));
    before.forEach(each -> labels.putIfAbsent(each.key(), each.label()));
    List<List<Shown>> rows = new ArrayList<>();
    int otherwise = 0;
    for (String key : labels.keySet()) {
      List<String> then = words(before, key);
      List<String> since = words(now, key);
      otherwise += then.equals(since) ? 0 : 1;
      rows.add(
          List.of(
              new Text(labels.getOrDefault(key, key)),
              shown(then, since),
              shown(since, then),
              same(then.equals(since))));
    }
    String told =
        otherwise == 0
            ? "Nothing reads otherwise than it did %s.".formatted(point)
            : "%d of %d read otherwise than %s.".formatted(otherwise, labels.size(), point);
    List<String> heads = List.of("Of", "As known " + point, "As known now", "Is it the same?");
    return new Overlay(asked, others, told, new Grid("What was known, and is", heads, rows));
  }

  /** Where none is asked for. */
  static Overlay none(List<PageParameter> others) {
    return new Overlay("", others, "", new Grid("", List.of(), List.of()));
  }

  private static List<String> words(List<Lane> lanes, String key) {
    return lanes.stream()
        .filter(each -> each.key().equals(key))
        .flatMap(each -> each.words().stream())
        .toList();
  }

  private static Shown same(boolean same) {
    return same ? new Text("the same", Tone.QUIET) : new Text("otherwise");
  }

  /** What only one of the two has is marked. */
  private static Shown shown(List<String> words, List<String> others) {
    return words.isEmpty()
        ? new Text("nothing on record", Tone.QUIET)
        : new Stacked(
            words.stream()
                .<Shown>map(
                    each ->
                        new Shown.Worded(List.of(new Shown.Piece(each, !others.contains(each)))))
                .toList());
  }
}
