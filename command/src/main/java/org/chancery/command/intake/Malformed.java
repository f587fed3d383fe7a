package org.chancery.command.intake;

/**
 * A record, or the rest of a file, that cannot be read. Others of the source are not refused for
 * it.
 *
 * @param origin the file, relative to the source
 * @param line where in the file, from 1; 0 where the file as a whole is meant
 * @param reason what is wrong, in words for whoever keeps the source
 */
public record Malformed(String origin, int line, String reason) implements Reading {

  String place() {
    return "%s, line %d".formatted(origin, line);
  }
}
