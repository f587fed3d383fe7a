package org.chancery.query.replay;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that came out otherwise, with all its columns as text, cut where it is long; what is null
 * is left out, and so is {@code known_to} where it is open, or ends beyond the position of the
 * comparison.
 *
 * @param subject what the row is about
 * @param before as the old table has it; null where it has none
 * @param rebuilt as the journal leads to it; null where it leads to none
 */
@Schema(name = "Difference")
public record DifferingRow(
    String model,
    String subject,
    @Nullable Map<String, String> before,
    @Nullable Map<String, String> rebuilt) {

  /** The same with no text longer than so many characters. */
  DifferingRow cutTo(int length) {
    return new DifferingRow(model, subject, cut(before, length), cut(rebuilt, length));
  }

  private static @Nullable Map<String, String> cut(
      @Nullable Map<String, String> columns, int length) {
    if (columns == null) {
      return null;
    }
    Map<String, String> cut = new LinkedHashMap<>(columns);
    cut.replaceAll((_, text) -> text.substring(0, Math.min(length, text.length())));
    return cut;
  }
}
