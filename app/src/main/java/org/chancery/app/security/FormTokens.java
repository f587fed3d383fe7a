package org.chancery.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * What forms show so that no other site can send them. It is kept in the session of who is signed
 * in; who is not has no session, for anybody could have the server make any number, and shows it in
 * a cookie too.
 */
final class FormTokens implements CsrfTokenRepository {
  private final CsrfTokenRepository signedIn = new HttpSessionCsrfTokenRepository();
  private final CookieCsrfTokenRepository before = new CookieCsrfTokenRepository();

  FormTokens() {
    before.setCookieName("chancery-form");
    before.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
    before.setCookiePath(SignIn.PATH);
  }

  private CsrfTokenRepository of(HttpServletRequest request) {
    return request.getSession(false) == null ? before : signedIn;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return of(request).generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    of(request).saveToken(token, request, response);
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return of(request).loadToken(request);
  }
}
