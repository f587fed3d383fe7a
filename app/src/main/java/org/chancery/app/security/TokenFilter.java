package org.chancery.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.app.web.HttpProblems;
import org.chancery.query.audit.ReadWatch;
import org.chancery.shared.Problem;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who holds a token: to write always, to read where reads need one. */
public final class TokenFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  /**
   * A watchdog holds no token, nor does a browser that opens the page on which one is entered; and
   * a verb shows none to who may be an impostor.
   */
  private static final Pattern HOLDS_NO_DATA =
      Pattern.compile(
          Pattern.quote(ServerChallenge.PATH)
              + "|/actuator/health(/liveness|/readiness)?"
              + "|/api/(docs|openapi(\\.yaml|/swagger-config)?)"
              + "|/api/swagger-ui/[A-Za-z0-9-]+(\\.[a-z]+)+");

  private final Tokens tokens;
  private final boolean openReads;

  public TokenFilter(Tokens tokens, boolean openReads) {
    this.tokens = tokens;
    this.openReads = openReads;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String given = token(request);
    Optional<String> holder = given == null ? Optional.empty() : tokens.holder(given);
    holder.ifPresent(name -> ReadWatch.askedBy(request, name));
    boolean reads = READS.contains(request.getMethod());
    boolean open = reads && given == null && (openReads || holdsNoData(request.getRequestURI()));
    if (holder.isEmpty() && !open) {
      response.setHeader("WWW-Authenticate", "Bearer");
      refuse(response, RequestCode.UNAUTHENTICATED, "this needs the token of a known principal");
    } else if (!reads && !Tokens.mayRecord(holder.orElse("auditor"))) {
      refuse(response, RequestCode.NOT_ALLOWED, "this principal reads, and does not record");
    } else {
      chain.doFilter(holder.isPresent() ? as(request, holder.get()) : request, response);
    }
  }

  private static boolean holdsNoData(String path) {
    return HOLDS_NO_DATA.matcher(path).matches();
  }

  private static @Nullable String token(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length()).strip()
        : header;
  }

  private static HttpServletRequest as(HttpServletRequest request, String name) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public Principal getUserPrincipal() {
        return () -> name;
      }
    };
  }

  private static void refuse(HttpServletResponse response, RequestCode code, String detail)
      throws IOException {
    HttpProblems.write(response, Problem.of(code, detail));
  }
}
