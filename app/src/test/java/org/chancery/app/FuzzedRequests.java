package org.chancery.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Requests to one operation of the document, with one to three faults each: in a parameter, a
 * header, the path, the body, or the way they are put on the wire. The same for the same seed.
 */
final class FuzzedRequests {
  private static final List<String> VALUES =
      List.of(
          "",
          "-1",
          "0",
          "1e9",
          "9223372036854775808",
          "NaN",
          "true",
          "null",
          "[]",
          "%7B%22a%22:1%7D",
          "2017-02-30",
          "-999999999-01-01",
          "+1000000000-12-31",
          "2017-02-16T00:00:00+19:00",
          "position:99999999999999999999",
          "%00",
          "a%00b",
          "%0d%0aX:%20y",
          "%1b%5b2J",
          "%e2%80%ae",
          "%ed%a0%80",
          "%f0%9f%98%80",
          "%c3%28",
          "%zz",
          "%",
          "../../etc/passwd",
          "..%2f..%2f",
          "%252e%252e%252f",
          ";a=b",
          "*",
          "'%20or%201=1%20--",
          "${jndi:x}",
          "#{1}",
          ",,,",
          "US,RU,US",
          "x".repeat(3_000));
  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "Accept-Charset",
          "Accept-Encoding",
          "Authorization",
          "Content-Encoding",
          "Content-Language",
          "Cookie",
          "Correlation-Id",
          "Expect",
          "Forwarded",
          "Idempotency-Key",
          "If-Match",
          "If-Modified-Since",
          "If-None-Match",
          "If-Range",
          "If-Unmodified-Since",
          "Last-Event-ID",
          "Max-Forwards",
          "Origin",
          "Range",
          "TE",
          "Upgrade",
          "X-Forwarded-Host",
          "X-HTTP-Method-Override");
  private static final List<String> HEADER_VALUES =
      List.of(
          "",
          "*",
          "*/*",
          "*/*;q=2",
          "application/*+json",
          "application/problem+json",
          "application/json;v=\u00ff",
          "text/csv, text/plain;q=0.1",
          "text/event-stream",
          "text/*;q=0",
          "a/b/c",
          ",;=\"",
          "\"1\"",
          "W/\"1\"",
          "\"1",
          "\"1\",W/\"2\",*",
          "\"99999999999999999999\"",
          "100-continue",
          "200-ok",
          "bytes=0-0,9-1,-5",
          "bytes=99999999999999999999-",
          "Thu, 99 Foo 2017 25:61:61 GMT",
          "websocket",
          "h2c",
          "none",
          "DELETE",
          "evil.example",
          "Bearer",
          "Basic dTpw",
          "\u00e9\u00ff",
          "a\tb",
          "a\u0000b",
          "-1",
          "x".repeat(300),
          "x".repeat(9_000));
  private static final List<String> TYPES =
      List.of(
          "application/*+json",
          "application/*",
          "*/*",
          "application/merge-patch+json",
          "application/problem+json",
          "application/json;charset=UTF-16",
          "application/json;charset=\"",
          "application/json;charset=utf-8;charset=x",
          "application/x-ndjson",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data;boundary=" + "b".repeat(100),
          "application/yaml",
          "text/plain",
          "text/event-stream",
          "json",
          "a/b/c",
          "/",
          ";",
          "");
  private static final List<String> JSON =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e400",
          "1E-999999999",
          "123456789012345678901234567890",
          "9".repeat(2_000),
          "NaN",
          "01",
          "[]",
          "[null]",
          "[[],{}]",
          "{}",
          "{\"\":\"\"}",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u202e\\u2028\\u001b[2J\"",
          "\"\u0001\"",
          "\"2017-02-30\"",
          "\"2017-02-16/2016\"",
          "\"-999999999-01-01\"",
          "\"../a\"",
          "\"\\/\"",
          "\"" + "y".repeat(70_000) + "\"",
          "[".repeat(2_000) + "]".repeat(2_000),
          "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000));
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "X");

  /** What goes on the wire, a byte each character. */
  record Request(String method, String bytes) {

    /** Enough to find it again, on one line. */
    String excerpt() {
      String line = bytes.substring(0, Math.min(bytes.length(), 400));
      return line.replace("\r", "\\r").replace("\n", "\\n").replace("\u0000", "\\0");
    }
  }

  private final String verb;
  private final String template;
  private final List<String> queries;
  private final JsonNode example;
  private final String type;
  private final String token;
  private final Random random;

  private String method = "";
  private String target = "";
  private String version = "";
  private String body = "";
  private List<String> headers = List.of();

  FuzzedRequests(String verb, String template, JsonNode operation, String token, long seed) {
    this.verb = verb;
    this.template = template;
    this.token = token;
    this.random = new Random(seed ^ (verb + template).hashCode());
    this.queries =
        StreamSupport.stream(operation.path("parameters").spliterator(), false)
            .filter(each -> each.path("in").asString("").equals("query"))
            .map(each -> each.path("name").asString())
            .toList();
    JsonNode content = operation.at("/requestBody/content");
    this.type = content.propertyNames().stream().findFirst().orElse("application/json");
    this.example = content.path(type).path("example");
  }

  /** As old clients and some probes ask, and otherwise well: HTTP/1.0, which needs no host. */
  Request withoutHost() {
    begin();
    version = "HTTP/1.0";
    drop("Host");
    return request();
  }

  Request next() {
    begin();
    for (int faults = 1 + random.nextInt(3); faults > 0; faults--) {
      spoil();
    }
    return request();
  }

  private void begin() {
    method = verb.toUpperCase(Locale.ROOT);
    target = template.replaceAll("\\{position}", "1").replaceAll("\\{[a-z]+}", "US");
    version = "HTTP/1.1";
    body = example.isMissingNode() ? "" : utf8(example.toString());
    headers = new ArrayList<>(List.of("Host: localhost", "Authorization: Bearer " + token));
    headers.add("Content-Type: " + type);
    headers.add("Content-Length: " + body.length());
  }

  private Request request() {
    headers.add("Connection: close");
    String head = method + " " + target + " " + version + "\r\n" + String.join("\r\n", headers);
    return new Request(method, head + "\r\n\r\n" + body);
  }

  private void spoil() {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> spoilQuery();
      case 3 -> spoilPath();
      case 4, 5 -> spoilHeader();
      case 6, 7, 8 -> spoilBody();
      default -> spoilWire();
    }
  }

  private void spoilQuery() {
    int many = 1 + random.nextInt(3);
    String name = queries.isEmpty() || random.nextInt(8) == 0 ? any(VALUES) : any(queries);
    for (int n = 0; n < many; n++) {
      target += (target.contains("?") ? "&" : "?") + name + "=" + any(VALUES);
    }
  }

  private void spoilPath() {
    switch (random.nextInt(6)) {
      case 0 -> target = template.replaceAll("\\{[a-z]+}", plain(any(VALUES)));
      case 1 -> target = target + "/" + any(VALUES);
      case 2 -> target = "/" + any(VALUES) + target;
      case 3 -> target = target.replaceFirst("/api", "/%61pi;x=" + plain(any(VALUES)));
      case 4 -> target = template;
      default -> method = any(METHODS);
    }
  }

  private void spoilHeader() {
    switch (random.nextInt(4)) {
      case 0 -> set("Content-Type", any(TYPES));
      case 1 -> set("Accept", random.nextBoolean() ? any(TYPES) : any(HEADER_VALUES));
      default -> headers.add(any(HEADERS) + ": " + any(HEADER_VALUES));
    }
  }

  private void spoilBody() {
    String text = body.isEmpty() ? "{}" : body;
    body =
        switch (random.nextInt(12)) {
          case 0 -> text.substring(0, random.nextInt(text.length()));
          case 1 -> new String(text.getBytes(UTF_16BE), ISO_8859_1);
          case 2 -> "\u00ef\u00bb\u00bf" + text;
          case 3 -> text.replaceFirst("[a-z]", "\u00ff\u00c0");
          case 4 -> text + any(JSON);
          case 5 -> any(JSON);
          case 6 -> text.replaceFirst("\\{", plain("{\"" + any(VALUES) + "\":1,"));
          default -> utf8(spoilt(example));
        };
    set("Content-Length", Integer.toString(body.length()));
  }

  /** The example with another value in one place. */
  private String spoilt(JsonNode node) {
    if (node.isMissingNode() || node.isEmpty() || random.nextInt(6) == 0) {
      return any(JSON);
    }
    int place = random.nextInt(node.size());
    List<String> parts = new ArrayList<>();
    if (node.isArray()) {
      for (JsonNode each : node) {
        parts.add(parts.size() == place ? spoilt(each) : each.toString());
      }
      return "[" + String.join(",", parts) + "]";
    }
    for (var each : node.properties()) {
      String value = parts.size() == place ? spoilt(each.getValue()) : each.getValue().toString();
      parts.add("\"" + each.getKey() + "\":" + value);
    }
    return parts.stream().collect(Collectors.joining(",", "{", "}"));
  }

  private void spoilWire() {
    switch (random.nextInt(16)) {
      case 0 -> drop("Host");
      case 1 -> version = any(List.of("HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/1.1 x", "", "ICY"));
      case 2 -> {
        version = "HTTP/1.0";
        drop("Host");
      }
      case 3 ->
          set("Host", any(List.of("", "a b", "[::1", "localhost:x", "evil.example", "@", "%")));
      case 4 -> headers.add("Host: localhost");
      case 5 -> headers.add("Content-Length: 7");
      case 6 -> set("Content-Length", any(List.of("-1", "+5", "0x10", "99999999999999999999", "")));
      case 7 -> set("Content-Length", Integer.toString(body.length() + 50));
      case 8, 9 -> chunk(any(List.of("chunked", "Chunked", "chunked, chunked", "identity")));
      case 10 -> chunk(any(List.of("gzip", "gzip, chunked", "xchunked", "\u000bchunked", "")));
      case 11 -> headers.add("Transfer-Encoding: chunked"); // and a length
      case 12 ->
          headers.add(any(List.of(" folded", "No Colon", "Bad Name: x", ": x", "A\u0000: x")));
      case 13 ->
          target = any(List.of("*", "localhost", "http://localhost" + target, "//" + target));
      case 14 -> target = target + "?" + "p=1&".repeat(3_000);
      default -> method = any(List.of("get", "G\u0000T", "", "M".repeat(9_000), "GET\t"));
    }
  }

  private void chunk(String coding) {
    drop("Content-Length");
    headers.add("Transfer-Encoding: " + coding);
    String length = Integer.toHexString(body.length());
    String whole = body.isEmpty() ? "0\r\n\r\n" : length + "\r\n" + body + "\r\n0\r\n\r\n";
    body =
        switch (random.nextInt(6)) {
          case 0 -> "zz\r\n" + body;
          case 1 -> "FFFFFFFFFFFFFFFF\r\n" + body;
          case 2 -> "-1\r\n" + body;
          case 3 -> length + ";x=" + "y".repeat(9_000) + "\r\n" + body + "\r\n0\r\n\r\n";
          case 4 -> whole.substring(0, whole.length() - 4) + "Host: evil.example\r\n\r\n";
          default -> whole;
        };
  }

  private void set(String name, String value) {
    drop(name);
    headers.add(name + ": " + value);
  }

  private void drop(String name) {
    headers.removeIf(each -> each.startsWith(name + ":"));
  }

  /** For what is put in by a pattern. */
  private static String plain(String value) {
    return Matcher.quoteReplacement(value);
  }

  private static String utf8(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
