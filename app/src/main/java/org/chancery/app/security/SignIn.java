package org.chancery.app.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.room.desk.SignedIn;
import org.chancery.room.sheet.Visitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * How people sign in, with a token that they paste or at the issuer, and out again. Where it
 * stands, a request has been allowed: so no form is read before it is known that its sender may
 * send it.
 */
final class SignIn {
  static final String PATH = "/sign-in";
  static final String OUT = "/sign-out";

  private static final Logger log = LoggerFactory.getLogger(SignIn.class);
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final List<PathPattern> FORMS =
      Stream.of(PATH, OUT, "/desk/**").map(PathPatternParser.defaultInstance::parse).toList();

  private final AuthenticationManager principals;
  private final Sessions sessions;
  private final @Nullable IssuerLogin login;
  private final CsrfTokenRepository tokens = new FormTokens();

  /**
   * @param login at the issuer; null where nobody signs in there
   */
  SignIn(AuthenticationManager principals, Sessions sessions, @Nullable IssuerLogin login) {
    this.principals = principals;
    this.sessions = sessions;
    this.login = login;
  }

  /** True of what a session may ask: reads, and forms, of which each shows its token too. */
  static boolean speaksFor(HttpServletRequest request) {
    return SAFE.contains(request.getMethod()) || isForm(request);
  }

  private static boolean isForm(HttpServletRequest request) {
    PathContainer path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
    return "POST".equals(request.getMethod())
        && FORMS.stream().anyMatch(each -> each.matches(path));
  }

  /** A program that shows a token of its own was sent by no other site. */
  private static boolean isSentByABrowser(HttpServletRequest request) {
    return isForm(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
  }

  private static boolean isFor(HttpServletRequest request, String path) {
    return isForm(request)
        && path.equals(
            ServletRequestPathUtils.parseAndCache(request).pathWithinApplication().value());
  }

  /** In their order, behind what decides who may do what. */
  List<Filter> filters(AccessDeniedHandler refusals) {
    CsrfFilter csrf = new CsrfFilter(tokens);
    csrf.setRequireCsrfProtectionMatcher(SignIn::isSentByABrowser);
    csrf.setAccessDeniedHandler(refusals);
    Filter in =
        entrance(
            new Entrance(request -> isFor(request, PATH), principals),
            this::welcome,
            SignIn::turnAway);
    LogoutFilter out =
        new LogoutFilter(
            (request, response, who) -> goTo(response, PATH), new SecurityContextLogoutHandler());
    out.setLogoutRequestMatcher(request -> isFor(request, OUT));
    List<Filter> filters = new ArrayList<>(List.of(new FormFilter(SignIn::isForm), csrf, in, out));
    if (login != null) {
      filters.add(login.leading(SignIn::notLetIn));
      filters.add(entrance(login.returning(), this::welcomeBack, SignIn::notLetIn));
    }
    filters.add(this::introduce);
    return filters;
  }

  private Filter entrance(
      AbstractAuthenticationProcessingFilter in,
      AuthenticationSuccessHandler welcome,
      AuthenticationFailureHandler turnAway) {
    in.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
    in.setSecurityContextRepository(sessions);
    in.setAuthenticationSuccessHandler(welcome);
    in.setAuthenticationFailureHandler(turnAway);
    return in;
  }

  /** Takes a token that was pasted, as what reads headers takes those that are shown there. */
  private static final class Entrance extends AbstractAuthenticationProcessingFilter {

    Entrance(RequestMatcher asked, AuthenticationManager principals) {
      super(asked, principals);
    }

    /** A token is its bytes, as it is where a header shows it. */
    @Override
    public @Nullable Authentication attemptAuthentication(
        HttpServletRequest request, HttpServletResponse response) {
      String pasted = request.getParameter("token");
      if (pasted == null || pasted.isBlank()) {
        throw new InvalidBearerTokenException("no token");
      }
      String token = new String(pasted.strip().getBytes(UTF_8), ISO_8859_1);
      return getAuthenticationManager().authenticate(new BearerTokenAuthenticationToken(token));
    }
  }

  /** Whatever a form was given before belongs to somebody who was not known yet. */
  private void welcome(
      HttpServletRequest request, HttpServletResponse response, Authentication who) {
    new CsrfAuthenticationStrategy(tokens).onAuthentication(who, request, response);
    goTo(response, target(request));
  }

  /**
   * The issuer's page led here, so what follows without a stop would be asked without the session's
   * cookie ({@code Strict}). A page of our own stands in between, and goes on by itself.
   */
  private void welcomeBack(
      HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException {
    new CsrfAuthenticationStrategy(tokens).onAuthentication(who, request, response);
    SignedIn.write(response, LoginCookie.target(request));
  }

  private static void notLetIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
    log.warn("a login of {} failed: {}", request.getRemoteAddr(), failure.getMessage());
    goTo(response, address(LoginCookie.target(request)) + "&refused=login");
  }

  /** Nowhere but here: an address that begins with two slashes names another server. */
  static String target(HttpServletRequest request) {
    String to = request.getParameter("to");
    return to != null && to.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") ? to : "/";
  }

  /** A wrong token costs as much here as in a header, and is noted for whoever watches. */
  private static void turnAway(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
    log.warn("a token was refused to {}", request.getRemoteAddr());
    String why = failure instanceof AuthenticationServiceException ? "issuer" : "token";
    goTo(response, address(target(request)) + "&refused=" + why);
  }

  /** The page to sign in on, and so to get to another. */
  static String address(String to) {
    return PATH + "?to=" + UriUtils.encode(to, UTF_8);
  }

  static void goTo(HttpServletResponse response, String address) {
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(HttpHeaders.LOCATION, address);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** Tells the pages who looks at them. */
  private void introduce(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    AccessRole role = who == null ? AccessRole.ANYBODY : AccessRole.of(who);
    boolean known = role.includes(AccessRole.AUDITOR);
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    new Visitor(
            who != null && known ? who.getName() : "",
            role.includes(AccessRole.RECORDER),
            token::getToken,
            login == null ? "" : login.host())
        .enter((HttpServletRequest) request);
    chain.doFilter(request, response);
  }
}
