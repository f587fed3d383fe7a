package org.chancery.query.asof;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;

/** The place in a list after which the next page begins. */
public record Cursor(String order, String subject) {
  private static final char EDGE = '\n';

  String text() {
    byte[] bytes = (order + EDGE + subject).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Reads what {@link Page#next} gave. */
  public static Cursor parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int edge = plain.indexOf(EDGE);
      if (edge >= 0) {
        return new Cursor(plain.substring(0, edge), plain.substring(edge + 1));
      }
    } catch (IllegalArgumentException notBase64) {
      // answered below, like any other text that is no cursor
    }
    throw new ProblemException(
        Problem.of(400, "INVALID_CURSOR", "the cursor is not one that this ledger gave"));
  }
}
