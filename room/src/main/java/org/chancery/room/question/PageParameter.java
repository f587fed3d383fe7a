package org.chancery.room.question;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A parameter of a page; some may be given more than once. */
public record PageParameter(String name, String value) {

  /** All of a request that say something: a form sends what was left empty, too. */
  public static List<PageParameter> of(HttpServletRequest page) {
    return page.getParameterMap().entrySet().stream()
        .flatMap(
            each ->
                Arrays.stream(each.getValue())
                    .filter(value -> !value.isBlank())
                    .map(value -> new PageParameter(each.getKey(), value.strip())))
        .toList();
  }

  /** The same as a question has them. */
  static Map<String, String[]> byName(List<PageParameter> parameters) {
    Map<String, String[]> byName = new LinkedHashMap<>();
    for (PageParameter each : parameters) {
      byName.merge(
          each.name(),
          new String[] {each.value()},
          (some, one) -> {
            String[] all = Arrays.copyOf(some, some.length + 1);
            all[some.length] = one[0];
            return all;
          });
    }
    return byName;
  }
}
