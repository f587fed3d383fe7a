package org.chancery.query.account;

import java.util.List;
import org.chancery.query.Answer;
import org.chancery.query.Disputed;
import org.chancery.query.OfSubject;
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

/** Puts beside each answer the accounts that differ; before names, for accounts cite some too. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AccountsAdvice implements ResponseBodyAdvice<Object> {
  private final Accounts accounts;

  AccountsAdvice(Accounts accounts) {
    this.accounts = accounts;
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
    if (body instanceof Answer<?> answer
        && answer.accounts().isEmpty()
        && answer.view() instanceof OfSubject view) {
      List<Disputed> differing =
          view.subjects().flatMap(each -> accounts.of(each, answer.asOf()).stream()).toList();
      return answer.telling(differing);
    }
    return body;
  }
}
