package org.chancery.query.parked;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chancery.readmodel.MissingEntries;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Watches each request, so that its answer can say which entries it lacks. */
@Component
final class BehindFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      MissingEntries.watch(
          () -> {
            try {
              chain.doFilter(request, response);
            } catch (ServletException failed) {
              throw new Passed(failed);
            }
          });
    } catch (Passed passed) {
      throw passed.failed;
    }
  }

  private static final class Passed extends IOException {
    private static final long serialVersionUID = 1L;
    private final ServletException failed;

    Passed(ServletException failed) {
      this.failed = failed;
    }
  }
}
