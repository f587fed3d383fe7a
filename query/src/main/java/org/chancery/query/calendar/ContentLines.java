package org.chancery.query.calendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.chancery.shared.Visible;

/**
 * The lines of which a calendar consists (RFC 5545, 3.1): ended by CR LF, and folded where they are
 * longer than 75 octets.
 */
final class ContentLines {
  private static final int LONGEST = 75;
  private static final String END = "\r\n";
  private static final String FOLD = END + " ";
  private final StringBuilder lines = new StringBuilder();

  /** A value that is written as it stands: a number, a date, a word of the standard. */
  ContentLines add(String name, Object value) {
    return line(name + ":" + value);
  }

  /** A day; its years have four digits. */
  ContentLines add(String name, LocalDate day) {
    return line("%s;VALUE=DATE:%s".formatted(name, DateTimeFormatter.BASIC_ISO_DATE.format(day)));
  }

  /** A text of whatever characters (3.3.11); one that ends no line shows as {@link Visible}. */
  ContentLines text(String name, String value) {
    return add(
        name,
        Arrays.stream(value.split("\r\n|\r|\n", -1))
            .map(Visible::line)
            .map(line -> line.replaceAll("([\\\\;,])", "\\\\$1"))
            .collect(Collectors.joining("\\n")));
  }

  /** No octet of a character is parted from the others. */
  private ContentLines line(String line) {
    int room = LONGEST;
    for (int at = 0; at < line.length(); ) {
      int point = line.codePointAt(at);
      String one = Character.toString(point);
      int octets = one.getBytes(StandardCharsets.UTF_8).length;
      if (octets > room) {
        lines.append(FOLD);
        room = LONGEST - 1;
      }
      lines.append(one);
      room -= octets;
      at += one.length();
    }
    lines.append(END);
    return this;
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
