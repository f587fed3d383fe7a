package org.chancery.room.question;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** What pages ask. */
@Component
public final class Questions {
  private static final String ROOT = "/api";
  private final Endpoints endpoints;

  Questions(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  /** What the API answers at the address of the page, with its parameters. */
  public Asked of(HttpServletRequest page) {
    String path = page.getRequestURI().substring(page.getContextPath().length());
    return of(ROOT + path, PageParameter.of(page));
  }

  /** What it answers elsewhere. */
  public Asked of(String path, List<PageParameter> parameters) {
    return new Asked(endpoints, endpoints.ask(path, PageParameter.byName(parameters)));
  }

  /** The path of the API under which something is, each part encoded. */
  public static String path(String... parts) {
    StringBuilder path = new StringBuilder(ROOT);
    for (String part : parts) {
      path.append('/').append(UriUtils.encodePathSegment(part, StandardCharsets.UTF_8));
    }
    return path.toString();
  }
}
