package org.chancery.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Who has signed in with a browser. A session holds a name and a role, not the token, and ends a
 * working day after it began, or with the token where that says when it expires. It speaks for
 * reads and for forms alone: whatever else writes shows a token, which no other site can make a
 * browser send.
 */
final class Sessions implements SecurityContextRepository {
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final String HELD = Sessions.class.getName() + ".held";

  private final Clock clock;

  Sessions(Clock clock) {
    this.clock = clock;
  }

  private record Held(Authentication who, Instant until) {}

  /** Deprecated, and asked by nothing but what asks {@link #loadDeferredContext}. */
  @Override
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder asking) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    HttpServletRequest request = asking.getRequest();
    if (SignIn.speaksFor(request)) {
      context.setAuthentication(held(request));
    }
    return context;
  }

  private @Nullable Authentication held(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(HELD) instanceof Held held)) {
      return null;
    }
    if (clock.instant().isBefore(held.until())) {
      return held.who();
    }
    session.invalidate();
    return null;
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    Authentication who = context.getAuthentication();
    if (who != null) {
      Authentication kept =
          new PreAuthenticatedAuthenticationToken(who.getName(), "", List.of(AccessRole.of(who)));
      request.getSession().setAttribute(HELD, new Held(kept, until(who)));
    }
  }

  private Instant until(Authentication who) {
    Instant longest = clock.instant().plus(LONGEST);
    Instant expires =
        switch (who.getPrincipal()) {
          case Jwt token -> token.getExpiresAt();
          case OidcUser user -> user.getExpiresAt();
          case null, default -> null;
        };
    return expires == null || longest.isBefore(expires) ? longest : expires;
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(HELD) != null;
  }
}
