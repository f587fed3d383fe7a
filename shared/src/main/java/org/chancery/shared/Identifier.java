package org.chancery.shared;

import java.util.regex.Pattern;

/**
 * A name that people and programs cite: 1 to 64 of {@code [a-z0-9-]}. Identifiers are permanent;
 * what they name may be corrected, they themselves never change.
 */
public interface Identifier {
  Pattern FORM = Pattern.compile("[a-z0-9-]{1,64}");

  String value();

  /** Returns the value, or fails as {@link RefusalCode#INVALID_ID} where it is not of the form. */
  static String checked(String value) {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValue(
          RefusalCode.INVALID_ID,
          "'%s' is not an id: 1 to 64 of a-z, 0-9 and -".formatted(InvalidValue.excerpt(value)));
    }
    return value;
  }
}
