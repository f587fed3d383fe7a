package org.chancery.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemCode;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.chancery.shared.text.Nearest;
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
 * not been sent: a misspelt filter keeps everything, a misspelt dry run enters something. One that
 * is told more than once is refused too, but where all of its values are meant.
 */
@Component
final class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final int TOLD = 20;

  /** Every read takes these, even one that has no use for them. */
  private static final Map<String, Class<?>> EVERYWHERE = components(AsOfParameters.class);

  /** What to ask instead. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "accordingTo",
          "lists, counts and timelines follow the accounts that are preferred: ask for one of"
              + " what they hold by another, and /api/disputes for all of which accounts differ; ");

  private final Map<Method, SortedMap<String, Class<?>>> known = new ConcurrentHashMap<>();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && method.getBeanType().getName().startsWith("org.chancery.")) {
      SortedMap<String, Class<?>> here =
          known.computeIfAbsent(method.getMethod(), _ -> of(method, request));
      Map<String, String[]> asked = request.getParameterMap();
      require(asked.keySet().stream().filter(name -> !here.containsKey(name)).toList(), here);
      requireOnce(
          asked.keySet().stream()
              .filter(name -> asked.getOrDefault(name, new String[0]).length > 1)
              .filter(name -> here.get(name) != List.class)
              .toList());
    }
    return true;
  }

  private static void require(List<String> unknown, SortedMap<String, Class<?>> here) {
    if (!unknown.isEmpty()) {
      String known =
          "is not known here; "
              + ELSEWHERE.getOrDefault(unknown.getFirst(), "")
              + (here.isEmpty()
                  ? "there are none"
                  : "there are " + String.join(", ", here.keySet()));
      List<Nearest.Known> names = here.keySet().stream().map(Nearest.Known::of).toList();
      throw new ProblemException(
          problem(RequestCode.UNKNOWN_PARAMETER, unknown, known)
              .suggesting(Nearest.to(unknown.getFirst(), names)));
    }
  }

  private static void requireOnce(List<String> repeated) {
    if (!repeated.isEmpty()) {
      throw new ProblemException(
          problem(
              RequestCode.REPEATED_PARAMETER,
              repeated,
              "is given more than once; one value is expected"));
    }
  }

  private static Problem problem(ProblemCode code, List<String> parameters, String message) {
    List<Fault> faults =
        parameters.stream()
            .limit(TOLD)
            .map(name -> new Fault("/" + InvalidValue.excerpt(name), message))
            .toList();
    String detail = "%s: %s".formatted(faults.getFirst().pointer(), message);
    return Problem.of(code, detail).with(faults);
  }

  /** Each with its type: a list may be given more than once. */
  private static SortedMap<String, Class<?>> of(HandlerMethod method, HttpServletRequest request) {
    SortedMap<String, Class<?>> types =
        new TreeMap<>(READS.contains(request.getMethod()) ? EVERYWHERE : Map.of());
    Arrays.stream(method.getMethodParameters()).forEach(each -> types.putAll(of(each)));
    return types;
  }

  /** A parameter stands alone, or with others in a record. */
  private static Map<String, Class<?>> of(MethodParameter parameter) {
    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
    RequestParam alone = parameter.getParameterAnnotation(RequestParam.class);
    Class<?> type = parameter.getParameterType();
    if (alone != null) {
      String name = alone.name().isEmpty() ? parameter.getParameterName() : alone.name();
      return name == null ? Map.of() : Map.of(name, type);
    }
    return type.isRecord() ? components(type) : Map.of();
  }

  private static Map<String, Class<?>> components(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType));
  }
}
