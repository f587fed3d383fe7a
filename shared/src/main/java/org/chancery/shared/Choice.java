package org.chancery.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Values of a fixed set as they are written wherever someone reads them: in-kebab-case. */
public final class Choice {

  private Choice() {}

  public static String text(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As people write it: "took place". */
  public static String words(Enum<?> value) {
    return text(value).replace('-', ' ');
  }

  /** All of the set, in its order. */
  public static List<String> texts(Class<? extends Enum<?>> set) {
    return Arrays.stream(set.getEnumConstants()).map(Choice::text).toList();
  }
}
