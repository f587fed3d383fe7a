package org.chancery.app.web;

import org.chancery.query.GeoJson;
import org.chancery.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Says of JSON that it is JSON: Spring would repeat what was accepted, such as a problem's type.
 */
@RestControllerAdvice
final class JsonAnswers implements ResponseBodyAdvice<Object> {

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter);
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    response
        .getHeaders()
        .setContentType(
            switch (body) {
              case Problem _ -> MediaType.APPLICATION_PROBLEM_JSON;
              case GeoJson<?> _ -> MediaType.parseMediaType(GeoJson.TYPE);
              case null, default -> MediaType.APPLICATION_JSON;
            });
    return body;
  }
}
