package org.chancery.room.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;

/**
 * Who looks at a page.
 *
 * @param name empty where nobody has signed in
 * @param records true of who may record
 * @param token what forms show so that no other site can send them; asking for it makes one
 * @param issuer where people sign in besides, by its name; empty where nowhere
 */
public record Visitor(String name, boolean records, Supplier<String> token, String issuer) {
  private static final String HERE = Visitor.class.getName();

  /** The parameter by which forms show their token. */
  public static final String TOKEN = "_csrf";

  /** Whose request it is. */
  public static Visitor of(HttpServletRequest page) {
    return page.getAttribute(HERE) instanceof Visitor visitor
        ? visitor
        : new Visitor("", false, () -> "", "");
  }

  /** Tells the pages of a request that it is theirs. */
  public void enter(HttpServletRequest page) {
    page.setAttribute(HERE, this);
  }

  /** True of who has signed in. */
  public boolean isKnown() {
    return !name.isEmpty();
  }
}
