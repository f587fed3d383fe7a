package org.chancery.query.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Notes each question about entries, once it is answered. */
public final class ReadWatch implements HandlerInterceptor {
  private static final String GIVEN = ReadWatch.class.getName() + ".given";

  private final ReadLog log;
  private final Clock clock;

  ReadWatch(ReadLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /** Says how many entries the answer to the request at hand gives. */
  public static void given(int entries) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(GIVEN, entries, RequestAttributes.SCOPE_REQUEST);
    }
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    Principal who = request.getUserPrincipal();
    log.add(
        new EntryRead(
            clock.instant(),
            who == null ? "anonymous" : who.getName(),
            request.getRemoteAddr(),
            request.getRequestURI(),
            request.getQueryString(),
            response.getStatus(),
            (Integer) request.getAttribute(GIVEN)));
  }
}
