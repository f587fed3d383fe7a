package org.chancery.query;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Puts something beside each answer of a type before it is written. */
public abstract class AnswerAdvice implements ResponseBodyAdvice<Object> {
  private final Class<? extends AsOfAnswer> type;

  /** Completes the answers whose methods declare the type. */
  protected AnswerAdvice(Class<? extends AsOfAnswer> type) {
    this.type = type;
  }

  /** The answer with what is put beside it, or as it is. */
  protected abstract Object complete(AsOfAnswer answer);

  @Override
  public final boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return type.isAssignableFrom(returned.getParameterType());
  }

  @Override
  public final @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType form,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    return body instanceof AsOfAnswer answer ? complete(answer) : body;
  }
}
