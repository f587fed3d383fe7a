package org.chancery.intake.source;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Why a file cannot be read on, for whoever keeps it. */
final class Unreadable {
  private static final String PARSER_PREAMBLE = "Message: ";

  private Unreadable() {}

  static String reason(Exception broken) {
    return switch (cause(broken)) {
      case CharacterCodingException _ -> "the text is not UTF-8";
      case AccessDeniedException _ -> "no permission to read it";
      case IOException io -> String.valueOf(io.getMessage());
      case null, default -> withoutPreamble(String.valueOf(broken.getMessage()));
    };
  }

  private static String withoutPreamble(String message) {
    int preamble = message.indexOf(PARSER_PREAMBLE);
    return preamble < 0 ? message : message.substring(preamble + PARSER_PREAMBLE.length());
  }

  // The parser keeps what the file itself threw in a place of its own.
  private static @Nullable Throwable cause(Exception broken) {
    return broken instanceof XMLStreamException xml ? xml.getNestedException() : rootOf(broken);
  }

  private static Throwable rootOf(Throwable broken) {
    Throwable cause = broken.getCause();
    return cause == null ? broken : rootOf(cause);
  }
}
