package org.chancery.query.proof;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.seal.merkle.Tile;

/**
 * Which tile of a level is asked for.
 *
 * @param width 256 for a full one
 */
record TileAddress(long number, int width) {
  private static final Pattern FORM =
      Pattern.compile("/?((?:x\\d{3}/){0,4}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

  /** Reads {@code x001/x234/067.p/8}; empty where it is not written the one right way. */
  static Optional<TileAddress> parse(String path) {
    Matcher parts = FORM.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(parts.group(1).replaceAll("[x/]", ""));
    int width = parts.group(2) == null ? Tile.WIDTH : Integer.parseInt(parts.group(2));
    boolean partial = parts.group(2) != null;
    return written(number).equals(parts.group(1)) && (!partial || width < Tile.WIDTH)
        ? Optional.of(new TileAddress(number, width))
        : Optional.empty();
  }

  private static String written(long number) {
    String last = String.format(Locale.ROOT, "%03d", number % 1_000);
    return number < 1_000 ? last : prefixed(number / 1_000) + "/" + last;
  }

  private static String prefixed(long number) {
    String last = String.format(Locale.ROOT, "x%03d", number % 1_000);
    return number < 1_000 ? last : prefixed(number / 1_000) + "/" + last;
  }

  /** True where a tree of the size has it. */
  boolean isIn(int level, long size) {
    long hashes = Tile.hashesAt(level, size);
    return number * Tile.WIDTH + width <= hashes;
  }
}
