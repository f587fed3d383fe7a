package org.chancery.shared.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which known names somebody may have meant who wrote one that is not known. */
public final class Nearest {
  private static final int MOST = 5;
  private static final int LONGEST = 64;

  /** Of the letters, so many may differ. */
  private static final double FAR = 0.4;

  /** A word that is begun rightly is nearer than one that is misspelt. */
  private static final double BEGUN = 0.05;

  private static final double PART = 0.03;

  private Nearest() {}

  /**
   * Something that may have been meant.
   *
   * @param suggestion what to write instead
   * @param names all that it goes by
   */
  public record Known(String suggestion, List<String> names) {

    public static Known of(String name) {
      return new Known(name, List.of(name));
    }
  }

  private record Rated(String suggestion, double distance) {}

  /** At most five suggestions, the nearest first; none where nothing is near. */
  public static List<String> to(String asked, Collection<Known> known) {
    String key = TextForm.key(asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked);
    return key.isEmpty()
        ? List.of()
        : known.stream()
            .map(each -> new Rated(each.suggestion(), distance(key, each.names())))
            .filter(rated -> rated.distance() <= FAR)
            .sorted(Comparator.comparingDouble(Rated::distance).thenComparing(Rated::suggestion))
            .map(Rated::suggestion)
            .distinct()
            .limit(MOST)
            .toList();
  }

  /** "; did you mean germany or georgia?" */
  public static String question(List<String> suggestions) {
    return suggestions.isEmpty()
        ? ""
        : "; did you mean %s?".formatted(String.join(" or ", suggestions));
  }

  private static double distance(String asked, List<String> names) {
    return names.stream().mapToDouble(name -> distance(asked, TextForm.key(name))).min().orElse(1);
  }

  /** As a whole, or word by word: who knows a surname need not know the rest. */
  private static double distance(String asked, String name) {
    List<String> words = Arrays.asList(name.split("-"));
    double byWords =
        Arrays.stream(asked.split("-"))
            .mapToDouble(word -> words.stream().mapToDouble(of -> ofWord(word, of)).min().orElse(1))
            .average()
            .orElse(1);
    return Math.min(share(asked, name), byWords + PART);
  }

  private static double ofWord(String asked, String word) {
    return asked.length() > 2 && word.startsWith(asked) && !word.equals(asked)
        ? BEGUN
        : share(asked, word);
  }

  /** The share of letters to be changed, left out, added or swapped with the next one. */
  private static double share(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    int shorter = Math.min(one.length(), other.length());
    return longer == 0 || longer - shorter > FAR * longer ? 1 : (double) edits(one, other) / longer;
  }

  /** The optimal string alignment distance, row by row. */
  private static int edits(String one, String other) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    Arrays.setAll(last, column -> column);
    for (int row = 1; row <= one.length(); row++) {
      int[] now = new int[other.length() + 1];
      now[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        boolean same = one.charAt(row - 1) == other.charAt(column - 1);
        now[column] =
            Math.min(
                last[column - 1] + (same ? 0 : 1), 1 + Math.min(last[column], now[column - 1]));
        if (areSwapped(one, row, other, column)) {
          now[column] = Math.min(now[column], beforeLast[column - 2] + 1);
        }
      }
      beforeLast = last;
      last = now;
    }
    return last[other.length()];
  }

  private static boolean areSwapped(String one, int row, String other, int column) {
    return row > 1
        && column > 1
        && one.charAt(row - 1) == other.charAt(column - 2)
        && one.charAt(row - 2) == other.charAt(column - 1);
  }
}
