package org.chancery.app.telling;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * A line of an answer. The text is as it came, unfit for a terminal.
 *
 * @param depth how far it is put in
 * @param entries the positions that it rests on
 */
public record CitedLine(int depth, String text, List<Long> entries) {

  static CitedLine of(String text, List<Long> entries) {
    return new CitedLine(0, text, entries);
  }

  static CitedLine of(String text) {
    return of(text, List.of());
  }

  /** "[entries 1, 2]", each as the function writes it; nothing where there is none. */
  public String citation(LongFunction<String> written) {
    return entries.isEmpty()
        ? ""
        : entries.stream()
            .map(written::apply)
            .collect(
                Collectors.joining(", ", entries.size() == 1 ? " [entry " : " [entries ", "]"));
  }
}
