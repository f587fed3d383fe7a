package org.chancery.readmodel;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.chancery.journal.text.Sha256;
import org.chancery.journal.text.Utf8;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * The place in a list after which the next page begins.
 *
 * @param asOf the point as of which the list was begun: later pages hold to it, so that what is
 *     recorded meanwhile neither repeats an item nor hides one
 * @param anyDay whether valid time does not restrict the list
 * @param list the {@link #fingerprint} of the list that it is a place in
 */
public record Cursor(AsOf asOf, boolean anyDay, String list, String order, String subject) {
  private static final String EDGE = "\n";
  private static final int PARTS = 8;
  private static final int LENGTH = 6;

  /** What tells a list from others: what it is of, and by what it is filtered. */
  public static String fingerprint(@Nullable Object... parts) {
    String plain = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(EDGE));
    byte[] digest = Sha256.digest().digest(plain.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, LENGTH);
  }

  /** Where a page of a list by positions ended. */
  public static Cursor behind(AsOf asOf, String fingerprint, long position) {
    return new Cursor(asOf, false, fingerprint, "", Long.toString(position));
  }

  /** The position where that page ended; fails as INVALID_CURSOR where it is of another list. */
  public long position(String fingerprint) {
    if (!in(fingerprint).subject.matches("\\d{1,18}")) {
      throw invalid("the cursor is not one that this ledger gave");
    }
    return Long.parseLong(subject);
  }

  /** As it is given to whoever asks for the next page. */
  public String text() {
    Instant knownAt = asOf.knownAt();
    String point = asOf.point();
    String plain =
        String.join(
            EDGE,
            asOf.on().toString(),
            knownAt == null ? "" : knownAt.toString(),
            Long.toString(asOf.position()),
            point == null ? "" : point,
            Boolean.toString(anyDay),
            list,
            order,
            subject);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #text} gave. */
  public static Cursor parse(String text) {
    try {
      String plain = Utf8.decode(Base64.getUrlDecoder().decode(text));
      String[] parts = plain.split(EDGE, PARTS);
      if (parts.length == PARTS) {
        AsOf asOf = asOf(parts[0], parts[1], parts[2]).named(parts[3].isEmpty() ? null : parts[3]);
        return new Cursor(asOf, Boolean.parseBoolean(parts[4]), parts[5], parts[6], parts[7]);
      }
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      // answered below, like any other text that is no cursor
    }
    throw invalid("the cursor is not one that this ledger gave");
  }

  /** Fails as INVALID_CURSOR where it is a place in another list. */
  public Cursor in(String fingerprint) {
    if (!list.equals(fingerprint)) {
      throw invalid("the cursor is one of another list, or of other filters");
    }
    return this;
  }

  /** 400 INVALID_CURSOR. */
  public static ProblemException invalid(String detail) {
    return new ProblemException(Problem.of(RequestCode.INVALID_CURSOR, detail));
  }

  private static AsOf asOf(String on, String knownAt, String position) {
    @Nullable Instant instant = knownAt.isEmpty() ? null : Instant.parse(knownAt);
    LocalDate day = EdtfDate.parse(on).earliest(); // no day that the databases do not know
    long known = Long.parseLong(position);
    if (known < 0) {
      throw new IllegalArgumentException("no position is negative");
    }
    return new AsOf(day, instant, known);
  }
}
