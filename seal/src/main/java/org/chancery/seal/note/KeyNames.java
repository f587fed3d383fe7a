package org.chancery.seal.note;

/** What a key may be called. */
final class KeyNames {
  private static final int LONGEST = 255;

  private KeyNames() {}

  static String check(String name) {
    if (name.isEmpty() || name.length() > LONGEST || !name.codePoints().allMatch(KeyNames::fits)) {
      throw new IllegalArgumentException(
          "a key's name has 1 to %d characters, without spaces, pluses and control characters"
              .formatted(LONGEST));
    }
    return name;
  }

  private static boolean fits(int character) {
    return character != '+'
        && !Character.isWhitespace(character)
        && !Character.isSpaceChar(character)
        && !Character.isISOControl(character);
  }
}
