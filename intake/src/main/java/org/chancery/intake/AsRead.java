package org.chancery.intake;

import java.util.List;
import java.util.Objects;
import org.chancery.shared.text.TextForm;
import org.chancery.shared.trip.Stop;
import org.jspecify.annotations.Nullable;

/**
 * What is told, whatever form its letters and spaces are written in: two tellings that read the
 * same are the same. What is kept is what the source wrote.
 */
final class AsRead {
  private AsRead() {}

  static boolean same(String one, String other) {
    return TextForm.composed(one).equals(TextForm.composed(other));
  }

  static List<Stop> stops(List<Stop> stops) {
    return stops.stream().map(AsRead::stop).toList();
  }

  private static Stop stop(Stop stop) {
    return new Stop(
        stop.country(),
        text(stop.countryName()),
        stop.places().stream().map(TextForm::composed).distinct().toList(),
        stop.dates(),
        text(stop.note()));
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null ? null : TextForm.composed(text);
  }

  /** The words in the form in which they are compared. */
  static List<String> words(List<String> words) {
    return words.stream().map(Objects::requireNonNull).map(TextForm::composed).toList();
  }
}
