package org.chancery.query.cited;

import org.chancery.query.AsOfAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Puts beside each answer the names of those whom it cites by their ids. */
@RestControllerAdvice
final class NamesAdvice implements ResponseBodyAdvice<Object> {
  private final NameBook names;

  NamesAdvice(NameBook names) {
    this.names = names;
  }

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return AsOfAnswer.class.isAssignableFrom(returned.getParameterType());
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    return body instanceof AsOfAnswer answer
        ? answer.naming(names.citedIn(answer, answer.asOf()))
        : body;
  }
}
