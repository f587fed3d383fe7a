package org.chancery.room.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.room.question.Asked;
import org.chancery.room.question.PageParameter;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown.Cited;
import org.jspecify.annotations.Nullable;

/**
 * The point in both times as of which a page is shown, and how to ask for another.
 *
 * @param path of the page
 * @param on the day asked for, empty where none is
 * @param knownAt what is to be known, as asked for; empty where all is
 * @param others the parameters of the page beside these two
 * @param words what is shown, in a sentence
 * @param now the same page as of now
 * @param behind the entries that the answer lacks
 */
public record TwoTimes(
    String path,
    String on,
    String knownAt,
    List<PageParameter> others,
    String words,
    String now,
    Cited behind) {
  private static final String ON = "on";
  private static final String KNOWN_AT = "knownAt";

  /** True where the page is as of now. */
  public boolean isNow() {
    return on.isEmpty() && knownAt.isEmpty();
  }

  /** The parameters that name the point, as asked for. */
  static Map<String, String> asked(HttpServletRequest page) {
    Map<String, String> asked = new LinkedHashMap<>();
    for (String name : List.of(ON, KNOWN_AT)) {
      String value = page.getParameter(name);
      if (value != null && !value.isBlank()) {
        asked.put(name, value.strip());
      }
    }
    return asked;
  }

  static TwoTimes of(HttpServletRequest page, Asked asked, boolean anyDay, Links links) {
    Map<String, String> point = asked(page);
    String path = page.getRequestURI();
    List<PageParameter> others = others(page);
    return new TwoTimes(
        path,
        point.getOrDefault(ON, ""),
        point.getOrDefault(KNOWN_AT, ""),
        others,
        words(asked, point.containsKey(ON), point.containsKey(KNOWN_AT), anyDay),
        Links.address(path, others),
        links.cited(asked.behind()));
  }

  /** All but the two, and but the place in a list, which is as of its own point. */
  private static List<PageParameter> others(HttpServletRequest page) {
    return PageParameter.of(page).stream()
        .filter(each -> !List.of(ON, KNOWN_AT, "cursor").contains(each.name()))
        .toList();
  }

  private static String words(Asked asked, boolean day, boolean earlier, boolean anyDay) {
    boolean ofAll = anyDay && !day;
    String on = DateWords.of(asked.on());
    if (earlier) {
      return "What the ledger knew at position %d%s%s about %s."
          .formatted(
              asked.position(),
              recorded(asked.knownAt()),
              asked.point().isEmpty() ? "" : ", " + asked.point() + ",",
              ofAll ? "all days" : on);
    }
    String about = ofAll ? "Of all days" : day ? "As it was on " + on : "As it stands today, " + on;
    return "%s, by all that the ledger knows (position %d).".formatted(about, asked.position());
  }

  private static String recorded(@Nullable Instant at) {
    return at == null ? "" : " (" + DateWords.of(at) + ")";
  }
}
