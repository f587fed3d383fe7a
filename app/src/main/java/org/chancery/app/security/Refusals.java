package org.chancery.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chancery.app.web.HttpProblems;
import org.chancery.room.sheet.ProblemSheet;
import org.chancery.shared.Problem;
import org.chancery.shared.RequestCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Turns away as a problem, in the ledger's own words. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
  private static final Logger log = LoggerFactory.getLogger(Refusals.class);

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure instanceof AuthenticationServiceException) {
      log.warn("a token cannot be verified: {}", failure.getMessage());
      refuse(
          request,
          response,
          RequestCode.ISSUER_UNAVAILABLE,
          "the issuer of that token cannot be reached");
    } else if (isSentToSignIn(request)) {
      SignIn.goTo(response, SignIn.address(asked(request)));
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      refuse(
          request,
          response,
          RequestCode.UNAUTHENTICATED,
          "this needs the token of a known principal");
    }
  }

  /** Who looks with a browser, and shows no token that would be told to be wrong. */
  private static boolean isSentToSignIn(HttpServletRequest request) {
    return "GET".equals(request.getMethod())
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && ProblemSheet.isFor(request);
  }

  private static String asked(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    refuse(request, response, RequestCode.NOT_ALLOWED, detail(failure));
  }

  private static String detail(AccessDeniedException failure) {
    if (failure instanceof CsrfException) {
      return "this form was not opened by whoever is signed in; open it again";
    }
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && AccessRole.of(who) == AccessRole.RECORDER
        ? "no rule says who may do this"
        : "this principal reads, and does not record";
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, RequestCode code, String detail)
      throws IOException {
    HttpProblems.write(request, response, Problem.of(code, detail));
  }
}
