package org.chancery.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a request with a parameter unknown there, which would otherwise be answered as if it had
 * not been sent: a misspelt filter keeps everything, a misspelt dry run enters something.
 */
@Component
final class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final int TOLD = 20;

  /** Every read takes these, even one that has no use for them. */
  private static final List<String> EVERYWHERE = components(AsOfParameters.class).toList();

  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && method.getBeanType().getName().startsWith("org.chancery.")) {
      Set<String> here = known.computeIfAbsent(method.getMethod(), _ -> of(method, request));
      List<String> unknown =
          request.getParameterMap().keySet().stream().filter(name -> !here.contains(name)).toList();
      require(unknown, here);
    }
    return true;
  }

  private static void require(List<String> unknown, Set<String> here) {
    if (!unknown.isEmpty()) {
      String known =
          "is not known here; "
              + (here.isEmpty() ? "there are none" : "there are " + String.join(", ", here));
      List<Fault> faults =
          unknown.stream()
              .limit(TOLD)
              .map(name -> new Fault("/" + InvalidValue.excerpt(name), known))
              .toList();
      String detail = "%s: %s".formatted(faults.getFirst().pointer(), known);
      throw new ProblemException(Problem.of(422, "UNKNOWN_PARAMETER", detail).with(faults));
    }
  }

  private static Set<String> of(HandlerMethod method, HttpServletRequest request) {
    Set<String> names = new TreeSet<>(READS.contains(request.getMethod()) ? EVERYWHERE : List.of());
    Arrays.stream(method.getMethodParameters()).flatMap(KnownParameters::of).forEach(names::add);
    return names;
  }

  /** A parameter stands alone, or with others in a record. */
  private static Stream<String> of(MethodParameter parameter) {
    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
    RequestParam alone = parameter.getParameterAnnotation(RequestParam.class);
    if (alone != null) {
      return Stream.ofNullable(
          alone.name().isEmpty() ? parameter.getParameterName() : alone.name());
    }
    Class<?> type = parameter.getParameterType();
    return type.isRecord() ? components(type) : Stream.empty();
  }

  private static Stream<String> components(Class<?> record) {
    return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName);
  }
}
