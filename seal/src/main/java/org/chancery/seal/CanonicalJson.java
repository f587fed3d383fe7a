package org.chancery.seal;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes an object of texts and whole numbers as RFC 8785 has it. */
final class CanonicalJson {
  private static final int LENGTH = 2_000; // of most

  private final StringBuilder json = new StringBuilder(LENGTH).append('{');
  private String last = "";

  /** Names in ascending order; what is null is left out. */
  CanonicalJson put(String name, @Nullable String value) {
    if (value != null) {
      name(name);
      text(value);
    }
    return this;
  }

  CanonicalJson put(String name, long value) {
    name(name);
    json.append(value);
    return this;
  }

  /** Ends the object. */
  byte[] bytes() {
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void name(String name) {
    if (name.compareTo(last) <= 0) {
      throw new IllegalStateException("%s must come before %s".formatted(name, last));
    }
    if (!last.isEmpty()) {
      json.append(',');
    }
    last = name;
    text(name);
    json.append(':');
  }

  private void text(String text) {
    json.append('"');
    int written = 0;
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character < ' ' || character == '"' || character == '\\') {
        json.append(text, written, at);
        escape(character);
        written = at + 1;
      }
    }
    json.append(text, written, text.length()).append('"');
  }

  private void escape(char character) {
    switch (character) {
      case '"', '\\' -> json.append('\\').append(character);
      case '\b' -> json.append("\\b");
      case '\t' -> json.append("\\t");
      case '\n' -> json.append("\\n");
      case '\f' -> json.append("\\f");
      case '\r' -> json.append("\\r");
      default -> json.append("\\u%04x".formatted((int) character));
    }
  }
}
