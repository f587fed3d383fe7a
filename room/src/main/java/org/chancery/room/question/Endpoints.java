package org.chancery.room.question;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.Meanwhile;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;
import org.springframework.web.util.ServletRequestPathUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The endpoints of the query API, asked without HTTP: the method that would answer is called, with
 * its parameters read and refused as they are there, and what advice adds to each answer (names,
 * accounts that differ, entries that lack) is added here too. So no page can say anything else.
 */
@Component
public final class Endpoints {
  private static final JsonMapper MAPPER = LedgerJson.mapper();
  private static final Class<JacksonJsonHttpMessageConverter> JSON =
      JacksonJsonHttpMessageConverter.class;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ObjectProvider<RequestMappingHandlerMapping> mapping;
  private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
  private final ApplicationContext context;
  private volatile @Nullable List<ResponseBodyAdvice<Object>> advice;

  Endpoints(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mapping,
      ObjectProvider<RequestMappingHandlerAdapter> adapter,
      ApplicationContext context) {
    this.mapping = mapping;
    this.adapter = adapter;
    this.context = context;
  }

  /**
   * What the endpoint at that path answers, as JSON would read. Fails as the endpoint does.
   *
   * @param path encoded, with {@code /api}
   */
  JsonNode ask(String path, Map<String, String[]> parameters) {
    return answer(new Question(page().getRequest(), path, parameters));
  }

  /**
   * The same, begun now and answered by another thread meanwhile, for pages that ask much. What the
   * answer lacks is noted on behalf of the page all the same.
   */
  Future<JsonNode> begin(String path, Map<String, String[]> parameters) {
    return Meanwhile.begin(() -> ask(path, parameters));
  }

  /** The answer to what was begun; fails as the endpoint does. */
  static JsonNode answer(Future<JsonNode> begun) {
    try {
      return begun.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
      throw Endpoints.<RuntimeException>asItIs(
          cause instanceof Exception known ? known : new IllegalStateException(cause));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw notYet("the ledger stops");
    } catch (TimeoutException late) {
      throw notYet("part of the page was not answered in time");
    }
  }

  private static ProblemException notYet(String why) {
    return new ProblemException(Problem.of(RequestCode.NOT_YET, why));
  }

  /** The same of an endpoint that is told something. */
  JsonNode tell(
      String path, Map<String, String[]> parameters, Map<String, String> headers, JsonNode said) {
    byte[] body = MAPPER.writeValueAsBytes(said);
    return answer(new Question(page().getRequest(), path, parameters, headers, body));
  }

  private static ServletRequestAttributes page() {
    return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
  }

  private JsonNode answer(Question question) {
    HttpServletResponse response = new Unsaid(Objects.requireNonNull(page().getResponse()));
    try {
      Object answer = answer(question, response);
      Object told = answer instanceof HttpEntity<?> entity ? entity.getBody() : answer;
      return told instanceof byte[] json ? MAPPER.readTree(json) : MAPPER.valueToTree(told);
    } catch (Exception failed) {
      throw Endpoints.<RuntimeException>asItIs(failed);
    }
  }

  /** Spring's own failures are checked, and whoever tells them as problems knows them as such. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> E asItIs(Exception failed) throws E {
    throw (E) failed;
  }

  private @Nullable Object answer(Question question, HttpServletResponse response)
      throws Exception {
    ServletRequestPathUtils.parseAndCache(question);
    HandlerExecutionChain found = mapping.getObject().getHandler(question);
    if (found == null || !(found.getHandler() instanceof HandlerMethod method)) {
      throw new ProblemException(
          Problem.of(RequestCode.NOT_FOUND, "there is nothing at this address"));
    }
    for (HandlerInterceptor each : found.getInterceptorList()) {
      each.preHandle(question, response, method);
    }
    return advised(method, invoke(method, question, response), question, response);
  }

  private @Nullable Object invoke(
      HandlerMethod method, Question question, HttpServletResponse response) throws Exception {
    RequestMappingHandlerAdapter like = adapter.getObject();
    InvocableHandlerMethod call = new InvocableHandlerMethod(method);
    call.setHandlerMethodArgumentResolvers(
        new HandlerMethodArgumentResolverComposite()
            .addResolvers(Objects.requireNonNull(like.getArgumentResolvers())));
    call.setDataBinderFactory(
        new ServletRequestDataBinderFactory(List.of(), like.getWebBindingInitializer()));
    return call.invokeForRequest(
        new ServletWebRequest(question, response), new ModelAndViewContainer());
  }

  private @Nullable Object advised(
      HandlerMethod method,
      @Nullable Object answer,
      HttpServletRequest question,
      HttpServletResponse response) {
    Object told = answer;
    for (ResponseBodyAdvice<Object> each : advice()) {
      if (each.supports(method.getReturnType(), JSON)) {
        told =
            each.beforeBodyWrite(
                told,
                method.getReturnType(),
                MediaType.APPLICATION_JSON,
                JSON,
                new ServletServerHttpRequest(question),
                new ServletServerHttpResponse(response));
      }
    }
    return told;
  }

  /** What an answer would say in headers is not the page's to say: it is made of several. */
  private static final class Unsaid extends HttpServletResponseWrapper {
    Unsaid(HttpServletResponse page) {
      super(page);
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
      // unsaid
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
      // unsaid
    }
  }

  /** In the order in which the API applies it. */
  @SuppressWarnings("unchecked")
  private List<ResponseBodyAdvice<Object>> advice() {
    List<ResponseBodyAdvice<Object>> known = advice;
    if (known == null) {
      known =
          ControllerAdviceBean.findAnnotatedBeans(context).stream()
              .map(ControllerAdviceBean::resolveBean)
              .filter(ResponseBodyAdvice.class::isInstance)
              .map(each -> (ResponseBodyAdvice<Object>) each)
              .toList();
      advice = known;
    }
    return known;
  }
}
