package org.chancery.intake.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.intake.source.Prose;

/** The places that a locale names. A comma divides places, except where it belongs to a name. */
final class PlaceNames {
  private static final Pattern COMMA_OUTSIDE_BRACKETS = Pattern.compile(",(?![^(]*\\))");

  /** Names whose later parts say where the first part lies, as the travels of 1866 to 2025 have. */
  private static final List<List<String>> NAMES_WITH_COMMA =
      List.of(
          List.of("Mexico", "D.F."),
          List.of("Birch Grove", "Sussex"),
          List.of("Martinique", "West Indies"),
          List.of("Montebello", "Quebec"),
          List.of("Savelletri", "Fasano", "Apulia"),
          List.of("Sweimeh", "Dead Sea"));

  private PlaceNames() {}

  static List<String> in(String locale) {
    List<String> parts =
        COMMA_OUTSIDE_BRACKETS
            .splitAsStream(locale)
            .map(Prose::collapsed)
            .filter(part -> !part.isEmpty())
            .toList();
    return joined(parts).stream().distinct().toList();
  }

  private static List<String> joined(List<String> parts) {
    List<String> places = new ArrayList<>();
    int end;
    for (int start = 0; start < parts.size(); start = end) {
      end = start + partsOfNameAt(parts.subList(start, parts.size()));
      places.add(String.join(", ", parts.subList(start, end)));
    }
    return places;
  }

  private static int partsOfNameAt(List<String> rest) {
    return NAMES_WITH_COMMA.stream()
        .filter(name -> name.size() <= rest.size())
        .filter(name -> name.equals(rest.subList(0, name.size())))
        .mapToInt(List::size)
        .findFirst()
        .orElse(1);
  }
}
