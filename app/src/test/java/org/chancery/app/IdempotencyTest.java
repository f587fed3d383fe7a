package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedLedger.class)
class IdempotencyTest {
  private static final int CALLERS = 16;

  private final Http http;

  IdempotencyTest(Http http) {
    this.http = http;
  }

  private Reply register(String name, String key) {
    return http.command(
        "RegisterOfficial", "{\"name\": \"%s\"}".formatted(name), "Idempotency-Key", key);
  }

  @Test
  void theSameKeyAndContentGetTheFirstAnswerAgain() {
    Reply first = register("Ada", "again").expect(201);
    Reply second = register("Ada", "again").expect(200);

    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(first.header("Idempotent-Replay")).isEmpty();
    for (String header : List.of("Location", "ETag", "Ledger-Position")) {
      assertThat(second.header(header)).isEqualTo(first.header(header)).isNotEmpty();
    }
  }

  @Test
  void theSameKeyWithOtherContentIsRefused() {
    Reply first = register("Ada", "mismatch").expect(201);
    Reply second = register("Eve", "mismatch").expectProblem(409, "IDEMPOTENCY_MISMATCH");
    assertThat(Reply.positions(second.json().path("entries"))).containsExactly(first.position());
  }

  @Test
  void manyWithTheSameKeyAtOnceMakeOneEntry() throws Exception {
    List<Callable<Reply>> calls =
        IntStream.range(0, CALLERS)
            .<Callable<Reply>>mapToObj(n -> () -> register("Bo", "at-once"))
            .toList();
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      List<Reply> replies = callers.invokeAll(calls).stream().map(Future::resultNow).toList();
      assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).containsOnly(200, 201);
      assertThat(replies).extracting(Reply::position).containsOnly(replies.getFirst().position());
    }
  }

  @Test
  void aKeyThatCannotStandInAHeaderOfOthersIsRefused() {
    register("Ada", "a key").expectProblem(422, "INVALID_ID");
    register("Ada", "k".repeat(129)).expectProblem(422, "INVALID_ID");
  }
}
