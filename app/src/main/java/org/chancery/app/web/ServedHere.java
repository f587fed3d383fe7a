package org.chancery.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.chancery.app.config.LedgerProperties;
import org.chancery.app.config.LedgerProperties.Role;
import org.chancery.query.AsOfResolver;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What a server of its role answers; the rest another one of the same ledger does, so it is told as
 * 421 (RFC 9110, 15.5.20), which may be asked again over another connection, whatever the method.
 * What is nowhere is 404 all the same. Pages ask their questions past filters, but not past this.
 */
@Component
@ConditionalOnWebApplication
final class ServedHere implements HandlerInterceptor, WebMvcConfigurer {
  private static final String NO_COMMANDS =
      "this server answers questions, and takes no commands (chancery.role=query): send it to one"
          + " that does";

  private static final List<PathPattern> COMMANDS = paths("/api/commands/**");

  /** Where people give commands. */
  private static final List<PathPattern> DESK = paths("/desk/**");

  /** What is read off the journal and its seal. */
  private static final List<PathPattern> OF_JOURNAL =
      paths(
          "/api/journal",
          "/api/entries/**",
          "/api/points",
          "/api/exports",
          "/api/proofs/**",
          "/api/audit/reads",
          "/checkpoint",
          "/tile/**",
          "/verify/Verify.java");

  /** What tells of the server itself and of the API, and what pages that tell problems need. */
  private static final List<PathPattern> OF_ANY =
      paths(
          "/api/presence",
          "/api",
          "/api/",
          "/api/openapi/**",
          "/api/openapi.yaml",
          "/api/docs",
          "/api/swagger-ui/**",
          "/api/admin/copies",
          "/actuator/**",
          "/room/**");

  private final Role role;

  ServedHere(LedgerProperties properties) {
    this.role = properties.role();
  }

  private static List<PathPattern> paths(String... paths) {
    return Arrays.stream(paths).map(PathPatternParser.defaultInstance::parse).toList();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    if (role != Role.ALL) {
      registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    PathContainer path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
    if (handler instanceof HandlerMethod && !serves(path)) {
      throw new ProblemException(
          Problem.of(RequestCode.NOT_HERE, role.answers() ? NO_COMMANDS : AsOfResolver.NOT_KEPT));
    }
    return true;
  }

  /** True where this server answers at a path at all. */
  boolean serves(PathContainer path) {
    return switch (role) {
      case ALL -> true;
      case QUERY -> !isOf(COMMANDS, path) && !isOf(DESK, path);
      case COMMAND -> isOf(COMMANDS, path) || isOf(OF_JOURNAL, path) || isOf(OF_ANY, path);
    };
  }

  private static boolean isOf(List<PathPattern> some, PathContainer path) {
    return some.stream().anyMatch(each -> each.matches(path));
  }
}
