package org.chancery.app.telling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.app.question.NotUnderstoodException;
import org.jspecify.annotations.Nullable;

/**
 * An address within the API, in parts that are not encoded.
 *
 * @param path its segments, without the leading {@code api}
 */
public record LedgerAddress(List<String> path, List<Parameter> query) {
  private static final int LONGEST = 4_000;

  /** A parameter. */
  public record Parameter(String name, String value) {}

  public static LedgerAddress of(String... path) {
    return new LedgerAddress(List.of(path), List.of());
  }

  /**
   * As people write it: with or without {@code /api/}, encoded or not, perhaps with a query. Fails
   * where it is none, or may lead out of the API.
   */
  public static LedgerAddress parse(String written) {
    String bare = written.strip().replaceFirst("^/*(api/+|api$)?", "");
    if (bare.isEmpty() || bare.startsWith("?") || bare.length() > LONGEST) {
      throw unlike(written);
    }
    String[] parts = bare.split("\\?", 2);
    List<String> path =
        Arrays.stream(parts[0].split("/"))
            .filter(each -> !each.isEmpty())
            .map(LedgerAddress::decoded)
            .toList();
    if (path.isEmpty() || bare.contains("://") || path.stream().anyMatch(LedgerAddress::isNoName)) {
      throw unlike(written);
    }
    return new LedgerAddress(path, parts.length == 1 ? List.of() : query(parts[1]));
  }

  private static NotUnderstoodException unlike(String written) {
    String excerpt = written.length() > 80 ? written.substring(0, 80) + "..." : written;
    return new NotUnderstoodException(
        "'%s' is no address in the ledger, such as meetings/bonn-2017-us-ru or entries/12"
            .formatted(excerpt));
  }

  /** True of what would lead elsewhere. */
  static boolean isNoName(String segment) {
    return segment.isBlank()
        || segment.equals(".")
        || segment.equals("..")
        || segment.contains("/");
  }

  private static List<Parameter> query(String text) {
    return Arrays.stream(text.split("&"))
        .filter(each -> !each.isEmpty())
        .map(each -> each.split("=", 2))
        .map(
            each ->
                new Parameter(
                    decoded(each[0].replace('+', ' ')),
                    each.length == 1 ? "" : decoded(each[1].replace('+', ' '))))
        .toList();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException written) {
      return text;
    }
  }

  /** The same with a further parameter, where there is a value. */
  public LedgerAddress with(String name, @Nullable Object value) {
    return value == null
        ? this
        : new LedgerAddress(
            path,
            Stream.concat(query.stream(), Stream.of(new Parameter(name, value.toString())))
                .toList());
  }

  /** The same where a page goes on. */
  LedgerAddress next(String cursor) {
    return new LedgerAddress(
            path, query.stream().filter(each -> !each.name().equals("cursor")).toList())
        .with("cursor", cursor);
  }

  /** The same with a further segment, if it does not end with it. */
  public LedgerAddress under(String segment) {
    if (path.getLast().equals(segment)) {
      return this;
    }
    List<String> longer = new ArrayList<>(path);
    longer.add(segment);
    return new LedgerAddress(longer, query);
  }

  /** As people write it. */
  public String written() {
    return String.join("/", path)
        + query.stream()
            .map(each -> each.name() + "=" + each.value())
            .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
  }

  /** As a request has it. */
  @Override
  public String toString() {
    return path.stream().map(LedgerAddress::encoded).collect(Collectors.joining("/", "/api/", ""))
        + query.stream()
            .map(each -> encoded(each.name()) + "=" + encoded(each.value()))
            .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
