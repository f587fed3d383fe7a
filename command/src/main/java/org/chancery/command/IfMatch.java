package org.chancery.command;

import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which version the subject must have for the command to be executed (RFC 9110, 13.1.1).
 *
 * @param version the one, or null for {@code *}: any, as long as there is one
 */
public record IfMatch(@Nullable Long version) {
  private static final IfMatch ANY = new IfMatch(null);

  /** Reads a header; null where it was not sent, 400 INVALID_IF_MATCH where it says nothing. */
  static @Nullable IfMatch parse(@Nullable String header) {
    if (header == null) {
      return null;
    }
    String told = header.strip().replaceFirst("^W/", "").replace("\"", "");
    if (told.equals("*")) {
      return ANY;
    }
    if (!told.matches("\\d{1,18}")) {
      throw new ProblemException(
          Problem.of(400, "INVALID_IF_MATCH", "If-Match names a version, such as \"3\", or is *"));
    }
    return new IfMatch(Long.valueOf(told));
  }

  /** Whether it is met by the version at hand, 0 where the subject has no entry. */
  boolean fits(long atHand) {
    return version == null ? atHand > 0 : version == atHand;
  }
}
