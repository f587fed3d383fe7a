package org.chancery.query;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * When what a list keeps begins.
 *
 * @param year the year in which it surely begins, or {@code undetermined}
 * @param month the month in which it surely begins, or {@code undetermined}
 */
public record BeginParameters(
    @Parameter(
            description = "Keeps what surely begins in the year, or `undetermined`",
            example = "1974")
        @Nullable String year,
    @Parameter(
            description = "Keeps what surely begins in the month, or `undetermined`",
            example = "1974-10")
        @Nullable String month) {
  private static final Pattern YEAR = Pattern.compile("-?\\d{4}");
  private static final Pattern MONTH = Pattern.compile("-?\\d{4}-(0[1-9]|1[0-2])");

  /** What it keeps; at fault where it asks for no year or month. */
  public Filter filter() {
    return Filter.all(
        List.of(
            filter(FilterAttribute.YEAR, year, YEAR, "a year such as 1974"),
            filter(FilterAttribute.MONTH, month, MONTH, "a month such as 1974-10")));
  }

  private static Filter filter(String name, @Nullable String asked, Pattern form, String example) {
    if (asked == null || asked.isBlank()) {
      return Filter.of();
    }
    String value = asked.strip().toLowerCase(Locale.ROOT);
    return value.equals(FilterAttribute.UNDETERMINED) || form.matcher(value).matches()
        ? Filter.of(FilterAttribute.said(name, value))
        : Filter.unknown(
            name,
            RefusalCode.INVALID_FIELDS,
            "must be %s, or %s".formatted(example, FilterAttribute.UNDETERMINED),
            List.of());
  }
}
