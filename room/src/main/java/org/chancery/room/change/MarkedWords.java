package org.chancery.room.change;

import java.util.ArrayList;
import java.util.List;
import org.chancery.room.value.Shown.Piece;
import org.chancery.room.value.Shown.Worded;

/**
 * A text before and after, with the words marked that the other lacks: all but the longest common
 * subsequence.
 */
record MarkedWords(Worded before, Worded after) {
  private static final int MOST = 400;

  static MarkedWords of(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    if (old.size() > MOST || now.size() > MOST) {
      return new MarkedWords(
          new Worded(List.of(new Piece(before, true))),
          new Worded(List.of(new Piece(after, true))));
    }
    int[][] common = common(old, now);
    List<Piece> left = new ArrayList<>();
    List<Piece> right = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      boolean both = i < old.size() && j < now.size() && same(old.get(i), now.get(j));
      if (both) {
        add(left, old.get(i++), false);
        add(right, now.get(j++), false);
      } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        add(left, old.get(i++), true);
      } else {
        add(right, now.get(j++), true);
      }
    }
    return new MarkedWords(new Worded(left), new Worded(right));
  }

  private static List<String> words(String text) {
    return List.of(text.split("(?<=\\s)(?=\\S)", -1));
  }

  private static boolean same(String one, String other) {
    return one.strip().equals(other.strip());
  }

  /** How many words the rests of both, from these on, have in common. */
  private static int[][] common(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(old.get(i), now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  /** Words that follow one another are one piece. */
  private static void add(List<Piece> pieces, String word, boolean marked) {
    Piece last = pieces.isEmpty() ? null : pieces.getLast();
    if (last != null && last.marked() == marked) {
      pieces.removeLast();
      pieces.add(new Piece(last.text() + word, marked));
    } else {
      pieces.add(new Piece(word, marked));
    }
  }
}
