package org.chancery.room.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.chancery.room.question.Asked;
import org.chancery.room.question.PageParameter;
import org.chancery.room.value.Links;

/**
 * Where a list goes on.
 *
 * @param next the address of the next page; empty where this is the last
 * @param first that of the first; empty where this is it
 */
public record Paging(String next, String first) {
  private static final String CURSOR = "cursor";

  /** From the page of a list that is shown. */
  public static Paging of(HttpServletRequest page, Asked asked) {
    List<PageParameter> all = new ArrayList<>(PageParameter.of(page));
    boolean further = all.removeIf(each -> each.name().equals(CURSOR));
    String first = further ? Links.address(page.getRequestURI(), all) : "";
    String cursor = asked.answer().path("next").asString("");
    if (cursor.isEmpty()) {
      return new Paging("", first);
    }
    all.add(new PageParameter(CURSOR, cursor));
    return new Paging(Links.address(page.getRequestURI(), all), first);
  }
}
