package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.app.FuzzedRequests.Request;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of the document, asked wrongly. {@code -Dchancery.fuzz.seed=N} asks other
 * requests, or those of a run that failed; {@code -Dchancery.fuzz.rounds=N} asks more of them.
 */
@Timeout(600)
@Tag("slow")
class FuzzTest {
  private static final long SEED = Long.getLong("chancery.fuzz.seed", 20170216);
  private static final int ROUNDS = Integer.getInteger("chancery.fuzz.rounds", 12);
  private static final Duration MOST = Duration.ofSeconds(ROUNDS);
  private static final int SHOWN = 20;
  private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");

  private record Target(Set<String> types, FuzzedRequests requests) {}

  private record Answer(int status, String type, String body) {

    static Answer of(String head) {
      String type = "";
      for (String line : head.lines().toList()) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-type:")) {
          type = line.substring(13).strip();
        }
      }
      return new Answer(Integer.parseInt(head.substring(9, 12)), type, "");
    }
  }

  @Test
  void noOperationFailsWhateverItIsSent() throws IOException {
    System.out.println("fuzz: seed " + SEED + ", rounds " + ROUNDS);
    try (Ledger ledger = Ledger.start(Map.of())) {
      ledger.tellExamples();
      List<String> faults = fuzz(ledger.http());
      assertThat(faults).as("repeat with -Dchancery.fuzz.seed=%d", SEED).isEmpty();
      ledger.http().get("/api/journal").expect(200);
      ledger.http().command("RegisterOfficial", "{\"name\": \"After All\"}").expect(201);
    }
  }

  private static List<String> fuzz(Http http) throws IOException {
    JsonNode document = http.get("/api/openapi").expect(200).json();
    Set<String> codes = new TreeSet<>();
    document
        .at("/components/schemas/Problem/properties/code/x-extensible-enum")
        .forEach(code -> codes.add(code.asString()));
    List<Target> targets = targets(document, http.token());
    assertThat(targets).hasSizeGreaterThan(60);
    List<String> faults = new ArrayList<>();
    int asked = 0;
    long end = System.nanoTime() + MOST.toNanos();
    for (int n = 0; n < ROUNDS && (n == 0 || System.nanoTime() < end); n++) {
      for (Target target : targets) {
        asked++;
        Request request = n == 0 ? target.requests().withoutHost() : target.requests().next();
        String fault = fault(answer(http, request), request, target, codes);
        if (!fault.isEmpty() && faults.size() < SHOWN) {
          faults.add(fault + ": " + request.excerpt().replace(http.token(), "TOKEN"));
        }
      }
    }
    System.out.println("fuzz: asked " + asked);
    return faults;
  }

  private static List<Target> targets(JsonNode document, String token) {
    List<Target> targets = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var each : path.getValue().properties()) {
        if (VERBS.contains(each.getKey())) {
          Set<String> types = new TreeSet<>();
          for (JsonNode response : each.getValue().path("responses")) {
            response.path("content").propertyNames().forEach(type -> types.add(plain(type)));
          }
          targets.add(
              new Target(
                  types,
                  new FuzzedRequests(each.getKey(), path.getKey(), each.getValue(), token, SEED)));
        }
      }
    }
    return targets;
  }

  private static Answer answer(Http http, Request request) throws IOException {
    try (Wire wire = new Wire(http.server())) {
      try {
        wire.write(request.bytes()).end();
      } catch (SocketException refused) {
        // The answer may come before the end of the request.
      }
      String head = wire.head();
      while (head.startsWith("HTTP/1.1 100")) {
        head = wire.head();
      }
      if (head.isEmpty()) {
        return new Answer(0, "", "");
      }
      Answer answer = Answer.of(head);
      boolean endless = plain(answer.type()).equals("text/event-stream");
      return endless ? answer : new Answer(answer.status(), answer.type(), wire.rest());
    }
  }

  private static String fault(Answer answer, Request request, Target target, Set<String> codes) {
    if (answer.status() == 0) {
      return "no answer";
    }
    if (answer.status() >= 400) {
      return refusalFault(answer, request, codes);
    }
    boolean documented =
        answer.type().isEmpty()
            || target.types().contains("*/*")
            || target.types().contains(plain(answer.type()));
    return documented ? "" : answer.status() + " of type " + answer.type();
  }

  private static String refusalFault(Answer answer, Request request, Set<String> codes) {
    int status = answer.status();
    if (status >= 500 && status != 503 && !isOfHttp(status, request)) {
      return status + " " + answer.body();
    }
    if (!plain(answer.type()).equals("application/problem+json")) {
      return status + " of type " + answer.type();
    }
    if (answer.body().matches("(?s).*(\\tat |Exception|java\\.|org\\.|tools\\.jackson).*")) {
      return status + " tells of the inside: " + answer.body();
    }
    return request.method().equals("HEAD") ? "" : codeFault(answer, codes);
  }

  /** A transfer coding that is not understood (RFC 9112, 6.1), a version (RFC 9110, 15.6.6). */
  private static boolean isOfHttp(int status, Request request) {
    return (status == 501 && request.bytes().contains("Transfer-Encoding:"))
        || (status == 505 && !request.bytes().contains(" HTTP/1.1\r\n"));
  }

  private static String codeFault(Answer answer, Set<String> codes) {
    try {
      // Without the length of its chunk, and the end.
      JsonNode problem = Http.json(answer.body().replaceAll("(?s)^[^{]*|[^}]*$", ""));
      String code = problem.path("code").asString("");
      boolean whole = codes.contains(code) && problem.path("status").asInt() == answer.status();
      return whole ? "" : answer.status() + " of code " + code;
    } catch (JacksonException unreadable) {
      return answer.status() + " is no JSON: " + answer.body();
    }
  }

  private static String plain(String type) {
    return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }
}
