package org.chancery.seal.note;

import java.util.List;
import org.chancery.seal.merkle.Hash;

/**
 * What a log commits to at a size (https://c2sp.org/tlog-checkpoint).
 *
 * @param origin which log
 * @param size how many leaves its tree has
 */
public record Checkpoint(String origin, long size, Hash root) {
  private static final int LINES = 3;

  /** Reads a note's text. Lines that extend it are passed over, as the specification has it. */
  public static Checkpoint parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < LINES || lines.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("a checkpoint has an origin, a size and a root");
    }
    return new Checkpoint(lines.get(0), size(lines.get(1)), Hash.fromBase64(lines.get(2)));
  }

  /** Reads a size as it stands in notes: decimal, without leading zeroes. */
  public static long size(String text) {
    if (!text.matches("0|[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("not a tree size: decimal, without leading zeroes");
    }
    return Long.parseLong(text);
  }

  public String text() {
    return "%s\n%d\n%s\n".formatted(origin, size, root.base64());
  }
}
