package org.chancery.query.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Notes each question whose answer hands out entries, or tells of them one by one: once it is
 * answered, and what is told for long as it begins. Stands before whoever asks for tokens, so that
 * those who were turned away are noted too.
 */
@Order(Ordered.LOWEST_PRECEDENCE - 100)
public final class ReadWatch extends OncePerRequestFilter {
  private static final String GIVEN = ReadWatch.class.getName() + ".given";
  private static final String ASKER = ReadWatch.class.getName() + ".asker";
  private static final String NOTE = ReadWatch.class.getName() + ".note";
  private static final List<PathPattern> WATCHED =
      Stream.of(
              "/api/entries",
              "/api/entries/**",
              "/api/audit/reads",
              "/api/exports",
              "/api/proofs/inclusion",
              "/api/changes",
              "/api/*/*/explanation",
              "/api/*/*/*/explanation",
              "/tile/entries/**")
          .map(PathPatternParser.defaultInstance::parse)
          .toList();

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

  /** Says whose token came with a request. */
  public static void askedBy(HttpServletRequest request, String principal) {
    request.setAttribute(ASKER, principal);
  }

  /** Notes the request at hand before its answer is written, which may take long or be cut. */
  public static void begins() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null
        && request.getAttribute(NOTE, RequestAttributes.SCOPE_REQUEST) instanceof Runnable note) {
      note.run();
      request.removeAttribute(NOTE, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /** What always hands out entries; a page does where it says so by {@link #given}. */
  private static boolean isWatched(HttpServletRequest request) {
    PathContainer path = PathContainer.parsePath(request.getRequestURI());
    return WATCHED.stream().anyMatch(pattern -> pattern.matches(path));
  }

  /** Of a stream, the chain returns as soon as it is open. */
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    request.setAttribute(NOTE, (Runnable) () -> note(request, response));
    try {
      chain.doFilter(request, response);
    } finally {
      if (request.getAttribute(NOTE) instanceof Runnable note) {
        note.run();
        request.removeAttribute(NOTE);
      }
    }
  }

  private void note(HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(GIVEN) == null && !isWatched(request)) {
      return;
    }
    log.add(
        new EntryRead(
            clock.instant(),
            Objects.requireNonNullElse((String) request.getAttribute(ASKER), "anonymous"),
            request.getRemoteAddr(),
            request.getRequestURI(),
            request.getQueryString(),
            response.getStatus(),
            (Integer) request.getAttribute(GIVEN)));
  }
}
