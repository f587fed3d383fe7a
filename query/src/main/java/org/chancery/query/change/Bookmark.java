package org.chancery.query.change;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of changes ended.
 *
 * @param after the position of its last entry
 * @param to the position with which the list ends, whatever is recorded meanwhile
 * @param list what tells the list from others
 */
record Bookmark(long after, long to, String list) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})-([0-9a-f]{8})");

  static String list(@Nullable String subject, long from) {
    return HexFormat.of().toHexDigits((subject + " " + from).hashCode());
  }

  String text() {
    return "%d-%d-%s".formatted(after, to, list);
  }

  /** Fails as INVALID_CURSOR where the text is none, or is one of another list. */
  static Bookmark parse(String text, String list, long head) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches() || Long.parseLong(parts.group(2)) > head) {
      throw invalid("the cursor is not one that this ledger gave");
    }
    if (!parts.group(3).equals(list)) {
      throw invalid("the cursor is one of another list");
    }
    return new Bookmark(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), list);
  }

  static ProblemException invalid(String detail) {
    return new ProblemException(Problem.of(400, "INVALID_CURSOR", detail));
  }
}
