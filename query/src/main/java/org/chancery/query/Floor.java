package org.chancery.query;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The position below which no answer to a request about all that is known may be, since whoever
 * asks was shown as much before, perhaps by another server; and up to where this one shows it.
 */
public final class Floor {
  /** By which a program tells it. */
  public static final String HEADER = "Ledger-Min-Position";

  private static final String NAME = Floor.class.getName();

  private final boolean asked;
  private long position;
  private long shown;

  /**
   * @param position 0 where there is none
   * @param asked true where it is asked for; one that is merely remembered gives way where the
   *     journal itself does not reach so far
   */
  public Floor(long position, boolean asked) {
    this.position = position;
    this.asked = asked;
  }

  /** Lets the request's answers keep to it. */
  public void hold(HttpServletRequest request) {
    request.setAttribute(NAME, this);
  }

  /** That of a request, if it has one. */
  public static @Nullable Floor of(HttpServletRequest request) {
    return request.getAttribute(NAME) instanceof Floor floor ? floor : null;
  }

  /** That of the request that is being answered; none where nothing is asked over HTTP. */
  static Floor current() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request != null
            && request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST) instanceof Floor floor
        ? floor
        : new Floor(0, false);
  }

  /** The position that must be reached, where the journal ends at another. */
  synchronized long under(long head) {
    if (!asked) {
      position = Math.min(position, head);
    }
    return position;
  }

  synchronized long position() {
    return position;
  }

  synchronized void show(long reached) {
    shown = Math.max(shown, reached);
  }

  /** What the next answer may not be below, once this request was answered. */
  public synchronized long afterwards() {
    return Math.max(position, shown);
  }
}
