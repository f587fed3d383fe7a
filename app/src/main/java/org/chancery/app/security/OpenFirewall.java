package org.chancery.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;

/**
 * Lets every path and method through. Spring Security's own would refuse, in its words, what the
 * ledger answers, such as a semicolon or a double slash; it guards rules that read a path otherwise
 * than the endpoints do, and ours read it alike. Tomcat and {@code PathFilter} have judged before.
 */
final class OpenFirewall implements HttpFirewall {

  @Override
  public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
    return new FirewalledRequest(request) {
      @Override
      public void reset() {
        // nothing was changed
      }
    };
  }

  @Override
  public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
    return response;
  }
}
