package org.chancery.query.timeline;

import java.util.List;
import org.chancery.query.Answer;
import org.chancery.query.Ending.Because;
import org.chancery.query.OfSubject;
import org.chancery.query.ToldCause;
import org.chancery.readmodel.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Puts beside each answer what the entries say that it tells as causes, and whether they stand. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CausesAdvice implements ResponseBodyAdvice<Object> {
  private final CitedEntries entries;
  private final NameTemplates templates;

  CausesAdvice(CitedEntries entries, NameTemplates templates) {
    this.entries = entries;
    this.templates = templates;
  }

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return Answer.class.isAssignableFrom(returned.getParameterType());
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    return body instanceof Answer<?> answer && answer.view() instanceof OfSubject view
        ? answer.because(causes(view, answer.asOf()))
        : body;
  }

  private List<ToldCause> causes(OfSubject view, AsOf asOf) {
    return view.causes()
        .map(Because::entry)
        .distinct()
        .sorted()
        .flatMap(entry -> entries.at(entry, asOf).stream())
        .map(cause -> cause.saying(templates.worded(cause.says(), asOf)))
        .toList();
  }
}
