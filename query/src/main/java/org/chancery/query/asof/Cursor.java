package org.chancery.query.asof;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The place in a list after which the next page begins.
 *
 * @param asOf the point as of which the list was begun: later pages hold to it, so that what is
 *     recorded meanwhile neither repeats an item nor hides one
 */
public record Cursor(AsOf asOf, String order, String subject) {
  private static final String EDGE = "\n";
  private static final int PARTS = 5;

  String text() {
    Instant knownAt = asOf.knownAt();
    String plain =
        String.join(
            EDGE,
            asOf.on().toString(),
            knownAt == null ? "" : knownAt.toString(),
            Long.toString(asOf.position()),
            order,
            subject);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link Page#next} gave. */
  public static Cursor parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split(EDGE, PARTS);
      if (parts.length == PARTS) {
        return new Cursor(asOf(parts[0], parts[1], parts[2]), parts[3], parts[4]);
      }
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      // answered below, like any other text that is no cursor
    }
    throw new ProblemException(
        Problem.of(400, "INVALID_CURSOR", "the cursor is not one that this ledger gave"));
  }

  private static AsOf asOf(String on, String knownAt, String position) {
    @Nullable Instant instant = knownAt.isEmpty() ? null : Instant.parse(knownAt);
    return new AsOf(LocalDate.parse(on), instant, Long.parseLong(position));
  }
}
