package org.chancery.query.parked;

import java.util.List;
import java.util.stream.Collectors;
import org.chancery.query.AsOfAnswer;
import org.chancery.readmodel.MissingEntries;
import org.chancery.shared.Problem;
import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Lets every answer say which entries it lacks, because a read model has parked them. */
@RestControllerAdvice
final class BehindAdvice implements ResponseBodyAdvice<Object> {
  private static final String HEADER = "Ledger-Behind";

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    List<Long> behind = MissingEntries.noted();
    if (behind.isEmpty()) {
      return body;
    }
    response
        .getHeaders()
        .set(HEADER, behind.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    return switch (body) {
      case AsOfAnswer answer -> answer.lacking(behind);
      case Problem problem when problem.code().equals(RefusalCode.UNKNOWN_SUBJECT.name()) ->
          problem.naming(behind);
      case null, default -> body;
    };
  }
}
