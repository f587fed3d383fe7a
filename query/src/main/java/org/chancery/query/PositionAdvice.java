package org.chancery.query;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Tells the position as of which an answer holds in its head too, as that of a table does. */
@RestControllerAdvice
final class PositionAdvice implements ResponseBodyAdvice<Object> {
  static final String HEADER = "Ledger-Position";

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
    if (body instanceof AsOfAnswer answer) {
      response.getHeaders().set(HEADER, Long.toString(answer.asOf().position()));
    }
    return body;
  }
}
