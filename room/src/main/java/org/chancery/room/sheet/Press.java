package org.chancery.room.sheet;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.chancery.shared.Visible;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Makes pages of templates. Whatever a template shows is escaped for the place where it stands, and
 * no page may load, run or be framed by anything from elsewhere.
 */
public final class Press {
  /** HTML, as every page is. */
  public static final String TYPE = "text/html;charset=UTF-8";

  /** What every page tells browsers. */
  public static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
              + " object-src 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Vary",
          "Accept");

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  /** Forms hand back what they were filled with, to the letter. */
  private static final Set<String> FORMS = Set.of("filling", "preview", "naming");

  private Press() {}

  /** The page made of a template and what it shows. */
  public static ResponseEntity<String> page(String template, Object shown) {
    return page(HttpStatus.OK, template, shown);
  }

  /** The same under another status than that all is well. */
  public static ResponseEntity<String> page(HttpStatusCode status, String template, Object shown) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status)
            .contentType(HTML)
            .cacheControl(CacheControl.noCache().cachePrivate());
    HttpHeaders headers = new HttpHeaders();
    HEADERS.forEach(headers::set);
    return answer.headers(headers).body(text(template, shown));
  }

  /** The same as text, in which nobody's name reorders the words of the page. */
  public static String text(String template, Object shown) {
    StringOutput text = new StringOutput(16_384);
    TEMPLATES.render(template + ".jte", shown, text);
    return FORMS.contains(template) ? text.toString() : Visible.lines(text.toString());
  }
}
