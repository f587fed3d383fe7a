package org.chancery.app.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What there is to be read, for who begins at the root. */
@RestController
@Hidden
@ConditionalOnWebApplication
class RootApi {
  private final ObjectProvider<RequestMappingHandlerMapping> endpoints;
  private final ServedHere here;

  RootApi(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> endpoints,
      ServedHere here) {
    this.endpoints = endpoints;
    this.here = here;
  }

  /**
   * The root.
   *
   * @param document what each resource takes and answers (OpenAPI)
   * @param page where it can be tried
   * @param resources their paths, in alphabetical order
   */
  record Root(String document, String page, List<String> resources) {}

  /** Of the address of the server itself, for programs: browsers are shown a page there. */
  @GetMapping(
      path = {"/", "/api", "/api/"},
      produces = MediaType.APPLICATION_JSON_VALUE)
  Root root() {
    List<String> paths =
        endpoints.getObject().getHandlerMethods().entrySet().stream()
            .filter(RootApi::isTold)
            .flatMap(each -> each.getKey().getPatternValues().stream())
            .filter(pattern -> here.serves(PathContainer.parsePath(pattern)))
            .map(path -> path.replaceAll(":(?:[^{}]|\\{[^{}]*})+}", "}"))
            .distinct()
            .sorted()
            .toList();
    return new Root("/api/openapi", "/api/docs", paths);
  }

  private static boolean isTold(Map.Entry<RequestMappingInfo, HandlerMethod> endpoint) {
    HandlerMethod method = endpoint.getValue();
    return method.getBeanType().getName().startsWith("org.chancery.")
        && endpoint.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET)
        && !AnnotatedElementUtils.hasAnnotation(method.getMethod(), Hidden.class)
        && !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Hidden.class);
  }
}
