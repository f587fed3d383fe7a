package org.chancery.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what Spring would answer in words of its own: a path that cannot be decoded (Tomcat does
 * not look at what follows a semicolon in it), and a preflight, which here is as any OPTIONS.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
@ConditionalOnWebApplication
final class PathFilter extends OncePerRequestFilter {
  private static final String ASKING = HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isReadable(request)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      boolean preflight = request.getHeader(ASKING) != null;
      chain.doFilter(preflight ? new NoPreflight(request) : request, response);
    }
  }

  /** No other site is allowed anything, so that a browser asks beforehand changes nothing. */
  private static final class NoPreflight extends HttpServletRequestWrapper {
    NoPreflight(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
      return ASKING.equalsIgnoreCase(name) ? null : super.getHeader(name);
    }
  }

  private static boolean isReadable(HttpServletRequest request) {
    try {
      return !RequestPath.parse(request.getRequestURI(), request.getContextPath())
          .elements()
          .isEmpty();
    } catch (IllegalArgumentException undecodable) {
      return false;
    }
  }
}
