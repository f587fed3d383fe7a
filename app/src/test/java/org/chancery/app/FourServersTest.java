package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two servers that take commands and two that answer are one ledger, though all are asked at once:
 * what is acknowledged stands once, nobody is answered by less than was acknowledged or shown, and
 * all rows are what the journal leads to. For longer than until it has seen enough: {@code
 * -Dchancery.seconds=N}.
 */
@Tag("slow")
class FourServersTest {
  private static final int SECONDS = Integer.getInteger("chancery.seconds", 0);
  private static final Duration TIME = Duration.ofSeconds(SECONDS == 0 ? 40 : SECONDS);
  private static final int ENOUGH = SECONDS == 0 ? 120 : Integer.MAX_VALUE;
  private static final Duration PATIENCE = TIME.plusSeconds(20);
  private static final int WRITERS = 4;
  private static final int REFUSED = 400;

  @TempDir Path folder;
  private EmbeddedPostgres postgres;
  private final List<Ledger> recording = new ArrayList<>();
  private final List<Ledger> answering = new ArrayList<>();
  private final Queue<Told> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final AtomicInteger refusals = new AtomicInteger();

  /** A command, and where it was recorded. */
  private record Told(Request request, String key, String subject, long version, long position) {}

  private record Request(String command, String fields) {

    static Request random(Random random, long head) {
      String party = "p" + random.nextInt(6);
      String code = "C" + random.nextInt(4);
      String meeting = "\"meeting\": \"m%d\"".formatted(random.nextInt(24));
      String day = "2017-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
      return switch (random.nextInt(10)) {
        case 0 ->
            new Request(
                "RegisterParty",
                "{\"party\": \"%s\", \"name\": \"x\", \"kind\": \"state\", \"codes\": [\"%s\"]}"
                    .formatted(party, code));
        case 1 ->
            new Request(
                "RetractEntry",
                "{\"entry\": %d, \"reason\": \"wrong\"}"
                    .formatted(Math.max(1, head - random.nextInt(12))));
        case 2, 3, 4, 5 ->
            new Request(
                "ScheduleMeeting",
                ("{%s, \"format\": \"bilateral\", \"parties\": [\"%s\", \"p%d\"],"
                        + " \"scheduledFor\": \"%s\"}")
                    .formatted(meeting, code, random.nextInt(6), day));
        case 6 ->
            new Request(
                "CancelMeeting", "{%s, \"on\": \"2017\", \"reason\": \"x\"}".formatted(meeting));
        default ->
            new Request(
                "RescheduleMeeting", "{%s, \"scheduledFor\": \"%s\"}".formatted(meeting, day));
      };
    }
  }

  @BeforeEach
  void start() throws Exception {
    postgres = Postgres.start();
    for (String name : List.of("command-1", "command-2")) {
      recording.add(Ledger.start(folder.resolve(name), settings("command", name)));
    }
    for (String name : List.of("query-1", "query-2")) {
      answering.add(Ledger.start(folder.resolve(name), settings("query", name)));
    }
  }

  private Map<String, Object> settings(String role, String name) {
    return new TreeMap<>(
        Map.of(
            "chancery.role",
            role,
            "chancery.node",
            name,
            "chancery.seal.keys",
            folder.resolve("keys"),
            "chancery.journal.url",
            postgres.getJdbcUrl("postgres", "postgres"),
            "chancery.journal.user",
            "postgres",
            "chancery.journal.connections",
            8));
  }

  @AfterEach
  void stop() throws Exception {
    for (Ledger each : answering) {
      each.close();
    }
    for (Ledger each : recording) {
      each.close();
    }
    postgres.close();
  }

  @Test
  void theyAreOneLedger() throws Exception {
    long end = System.nanoTime() + TIME.toNanos();
    List<Callable<Boolean>> all = new ArrayList<>();
    IntStream.range(0, WRITERS)
        .forEach(writer -> all.add(() -> write(writer, recording.get(writer % 2), end)));
    answering.forEach(each -> all.add(() -> readWhatWasRecorded(each, end)));
    all.add(() -> readOneAfterTheOther(end));
    atOnce(all);

    assertThat(wrong).isEmpty();
    assertThat(acknowledged.size()).isGreaterThan(50);
    assertThat(refusals.get()).isGreaterThan(10);
    requireAllOnce();
    requireAnsweredAgain();
    requireSameAnswers();
    requireSound();
  }

  private static void atOnce(List<Callable<Boolean>> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
      for (Future<Boolean> each : threads.invokeAll(work, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        each.get();
      }
    }
  }

