package org.chancery.shared;

import java.util.List;
import java.util.Locale;
import org.chancery.shared.text.Nearest;

/**
 * Why a request was not answered, as RFC 9457 tells it.
 *
 * @param status the HTTP status
 * @param detail what is wrong with this request, in the words of the domain
 * @param code stable, for programs
 * @param errors every fault of the request's content at once
 * @param entries the journal positions that stand in the way
 * @param suggestions where a name is unknown, those that may have been meant, the nearest first
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    List<Fault> errors,
    List<Long> entries,
    List<String> suggestions) {

  /**
   * A fault at one place of the content.
   *
   * @param pointer where (RFC 6901)
   */
  public record Fault(String pointer, String message) {}

  public static Problem of(ProblemCode code, String detail) {
    return new Problem(
        "urn:chancery:problem:" + code.name(),
        title(code.name()),
        code.status(),
        detail,
        code.name(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The same under another status: a name that nobody goes by is 404 in a path, 422 elsewhere. */
  public Problem at(int other) {
    return new Problem(type, title, other, detail, code, errors, entries, suggestions);
  }

  public Problem with(List<Fault> faults) {
    return new Problem(type, title, status, detail, code, faults, entries, suggestions);
  }

  public Problem naming(List<Long> positions) {
    return new Problem(type, title, status, detail, code, errors, positions, suggestions);
  }

  /** Names what may have been meant, in the words of the detail too. */
  public Problem suggesting(List<String> names) {
    String resolver = names.isEmpty() ? detail : detail + Nearest.question(names);
    return new Problem(type, title, status, resolver, code, errors, entries, List.copyOf(names));
  }

  /** MEETING_ALREADY_HELD reads "Meeting already held". */
  private static String title(String code) {
    String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
