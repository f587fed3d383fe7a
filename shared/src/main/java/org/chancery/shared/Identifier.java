package org.chancery.shared;

import java.util.regex.Pattern;

/**
 * A name that people and programs cite: 1 to 64 of {@code [a-z0-9-]}. Identifiers are permanent;
 * what they name may be corrected, they themselves never change.
 */
public interface Identifier {
  int LONGEST = 64;
  Pattern FORM = Pattern.compile("[a-z0-9-]{1," + LONGEST + "}");

  String value();

  /** Returns the value, or fails as {@link RefusalCode#INVALID_ID} where it is not of the form. */
  static String checked(String value) {
    if (!isOfForm(value)) {
      throw new InvalidValue(
          RefusalCode.INVALID_ID,
          "'%s' is not an id: 1 to 64 of a-z, 0-9 and -".formatted(InvalidValue.excerpt(value)));
    }
    return value;
  }

  /** By letters: ids are made far more often than a pattern matches quickly. */
  private static boolean isOfForm(String value) {
    boolean fits = !value.isEmpty() && value.length() <= LONGEST;
    for (int index = 0; fits && index < value.length(); index++) {
      char letter = value.charAt(index);
      fits = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    }
    return fits;
  }
}
