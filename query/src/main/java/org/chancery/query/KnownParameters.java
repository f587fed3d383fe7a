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
import org.chancery.shared.RefusalCode;
import org.chancery.shared.RequestCode;
import org.chancery.shared.text.Nearest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
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

  private final ObjectProvider<AsOfResolver> resolver;
  private final Map<Method, SortedMap<String, Class<?>>> known = new ConcurrentHashMap<>();

  KnownParameters(ObjectProvider<AsOfResolver> resolver) {
    this.resolver = resolver;
  }

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
      requireLegible(asked);
      Timeless timeless = method.getMethodAnnotation(Timeless.class);
      require(
          asked.keySet().stream().filter(name -> !here.containsKey(name)).toList(),
          here,
          timeless == null ? "" : timeless.value());
      requireOnce(
          asked.keySet().stream()
              .filter(name -> asked.getOrDefault(name, new String[0]).length > 1)
              .filter(name -> here.get(name) != List.class)
              .toList());
      requireForm(request.getParameter(TableForm.PARAMETER), forms(method));
      if (READS.contains(request.getMethod()) && timeless == null && !usesPoint(method)) {
        requirePoint(request);
      }
    }
    return true;
  }

  private static boolean usesPoint(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(each -> each.getParameterType() == AsOfParameters.class);
  }

  /** A read that has no use for a point says all the same where it is none. */
  private void requirePoint(HttpServletRequest request) {
    String wait = request.getParameter("minPosition");
    AsOfParameters asked =
        new AsOfParameters(
            request.getParameter("on"),
            request.getParameter("knownAt"),
            wait == null
                ? null
                : Parameters.in("minPosition", () -> Parameters.position("position:" + wait)));
    if (!asked.equals(new AsOfParameters(null, null, null))) {
      resolver.getObject().ofJournal(asked);
    }
  }

  private static void require(
      List<String> unknown, SortedMap<String, Class<?>> here, String instead) {
    if (!unknown.isEmpty()) {
      String known =
          "is not known here; "
              + (EVERYWHERE.containsKey(unknown.getFirst())
                  ? instead
                  : ELSEWHERE.getOrDefault(unknown.getFirst(), ""))
              + (here.isEmpty()
                  ? "there are none"
                  : "there are " + String.join(", ", here.keySet()));
      List<Nearest.Known> names = here.keySet().stream().map(Nearest.Known::of).toList();
      throw new ProblemException(
          problem(RequestCode.UNKNOWN_PARAMETER, unknown, known)
              .suggesting(Nearest.to(unknown.getFirst(), names)));
    }
  }

  /**
   * What reads as nothing would be taken for a parameter that was left out. A cursor is read as it
   * is, for it must be one that was given.
   */
  private static void requireLegible(Map<String, String[]> asked) {
    List<String> illegible =
        asked.entrySet().stream()
            .filter(each -> !each.getKey().equals("cursor"))
            .filter(each -> Arrays.stream(each.getValue()).anyMatch(KnownParameters::isIllegible))
            .map(Map.Entry::getKey)
            .toList();
    if (!illegible.isEmpty()) {
      throw new ProblemException(
          problem(
              RefusalCode.INVALID_FIELDS,
              illegible,
              "holds control characters, or nothing that can be seen"));
    }
  }

  private static boolean isIllegible(String value) {
    return value.chars().anyMatch(Character::isISOControl)
        || (!value.isBlank()
            && value
                .codePoints()
                .allMatch(
                    c -> Character.isWhitespace(c) || Character.getType(c) == Character.FORMAT));
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

  private static void requireForm(@Nullable String asked, List<String> forms) {
    if (asked != null && !asked.isBlank() && !forms.contains(asked.strip())) {
      throw Filter.fault(TableForm.PARAMETER, "must be one of " + String.join(", ", forms));
    }
  }

  /** What may be asked for of an answer that has several forms; none of any other. */
  private static List<String> forms(HandlerMethod method) {
    Class<?> answer = method.getReturnType().getParameterType();
    return answer == GeoJson.class
        ? List.of(GeoJson.CHOICE)
        : Tabular.class.isAssignableFrom(answer) ? TableForm.CHOICES : List.of();
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
        new TreeMap<>(
            READS.contains(request.getMethod()) && !method.hasMethodAnnotation(Timeless.class)
                ? EVERYWHERE
                : Map.of());
    Arrays.stream(method.getMethodParameters()).forEach(each -> types.putAll(of(each)));
    if (!forms(method).isEmpty()) {
      types.put(TableForm.PARAMETER, String.class);
    }
    return types;
  }

  /** A parameter stands alone, or with others in a record. */
  private static Map<String, Class<?>> of(MethodParameter parameter) {
    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
    if (parameter.hasParameterAnnotation(RequestBody.class)) {
      return Map.of();
    }
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
