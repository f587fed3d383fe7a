package org.chancery.room.question;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

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

  /** The OpenAPI document: what there is to be told, and in which form. */
  public JsonNode document() {
    return endpoints.ask(ROOT + "/openapi", Map.of());
  }

  /**
   * Hands a command in, as a request to the API would. Fails as that does.
   *
   * @param key makes a second try of the same enter nothing
   * @param dry true where nothing is to be entered
   */
  public JsonNode command(String name, JsonNode fields, String key, boolean dry) {
    return endpoints.tell(
        path("commands", name),
        Map.of("dryRun", new String[] {Boolean.toString(dry)}),
        Map.of("Idempotency-Key", key),
        fields);
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
