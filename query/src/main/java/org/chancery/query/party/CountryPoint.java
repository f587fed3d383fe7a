package org.chancery.query.party;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.journal.text.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * A point that stands for a country of today: far from its borders, within the largest part of it.
 * It is no place where anything happened, and no fact of the ledger's. The resource {@code
 * country-points.csv} has them, computed from the outlines of Natural Earth 4.1.0, 1:50m, which is
 * in the public domain; to a tenth of a degree.
 *
 * @param code ISO 3166-1 alpha-2
 * @param name as Natural Earth has it
 */
public record CountryPoint(String code, String name, double longitude, double latitude) {
  private static final Map<String, CountryPoint> BY_CODE = read();

  /** That of the country with one of these codes; null where there is none, as of states gone. */
  public static @Nullable CountryPoint of(Collection<String> codes) {
    return codes.stream().map(BY_CODE::get).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static Map<String, CountryPoint> read() {
    try (InputStream csv = CountryPoint.class.getResourceAsStream("country-points.csv")) {
      Map<String, CountryPoint> points = new HashMap<>();
      String text = Utf8.decode(Objects.requireNonNull(csv).readAllBytes());
      text.lines().skip(1).forEach(line -> add(line, points));
      return Map.copyOf(points);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The name comes last, for it may hold commas. */
  private static void add(String line, Map<String, CountryPoint> points) {
    List<String> cells = List.of(line.split(",", 5));
    CountryPoint point =
        new CountryPoint(
            cells.get(0),
            cells.get(4),
            Double.parseDouble(cells.get(2)),
            Double.parseDouble(cells.get(3)));
    points.put(cells.get(0), point);
    points.put(cells.get(1), point);
  }
}
