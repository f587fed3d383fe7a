package org.chancery.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.chancery.shared.Problem;
import org.chancery.shared.RequestCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nothing is at the paths that libraries add and the ledger does not have: parts of health, of
 * which Actuator answers unknown ones with a failure, and pages that ask other sites.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // behind the rules of access: a stranger learns nothing
@ConditionalOnWebApplication
final class LibraryPathFilter extends OncePerRequestFilter {
  private static final Pattern ADDED =
      Pattern.compile("/actuator/health/(?!(liveness|readiness)$).*|/webjars(/.*)?");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (ADDED.matcher(request.getServletPath()).matches()) {
      String detail = "there is nothing at this address; /api lists what there is";
      HttpProblems.write(request, response, Problem.of(RequestCode.NOT_FOUND, detail));
    } else {
      chain.doFilter(request, response);
    }
  }
}
