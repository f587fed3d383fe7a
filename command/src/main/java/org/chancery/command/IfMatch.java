package org.chancery.command;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;

/**
 * Which version the subject must have for the command to be executed (RFC 9110, 13.1.1). Of a tag
 * the version counts that it begins with: {@code "3"} as in a receipt, {@code "3-..."} as in an
 * answer, where the rest tells the answer's bytes.
 *
 * @param versions those that will do, or null for {@code *}: any, as long as there is one
 */
public record IfMatch(@Nullable Set<Long> versions) {
  private static final IfMatch ANY = new IfMatch(null);
  private static final int MOST = 100;
  private static final Pattern ITEM =
      Pattern.compile(
          "[ \t]*(?:(?<weak>W/)?\"(?<tag>[\\x21\\x23-\\x7E\\x80-\\xFF]*)\"[ \t]*)?(?:,|$)");
  private static final Pattern VERSION = Pattern.compile("(0|[1-9]\\d{0,17})(?:-[A-Za-z0-9_-]+)?");

  static IfMatch of(long version) {
    return new IfMatch(Set.of(version));
  }

  /** Reads a header; null where it was not sent, 400 INVALID_IF_MATCH where it is none. */
  static @Nullable IfMatch parse(@Nullable String header) {
    if (header == null) {
      return null;
    }
    return header.strip().equals("*") ? ANY : new IfMatch(versions(header));
  }

  /** A weak tag, and one that names no version, are as good as none. */
  private static Set<Long> versions(String header) {
    Set<Long> versions = new TreeSet<>();
    Matcher item = ITEM.matcher(header);
    boolean named = false;
    for (int at = 0; at < header.length(); at = item.end()) {
      if (!item.region(at, header.length()).lookingAt()) {
        throw invalid();
      }
      named |= item.group("tag") != null;
      Matcher version = VERSION.matcher(String.valueOf(item.group("tag")));
      if (item.group("weak") == null && version.matches() && versions.size() < MOST) {
        versions.add(Long.valueOf(version.group(1)));
      }
    }
    if (!named) {
      throw invalid();
    }
    return versions;
  }

  private static ProblemException invalid() {
    return new ProblemException(
        Problem.of(
            RequestCode.INVALID_IF_MATCH,
            "If-Match is * or a list of quoted tags, such as \"3\" for a version"));
  }

  /** Whether it is met by the version at hand, 0 where the subject has no entry. */
  boolean fits(long atHand) {
    return versions == null ? atHand > 0 : versions.contains(atHand);
  }

  /** The versions that will do, for who looks again when the entry is written; null for any. */
  @Nullable String text() {
    return versions == null
        ? null
        : versions.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
