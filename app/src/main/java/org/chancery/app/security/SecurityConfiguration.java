package org.chancery.app.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chancery.app.config.LedgerProperties;
import org.chancery.app.config.UsageException;
import org.chancery.query.audit.ReadWatch;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Who is let in. The chain is put together here, filter by filter: it holds what is named and
 * nothing that would have to be switched off, such as a page to sign in on of Spring's own.
 */
@Configuration
@ConditionalOnWebApplication
class SecurityConfiguration {
  private static final String SCHEME = "Bearer ";
  private static final String NOBODY = "anonymous";

  @Bean
  Tokens tokens(LedgerProperties properties) {
    return new Tokens(properties.data());
  }

  @Bean
  AuthenticationManager principals(Tokens tokens, LedgerProperties properties) {
    List<AuthenticationProvider> known = new ArrayList<>(List.of(new FileTokenProvider(tokens)));
    IssuedTokens.of(properties.oidc()).flatMap(IssuedTokens::provider).ifPresent(known::add);
    return new ProviderManager(known);
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      AuthenticationManager principals,
      ObjectProvider<HandlerMapping> endpoints,
      LedgerProperties properties,
      Clock clock,
      @Value("${server.address}") String host)
      throws UnknownHostException, ServletException {
    Refusals refusals = new Refusals();
    Sessions sessions = new Sessions(clock);
    var bearer = new BearerTokenAuthenticationFilter(principals, SecurityConfiguration::token);
    bearer.setAuthenticationEntryPoint(refusals);
    bearer.setAuthenticationFailureHandler(refusals::commence);
    var principal = new SecurityContextHolderAwareRequestFilter();
    principal.afterPropertiesSet();
    var refused = new ExceptionTranslationFilter(refusals, new NullRequestCache());
    refused.setAccessDeniedHandler(refusals);
    List<Filter> chain = new ArrayList<>();
    chain.add(
        new HeaderWriterFilter(
            List.of(
                new XContentTypeOptionsHeaderWriter(),
                new StaticHeadersWriter("Content-Security-Policy", "frame-ancestors 'none'"))));
    chain.add(new SecurityContextHolderFilter(sessions));
    chain.add(bearer);
    chain.add(SecurityConfiguration::noteAsker);
    chain.add(principal);
    chain.add(
        new AnonymousAuthenticationFilter(NOBODY, NOBODY, List.of(stranger(properties, host))));
    chain.add(refused);
    chain.add(new AuthorizationFilter(new AccessControl(endpoints)));
    chain.addAll(new SignIn(principals, sessions, login(properties, clock)).filters(refusals));
    return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, chain);
  }

  /** Null where people do not sign in at an issuer. */
  private static @Nullable IssuerLogin login(LedgerProperties properties, Clock clock) {
    return properties.oidc().clientId() == null
        ? null
        : IssuedTokens.of(properties.oidc())
            .map(issued -> new IssuerLogin(issued, properties.oidc(), clock))
            .orElse(null);
  }

  /** By the name without which Spring Boot would put together a second one. */
  @Bean
  FilterChainProxy springSecurityFilterChain(SecurityFilterChain chain) {
    FilterChainProxy proxy = new FilterChainProxy(chain);
    proxy.setFirewall(new OpenFirewall());
    return proxy;
  }

  /**
   * After who notes what is refused, and before who reads a body. What a request was allowed, its
   * dispatches are. Spring Boot would register it too late to refuse a start before the databases
   * are open.
   */
  @Bean
  FilterRegistrationBean<FilterChainProxy> security(FilterChainProxy springSecurityFilterChain) {
    var security = new FilterRegistrationBean<>(springSecurityFilterChain);
    security.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
    security.setDispatcherTypes(DispatcherType.REQUEST);
    return security;
  }

  /** Beyond this machine, whoever reads must show who they are. */
  private static AccessRole stranger(LedgerProperties properties, String host)
      throws UnknownHostException {
    boolean openReads = properties.reads() == LedgerProperties.Reads.OPEN;
    if (openReads && !InetAddress.getByName(host).isLoopbackAddress()) {
      throw new UsageException(
          "refusing to listen on %s while reads are open: set chancery.reads=token"
              .formatted(host));
    }
    return openReads ? AccessRole.READER : AccessRole.ANYBODY;
  }

  /** Whatever the header says is taken for a token: a wrong one is refused where none would do. */
  private static @Nullable Authentication token(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return null;
    }
    if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
      throw new InvalidBearerTokenException("one token, or none");
    }
    String token =
        header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            ? header.substring(SCHEME.length()).strip()
            : header;
    if (token.isBlank()) {
      throw new InvalidBearerTokenException("no token");
    }
    return new BearerTokenAuthenticationToken(token);
  }

  /** Whoever is known is named among those who read, though the request be refused. */
  private static void noteAsker(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null) {
      ReadWatch.askedBy((HttpServletRequest) request, who.getName());
    }
    chain.doFilter(request, response);
  }
}
