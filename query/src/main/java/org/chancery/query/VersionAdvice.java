package org.chancery.query;

import org.chancery.journal.Journal;
import org.chancery.readmodel.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Gives each answer about one subject the subject's version, as known at the answer's position:
 * what the If-Match of the next command names. The answer's ETag begins with it.
 */
@RestControllerAdvice
public final class VersionAdvice implements ResponseBodyAdvice<Object> {
  public static final String HEADER = "Ledger-Version";

  private final Journal journal;

  VersionAdvice(Journal journal) {
    this.journal = journal;
  }

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return returned.getParameterType() == Answer.class;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body instanceof Answer<?>(OfSubject view, var _, var _, AsOf asOf, var _)) {
      long version = journal.versionOf(view.subject(), asOf.position());
      if (version > 0) {
        response.getHeaders().set(HEADER, Long.toString(version));
      }
    }
    return body;
  }
}
