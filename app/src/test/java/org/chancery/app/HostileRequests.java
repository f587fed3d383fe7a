package org.chancery.app;

import java.util.List;
import java.util.Random;

/** Requests as nobody should send them, the same ones for the same seed. */
final class HostileRequests {
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW", "get");
  private static final List<String> PATHS =
      List.of(
          "/api/meetings",
          "/api/meetings/%s",
          "/api/parties/%s",
          "/api/relationships/US/%s",
          "/api/commands/ScheduleMeeting",
          "/api/commands/%s",
          "/api/commands",
          "/api/%s",
          "/api/openapi/%s",
          "/api/entries/%s",
          "/api/entries/1/%s",
          "/api/proofs/%s",
          "/api/proofs/inclusion?position=%s",
          "/tile/%s",
          "/tile/entries/%s",
          "/checkpoint%s");
  private static final List<String> PARAMETERS =
      List.of("on", "knownAt", "minPosition", "limit", "cursor", "from", "party", "place", "after");
  private static final List<String> SCRAPS =
      List.of(
          "%2F",
          "%5C",
          "%00",
          "%zz",
          "%",
          "..",
          "%2e%2e/",
          "//",
          ";a=b",
          "%0d%0aX: y",
          "\\",
          "|",
          "%C3%28",
          "%F0%9F%98%80",
          "'",
          "' or 1=1 --",
          "{",
          "%7Bx%7D",
          "+",
          " ",
          "*",
          "%25",
          "!_%",
          "-1",
          "9223372036854775808",
          "1e9",
          "NaN",
          "position:1",
          "2017-02-16",
          "\u00ff",
          "null");
  private static final List<String> BODIES =
      List.of(
          "",
          "{}",
          "[]",
          "null",
          "{\"provenance\":null}",
          "{\"provenance\":[]}",
          "\u0000\u00fe",
          "{\"meeting\":{\"value\":\"x\"},\"parties\":[null,1,{}]}",
          "{\"parties\":[[[[]]]]}",
          "{\"meeting\":\"a\",\"format\":0,\"scheduledFor\":\"/\",\"topics\":[\"\"]}",
          "{\"scheduledFor\":\"../..\",\"parties\":[\"\"],\"participants\":[{}],\"place\":{}}",
          "{\"topics\":[\"\\u0000\",\"\\ud800\"],\"meeting\":\"\\ud800\"}",
          "{\"a\":1e400}",
          "{\"by\":\"US\",\"of\":\"US\",\"on\":\"0000\"}",
          "a=b&c=%zz",
          "--x\r\nbroken");
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/x-ndjson",
          "text/plain",
          "multipart/form-data",
          "multipart/form-data; boundary=x",
          "application/x-www-form-urlencoded",
          "garbage",
          "a/b;c",
          "application/json; charset=utf-32",
          "application/json; charset=none");
  private static final List<String> HEADERS =
      List.of(
          "Accept: %s",
          "If-Match: %s",
          "Idempotency-Key: %s",
          "Correlation-Id: %s",
          "Cookie: %s",
          "Last-Event-ID: %s",
          "Range: bytes=%s",
          "Expect: %s",
          "X-Forwarded-For: %s",
          "%s: x",
          "Accept-Language: %s",
          "If-Modified-Since: %s",
          "Origin: %s",
          "Accept-Encoding: %s");

  private final Random random;
  private final String token;

  HostileRequests(long seed, String token) {
    this.random = new Random(seed);
    this.token = token;
  }

  String next() {
    String method = any(METHODS);
    String body = method.equals("GET") || method.equals("HEAD") ? "" : any(BODIES);
    return method
        + " "
        + target()
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
        + (random.nextInt(10) == 0 ? any(SCRAPS) : token)
        + "\r\n"
        + header()
        + "Content-Type: "
        + any(TYPES)
        + "\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private String target() {
    String path = any(PATHS).replace("%s", scraps());
    return random.nextBoolean() ? path : path + "?" + any(PARAMETERS) + "=" + scraps();
  }

  private String header() {
    String value = random.nextInt(20) == 0 ? "h".repeat(20_000) : scraps();
    return random.nextBoolean() ? "" : any(HEADERS).replace("%s", value) + "\r\n";
  }

  private String scraps() {
    return any(SCRAPS) + (random.nextInt(3) == 0 ? any(SCRAPS) : "");
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
