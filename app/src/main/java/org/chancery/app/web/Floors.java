package org.chancery.app.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.app.config.LedgerProperties;
import org.chancery.app.config.LedgerProperties.Nodes;
import org.chancery.query.Floor;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Nobody who is answered by one server after another goes back in time: programs tell by a header
 * what they were shown, and browsers by a cookie that pages set, where there are several servers.
 */
@Component
@ConditionalOnWebApplication
final class Floors implements HandlerInterceptor, WebMvcConfigurer {
  private static final String COOKIE = "chancery-position";
  private static final String POSITION = "\\d{1,18}";
  private static final String PAGE = "text/html";

  private final boolean remembers;

  Floors(LedgerProperties properties) {
    this.remembers = properties.nodes() == Nodes.MANY;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    long asked = asked(request);
    long remembered = remembered(request);
    new Floor(Math.max(asked, remembered), asked >= remembered).hold(request);
    return true;
  }

  private static long asked(HttpServletRequest request) {
    List<String> told = Collections.list(request.getHeaders(Floor.HEADER));
    if (told.isEmpty()) {
      return 0;
    }
    String position = told.getFirst().strip();
    if (told.size() > 1 || !position.matches(POSITION)) {
      Fault fault = new Fault("/" + Floor.HEADER, "is one position, in digits");
      throw new ProblemException(
          Problem.of(RequestCode.UNREADABLE, "cannot be read: " + Floor.HEADER)
              .with(List.of(fault)));
    }
    return Long.parseLong(position);
  }

  /** Whatever else it says was not set here, and is replaced. */
  private static long remembered(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .filter(value -> value.matches(POSITION))
        .mapToLong(Long::parseLong)
        .max()
        .orElse(0);
  }

  /** A page is sent once its tag is made of all of it, so there is still time. */
  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    Floor floor = Floor.of(request);
    String type = Objects.requireNonNullElse(response.getContentType(), "");
    if (!remembers || floor == null || !type.startsWith(PAGE)) {
      return;
    }
    long next = floor.afterwards();
    if (next > 0 && next != remembered(request)) {
      ResponseCookie cookie =
          ResponseCookie.from(COOKIE, Long.toString(next))
              .path("/")
              .httpOnly(true)
              .sameSite("Lax")
              .build();
      response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
  }
}
