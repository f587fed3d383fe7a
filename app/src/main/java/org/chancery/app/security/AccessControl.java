package org.chancery.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Holds each request against the rules. What no rule names and an endpoint would answer is refused
 * to all; what none would answer goes on, to be told so (404, 405).
 */
final class AccessControl implements AuthorizationManager<HttpServletRequest> {
  private static final Logger log = LoggerFactory.getLogger(AccessControl.class);

  private final ObjectProvider<HandlerMapping> endpoints;

  AccessControl(ObjectProvider<HandlerMapping> endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> asking, HttpServletRequest request) {
    Authentication who = asking.get();
    AccessRole role = who == null ? AccessRole.ANYBODY : AccessRole.of(who);
    return new AuthorizationDecision(least(request).filter(role::includes).isPresent());
  }

  private Optional<AccessRole> least(HttpServletRequest request) {
    String method = request.getMethod();
    Optional<AccessRole> named =
        AccessRule.least(
            method, ServletRequestPathUtils.parseAndCache(request).pathWithinApplication());
    return named.isPresent() || isAnswered(request)
        ? named
        : Optional.of(AccessRule.leastForNothing(method));
  }

  private boolean isAnswered(HttpServletRequest request) {
    try {
      for (HandlerMapping each : endpoints.orderedStream().toList()) {
        HandlerExecutionChain found = each.getHandler(request);
        if (found != null) {
          return !(found.getHandler() instanceof ResourceHttpRequestHandler);
        }
      }
      return false;
    } catch (HttpRequestMethodNotSupportedException otherMethods) {
      return false;
    } catch (Exception unreadable) {
      log.debug("something is there, and is asked for in another form", unreadable);
      return true;
    }
  }
}