  private boolean write(int writer, Ledger at, long end) {
    Random random = new Random(writer);
    long head = 1;
    for (int n = 0; System.nanoTime() < end && acknowledged.size() < ENOUGH; n++) {
      Request request = Request.random(random, head);
      String key = writer + "-" + n;
      Reply reply = at.http().command(request.command(), request.fields(), "Idempotency-Key", key);
      if (reply.status() == 201) {
        head = reply.position();
        String subject = reply.json().path("subject").asString();
        long version = reply.json().path("version").asLong();
        acknowledged.add(new Told(request, key, subject, version, head));
        begun.countDown();
      } else if (reply.status() >= REFUSED && reply.status() < 500 && reply.status() != 412) {
        refusals.incrementAndGet();
      } else {
        wrong.add("%s: %s".formatted(request, reply.body()));
      }
    }
    return true;
  }

  /** Each server that answers knows what was acknowledged anywhere, once it is told of it. */
  private boolean readWhatWasRecorded(Ledger at, long end) throws InterruptedException {
    assertThat(begun.await(TIME.toSeconds(), TimeUnit.SECONDS)).isTrue();
    Random random = new Random(7);
    while (System.nanoTime() < end && acknowledged.size() < ENOUGH) {
      List<Told> all = List.copyOf(acknowledged);
      Told told = all.get(Math.max(0, all.size() - 1 - random.nextInt(5)));
      Reply reply = at.http().get(told.subject() + "?minPosition=" + told.position());
      if (reply.status() == 200 ? isStale(reply, told) : reply.status() != 404) {
        wrong.add("%s: %s".formatted(told, reply.body()));
      }
    }
    return true;
  }

  private static boolean isStale(Reply reply, Told told) {
    return reply.position() < told.position()
        || Long.parseLong(reply.header("Ledger-Version")) < told.version();
  }

  private boolean readOneAfterTheOther(long end) {
    long seen = 0;
    for (int n = 0; System.nanoTime() < end && acknowledged.size() < ENOUGH; n++) {
      Reply reply =
          answering.get(n % 2).http().get("/api/meetings", "Ledger-Min-Position", "" + seen);
      if (reply.status() != 200 || reply.position() < seen) {
        wrong.add("%d after %d: %s".formatted(reply.status(), seen, reply.body()));
        return false;
      }
      assertThat(reply.header("Ledger-Node")).isEqualTo("query-" + (n % 2 + 1));
      seen = reply.position();
    }
    return true;
  }

  private void requireAllOnce() {
    JdbcClient jdbc = JdbcClient.create(postgres.getPostgresDatabase());
    List<Long> positions =
        jdbc.sql("select position from entry order by position")
            .query((row, _) -> row.getLong(1))
            .list();
    assertThat(positions)
        .isEqualTo(IntStream.rangeClosed(1, positions.size()).asLongStream().boxed().toList());
    assertThat(acknowledged)
        .extracting(Told::position)
        .containsExactlyInAnyOrderElementsOf(positions);
    assertThat(
            jdbc.sql("select command_id from entry order by position").query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(acknowledged.stream().map(Told::key).toList());
  }

  /** Whichever server the same key is sent to. */
  private void requireAnsweredAgain() {
    List<Told> all = List.copyOf(acknowledged);
    for (Told told : all.subList(0, 20)) {
      for (Ledger each : recording) {
        Reply again =
            each.http()
                .command(
                    told.request().command(),
                    told.request().fields(),
                    "Idempotency-Key",
                    told.key())
                .expect(200);
        assertThat(again.position()).isEqualTo(told.position());
      }
    }
  }

  private void requireSameAnswers() {
    long head = recording.getFirst().http().get("/api/journal").position();
    for (String path : List.of("parties", "meetings", "timeline", "entries", "changes")) {
      String asked =
          "/api/%s?limit=1000&minPosition=%d&knownAt=position:%d".formatted(path, head, head);
      List<String> told =
          answering.stream().map(each -> each.http().get(asked).expect(200).body()).toList();
      assertThat(told.getFirst()).isEqualTo(told.getLast());
    }
  }

  /** The seal whole, and each row of both what a replay beside makes of the journal. */
  private void requireSound() {
    String key =
        recording.getFirst().http().get("/api/proofs/keys").json().at("/keys/0/vkey").asString();
    Map<String, Object> shared = settings("query", "check");
    shared.forEach((name, value) -> System.setProperty(name, value.toString()));
    try {
      for (Ledger each : answering) {
        Console check = Console.run("check", "--data", each.data().toString(), "--key", key);
        assertThat(check.out()).doesNotContain("there are no read models").contains("sound");
        assertThat(check.code()).isZero();
      }
    } finally {
      shared.keySet().forEach(System::clearProperty);
    }
  }
}
