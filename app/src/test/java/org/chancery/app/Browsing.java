package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Does what a browser without scripts does: keeps cookies, and sends forms as they are filled in.
 */
final class Browsing {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BOUNDARY = "chancery-boundary";
  private static final Pattern FORM =
      Pattern.compile("(?s)<form[^>]*method=\"post\"[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>");
  private static final Pattern INPUT =
      Pattern.compile(
          "<input (?![^>]*type=\"(?:checkbox|radio|file)\")[^>]*name=\"([^\"]*)\"[^>]*>");
  private static final Pattern CHOSEN =
      Pattern.compile(
          "(?s)<select [^>]*name=\"([^\"]*)\"[^>]*>(?:(?!</select>).)*<option value=\"([^\"]*)\""
              + " selected");
  private static final Pattern AREA =
      Pattern.compile("(?s)<textarea [^>]*name=\"([^\"]*)\"[^>]*>(.*?)</textarea>");

  private final URI server;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Browsing(Http http) {
    this.server = http.server();
  }

  /** One that has signed in. */
  static Browsing as(Http http, String token) {
    Browsing browser = new Browsing(http);
    browser.send(browser.form("/sign-in?to=/desk"), Map.of("token", token)).expect(303);
    return browser;
  }

  /** A form on a page, with what is filled in. */
  record Form(String action, Map<String, String> fields) {

    Form without(String name) {
      Map<String, String> fewer = new LinkedHashMap<>(fields);
      fewer.remove(name);
      return new Form(action, fewer);
    }
  }

  Reply get(String path) {
    return answer(HttpRequest.newBuilder(server.resolve(path)));
  }

  Form form(String path) {
    return form(get(path).expect(200));
  }

  static Form form(Reply page) {
    Matcher form = FORM.matcher(page.body());
    assertThat(form.find()).as(page.body()).isTrue();
    Map<String, String> fields = new LinkedHashMap<>();
    INPUT
        .matcher(form.group(2))
        .results()
        .forEach(
            found ->
                fields.put(
                    found.group(1),
                    text(found.group().replaceFirst("(?s).* value=\"([^\"]*)\".*", "$1"))));
    AREA.matcher(form.group(2))
        .results()
        .forEach(found -> fields.put(found.group(1), text(found.group(2))));
    CHOSEN
        .matcher(form.group(2))
        .results()
        .forEach(found -> fields.put(found.group(1), found.group(2)));
    fields.values().removeIf(value -> value.startsWith("<input"));
    return new Form(form.group(1), fields);
  }

  private static String text(String escaped) {
    return escaped
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /** Sends a form with these fields filled in otherwise. */
  Reply send(Form form, Map<String, String> otherwise, String... headers) {
    Map<String, String> all = new LinkedHashMap<>(form.fields());
    all.putAll(otherwise);
    String body =
        all.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    List<String> told = new ArrayList<>(List.of(headers));
    told.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
    return answer(
        HttpRequest.newBuilder(server.resolve(form.action()))
            .headers(told.toArray(String[]::new))
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends a form with a file. */
  Reply upload(Form form, Map<String, String> otherwise, String file, byte[] content) {
    Map<String, String> all = new LinkedHashMap<>(form.fields());
    all.remove("file");
    all.putAll(otherwise);
    StringBuilder before = new StringBuilder();
    String part = "--%s\r\nContent-Disposition: form-data; name=\"%s\"".formatted(BOUNDARY, "%s");
    all.forEach(
        (name, value) ->
            before.append(part.formatted(name)).append("\r\n\r\n").append(value).append("\r\n"));
    before.append(part.formatted("file")).append("; filename=\"").append(file);
    before.append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    return answer(
        HttpRequest.newBuilder(server.resolve(form.action()))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(before.toString()),
                    BodyPublishers.ofByteArray(content),
                    BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
  }

  /** What the server asked the browser to keep. */
  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private Reply answer(HttpRequest.Builder request) {
    try {
      return new Reply(
          client.send(
              request.timeout(PATIENCE).header("Accept", "text/html,*/*;q=0.8").build(),
              BodyHandlers.ofString()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
