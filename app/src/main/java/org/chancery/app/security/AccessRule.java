package org.chancery.app.security;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.shared.concept.Concept;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may do one thing.
 *
 * @param least the lowest role that may
 * @param methods by which it is asked for
 * @param paths where; matched as those of the endpoints are, so that no spelling of a path is one
 *     thing here and another there
 */
public record AccessRule(AccessRole least, Set<String> methods, List<PathPattern> paths) {
  private static final Set<String> READ = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> WRITE = Set.of("POST");
  private static final String FILE = "{file:[A-Za-z0-9-]+(?:\\.[a-z]+)+}";

  /**
   * Who may do what: the first that names a request decides. What none names is refused.
   *
   * <p>A page is read by whoever may read the answers that it shows. A watchdog holds no token, nor
   * does a browser that opens the page on which one is entered; and a verb shows none to who may be
   * an impostor.
   */
  public static final List<AccessRule> ALL =
      List.of(
          rule(AccessRole.ANYBODY, READ, ServerChallenge.PATH),
          rule(AccessRole.ANYBODY, READ, "/actuator/health"),
          rule(AccessRole.ANYBODY, READ, "/actuator/health/liveness", "/actuator/health/readiness"),
          rule(AccessRole.ANYBODY, READ, "/api/docs", "/api/swagger-ui/" + FILE),
          rule(AccessRole.ANYBODY, READ, "/api/openapi", "/api/openapi.yaml"),
          rule(AccessRole.ANYBODY, READ, "/api/openapi/swagger-config"),
          rule(AccessRole.ANYBODY, READ, "/room/{file}", SignIn.PATH),
          rule(AccessRole.ANYBODY, READ, IssuerLogin.BEGIN, IssuerLogin.BACK),
          rule(AccessRole.ANYBODY, WRITE, SignIn.PATH, SignIn.OUT),
          rule(AccessRole.AUDITOR, READ, "/api/audit/reads", "/audit/reads"),
          rule(AccessRole.READER, READ, "/api/**", "/actuator/**"),
          rule(
              AccessRole.READER,
              READ,
              "/",
              "/search",
              "/timeline",
              "/timeline/replay",
              "/changes",
              "/audit"),
          rule(AccessRole.READER, READ, "/{concept}/{id}/explanation"),
          rule(AccessRole.READER, READ, "/{concept}/{a}/{b}/explanation"),
          rule(AccessRole.READER, READ, "/entries", "/entries/{position}"),
          rule(AccessRole.READER, READ, pages("", "visits", "stops", "stops/map")),
          rule(AccessRole.READER, READ, pages("/{id}", "visits")),
          rule(AccessRole.READER, READ, "/missions/{sending}/{receiving}"),
          rule(AccessRole.READER, READ, "/relationships/graph", "/relationships/{a}/{b}"),
          rule(AccessRole.READER, READ, "/checkpoint", "/tile/**", "/verify/Verify.java"),
          rule(AccessRole.READER, WRITE, "/api/claims/check"),
          rule(AccessRole.RECORDER, READ, "/desk", "/desk/**"),
          rule(AccessRole.RECORDER, WRITE, "/desk/**"),
          rule(AccessRole.RECORDER, WRITE, "/api/commands", "/api/commands/{command}"),
          rule(AccessRole.RECORDER, WRITE, "/api/admin/replays", "/api/admin/parked/retries"),
          rule(AccessRole.RECORDER, WRITE, "/api/admin/copies", "/api/admin/copies/read-models"));

  /** The lowest role that may do what a request asks for; empty where no rule names it. */
  public static Optional<AccessRole> least(String method, PathContainer path) {
    return ALL.stream().filter(rule -> rule.names(method, path)).map(AccessRule::least).findFirst();
  }

  /** The lowest role that is told of what is not there. */
  static AccessRole leastForNothing(String method) {
    return READ.contains(method) ? AccessRole.READER : AccessRole.RECORDER;
  }

  private boolean names(String method, PathContainer path) {
    return methods.contains(method) && paths.stream().anyMatch(each -> each.matches(path));
  }

  /** Of every concept, and of what else is listed like one. */
  private static String[] pages(String behind, String... further) {
    return Stream.concat(Concept.ALL.stream().map(Concept::name), Stream.of(further))
        .map(each -> "/" + each + behind)
        .toArray(String[]::new);
  }

  private static AccessRule rule(AccessRole least, Set<String> methods, String... paths) {
    return new AccessRule(
        least,
        methods,
        Arrays.stream(paths).map(PathPatternParser.defaultInstance::parse).toList());
  }
}
