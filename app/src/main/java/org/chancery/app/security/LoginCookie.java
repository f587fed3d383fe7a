package org.chancery.app.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chancery.journal.json.LedgerJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the ledger needs to know again of a login that the issuer is asked for. The browser keeps
 * it, sealed by a key of this process: whoever is not signed in has no session, for anybody could
 * have the server make any number. The cookie is the one that is {@code Lax}, since it is the
 * issuer's page that leads back.
 */
final class LoginCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  private static final String NAME = "chancery-login";
  private static final String MAC = "HmacSHA256";
  private static final int LONGEST = 3_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String TO = LoginCookie.class.getName() + ".to";
  private static final JsonMapper JSON = LedgerJson.mapper();

  private final byte[] key = new byte[32];
  private final Clock clock;

  LoginCookie(Clock clock) {
    this.clock = clock;
    new SecureRandom().nextBytes(key);
  }

  private record Asked(
      String at,
      String client,
      String back,
      String state,
      String nonce,
      String verifier,
      String to,
      long until) {

    OAuth2AuthorizationRequest request() {
      return OAuth2AuthorizationRequest.authorizationCode()
          .authorizationUri(at)
          .clientId(client)
          .redirectUri(back)
          .scope(OidcScopes.OPENID)
          .state(state)
          .attributes(
              Map.of(
                  OAuth2ParameterNames.REGISTRATION_ID,
                  IssuerLogin.ISSUER,
                  OidcParameterNames.NONCE,
                  nonce,
                  PkceParameterNames.CODE_VERIFIER,
                  verifier))
          .build();
    }
  }

  /** Where who has just signed in wanted to go. */
  static String target(HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getAttribute(TO), "/").toString();
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest login,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (login != null) {
      Asked asked =
          new Asked(
              login.getAuthorizationUri(),
              login.getClientId(),
              Objects.requireNonNull(login.getRedirectUri()),
              Objects.requireNonNull(login.getState()),
              Objects.requireNonNull(login.<String>getAttribute(OidcParameterNames.NONCE)),
              Objects.requireNonNull(login.<String>getAttribute(PkceParameterNames.CODE_VERIFIER)),
              SignIn.target(request),
              clock.instant().plus(PATIENCE).toEpochMilli());
      keep(sealed(JSON.writeValueAsString(asked)), PATIENCE, request, response);
    }
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    Asked asked = asked(request);
    return asked == null ? null : asked.request();
  }

  /** Each serves one try. */
  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    Asked asked = asked(request);
    keep("", Duration.ZERO, request, response);
    if (asked == null) {
      return null;
    }
    request.setAttribute(TO, asked.to());
    return asked.request();
  }

  private @Nullable Asked asked(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return Stream.ofNullable(cookies)
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(cookie -> opened(cookie.getValue()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Asked opened(String value) {
    int at = value.indexOf('.');
    if (at < 0 || value.length() > LONGEST) {
      return null;
    }
    try {
      byte[] text = Base64.getUrlDecoder().decode(value.substring(0, at));
      byte[] seal = Base64.getUrlDecoder().decode(value.substring(at + 1));
      if (!MessageDigest.isEqual(seal, seal(text))) {
        return null;
      }
      Asked asked = JSON.readValue(text, Asked.class);
      return clock.millis() < asked.until() ? asked : null;
    } catch (IllegalArgumentException | JacksonException unreadable) {
      return null;
    }
  }

  private String sealed(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(bytes) + "." + encoder.encodeToString(seal(bytes));
  }

  private byte[] seal(byte[] text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void keep(
      String value, Duration time, HttpServletRequest request, HttpServletResponse response) {
    boolean secure =
        request.isSecure() || request.getServletContext().getSessionCookieConfig().isSecure();
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, value)
            .path(SignIn.PATH)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .maxAge(time)
            .build()
            .toString());
  }
}
