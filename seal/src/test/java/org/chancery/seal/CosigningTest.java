package org.chancery.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.chancery.journal.JournalParts;
import org.chancery.journal.OnEachDatabase;
import org.chancery.journal.Sabotage;
import org.chancery.journal.TestDatabase;
import org.chancery.journal.TestJournal;
import org.chancery.seal.note.KeyType;
import org.chancery.seal.note.SigningKey;
import org.chancery.seal.witness.Witness;
import org.chancery.seal.witness.WitnessClient;
import org.chancery.seal.witness.WitnessServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

@OnEachDatabase
@Tag("slow")
class CosigningTest extends SealTestBase {
  private final SigningKey key = SigningKey.generate("w.example", KeyType.COSIGNATURE);
  private WitnessServer server;

  CosigningTest(TestDatabase database) {
    super(database);
  }

  @BeforeEach
  void openWitness() throws IOException {
    Witness remembering =
        new Witness(key, keys().known(), folder.resolve("witness"), Clock.systemUTC());
    server =
        new WitnessServer(remembering, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    witness = new WitnessClient(URI.create("http://127.0.0.1:" + server.port()), key.verifier());
    restart();
  }

  @AfterEach
  void closeWitness() {
    server.close();
  }

  @Test
  void eachCheckpointIsCosigned() throws Exception {
    hold(10);
    sealAll();
    PublishedCheckpoint first = cosigned();
    hold(10);
    sealed();
    PublishedCheckpoint second = cosigned();

    assertThat(first.full().isSignedBy(List.of(key.verifier()))).isTrue();
    assertThat(second.full().isSignedBy(List.of(key.verifier()))).isTrue();
    assertThat(second.size()).isEqualTo(20);
    assertThat(seal.latest()).contains(second);
  }

  @Test
  void aLedgerThatIsStartedAgainIsCosignedFurther() throws Exception {
    hold(10);
    sealAll();
    cosigned();
    restart();
    hold(1);
    sealAll();

    assertThat(cosigned().size()).isEqualTo(11);
  }

  /** The ledger did not hear the last answer, as after a crash. */
  @Test
  void aWitnessThatHasSeenMoreThanTheLedgerKnowsIsCaughtUpWith() throws Exception {
    hold(10);
    sealAll();
    cosigned();
    sealer.close();
    tamper("delete from seal_cosignature");
    restart();
    hold(1);
    sealAll();

    assertThat(cosigned().size()).isEqualTo(11);
  }

  @Test
  void aJournalThatWasRolledBackIsSealedNoFurther() throws Exception {
    hold(20);
    sealAll();
    cosigned();
    sealer.close();
    tamper(
        "delete from seal_cosignature where size > 0",
        "delete from seal_checkpoint where size > 0",
        "delete from seal_chunk",
        "delete from entry where position > 15",
        "update head set position = 15");
    restart();
    sealer.start();

    assertThat(stopped()).contains("has seen 20 entries").contains("rolled back");
    assertThat(seal.size()).isZero();
  }

  @Test
  void aJournalThatWasMadeAnewIsSealedNoFurther() throws Exception {
    hold(20);
    sealAll();
    cosigned();
    sealer.close();
    tamper(
        "delete from seal_cosignature",
        "delete from seal_checkpoint",
        "update seal set origin = null",
        "delete from seal_chunk");
    restart();
    sealer.start();

    assertThat(stopped()).contains("rolled back");
  }

  /** All hashes made anew, while no witness could be asked. */
  @Test
  void aJournalThatWasForkedIsSealedNoFurther() throws Exception {
    hold(20);
    sealAll();
    cosigned();
    sealer.close();
    tamper(
        "delete from seal_cosignature",
        "delete from seal_checkpoint",
        "delete from seal_chunk",
        "update entry set recorded_by = 'nobody' where position = 3");
    WitnessClient real = Objects.requireNonNull(witness);
    witness = null;
    restart();
    hold(5);
    sealAll();
    witness = real;
    restart();
    sealer.start();

    assertThat(stopped()).contains("forked");
    assertThat(Objects.requireNonNull(sealer.cosigning()).trouble()).contains("forked");
  }

  @Test
  void sealingGoesOnWithoutAWitnessThatDoesNotAnswer() throws Exception {
    server.close();
    hold(10);
    sealAll();

    assertThat(sealer.stopped()).isNull();
    assertThat(Objects.requireNonNull(sealer.cosigning()).trouble()).contains("cannot be reached");
  }

  private PublishedCheckpoint cosigned() throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (seal.latest().orElseThrow().cosignatures().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    PublishedCheckpoint latest = seal.latest().orElseThrow();
    assertThat(latest.cosignatures()).isNotEmpty();
    return latest;
  }

  /** On PostgreSQL each look at the newest checkpoint is a question to the database. */
  @Test
  void cosigningOutlastsAnOutage() throws Exception {
    Sabotage sabotage = new Sabotage();
    DataSource shaky = sabotage.around(source);
    JournalParts cut = TestJournal.on(shaky);
    JournalParts beside =
        new JournalParts(parts.journal(), parts.engine(), parts.serializer(), cut.beside());
    Seal shakySeal = new Seal(shaky, () -> true);
    hold(5);
    try (Sealer outlasting =
        new Sealer(beside, shakySeal, keys(), witness, Clock.systemUTC(), null, BRIEF)) {
      outlasting.start();
      assertThat(shakySeal.await(5, LIMIT)).isTrue();
      cosigned(new Seal(source, () -> true), 5);
      sabotage.down(true);
      Thread.sleep(500); // many a look of the witness's thread
      sabotage.down(false);
      hold(5);

      assertThat(shakySeal.await(10, LIMIT)).isTrue();
      cosigned(new Seal(source, () -> true), 10);
    } finally {
      cut.close();
    }
  }

  private static void cosigned(Seal seal, long size) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (seenOf(seal) < size && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(seenOf(seal)).isEqualTo(size);
  }

  private static long seenOf(Seal seal) {
    return seal.latestCosigned().map(PublishedCheckpoint::size).orElse(0L);
  }

  @Test
  void sealingGoesOnWithAWitnessThatStallsInTheMiddleOfItsAnswer() throws Exception {
    try (ServerSocket stalling = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> stall(stalling));
      witness =
          new WitnessClient(
              URI.create("http://127.0.0.1:" + stalling.getLocalPort()), key.verifier());
      restart();
      hold(10);
      sealAll();

      assertThat(sealer.stopped()).isNull();
      assertThat(trouble()).contains("cannot be reached");
    }
  }

  /** Sends the head of an answer, and one byte of a hundred. */
  private static void stall(ServerSocket server) {
    List<Socket> stalled = new ArrayList<>();
    try {
      while (stalled.size() < 100) {
        Socket socket = server.accept();
        stalled.add(socket);
        socket
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx".getBytes(UTF_8));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  @Test
  void anAnswerWithoutEndIsNotReadToItsEnd() throws Exception {
    HttpServer endless =
        answering(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              for (int n = 0; n < 1_000; n++) {
                exchange.getResponseBody().write(new byte[1_000]);
              }
            });
    try {
      ask(endless);
      hold(10);
      sealAll();
      assertThat(trouble()).contains("cannot be reached");
    } finally {
      endless.stop(0);
    }
  }

  /** A fork would be told as such; whoever names ever other sizes tells nothing of the journal. */
  @Test
  void sealingGoesOnWithAWitnessThatNamesEverOtherSizes() throws Exception {
    AtomicLong size = new AtomicLong();
    HttpServer fickle =
        answering(
            exchange -> {
              byte[] body = Long.toString(1 + size.getAndIncrement() % 2).getBytes(UTF_8);
              exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
              exchange.sendResponseHeaders(409, body.length);
              exchange.getResponseBody().write(body);
            });
    try {
      hold(10);
      witness = null;
      restart();
      sealAll();
      ask(fickle);
      sealer.start();
      hold(1);
      assertThat(seal.await(11, LIMIT)).isTrue();

      assertThat(sealer.stopped()).isNull();
      assertThat(trouble()).contains("other sizes");
    } finally {
      fickle.stop(0);
    }
  }

  /** What no log signed proves nothing: whoever answers in its place could say it. */
  @ParameterizedTest
  @ValueSource(strings = {"409 1000", "409 other root", "409 same size", "422 no proof"})
  void sealingGoesOnWithAWitnessThatDisagreesWithoutProof(String says) throws Exception {
    AtomicBoolean agrees = new AtomicBoolean();
    HttpServer disagreeing =
        answering(
            exchange -> {
              String told = says.substring(4);
              if (told.equals("same size")) {
                told = Long.toString(seal.size());
              }
              if (told.matches("\\d+")) {
                exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
              }
              byte[] body = (told + "\n").getBytes(UTF_8);
              exchange.sendResponseHeaders(
                  agrees.get() ? 503 : Integer.parseInt(says.substring(0, 3)), body.length);
              exchange.getResponseBody().write(body);
            });
    try {
      hold(10);
      witness = null;
      restart();
      sealAll();
      ask(disagreeing);
      sealer.start();
      hold(5);
      assertThat(seal.await(15, LIMIT)).isTrue();
      assertThat(sealer.stopped()).isNull();
      assertThat(trouble()).contains("DISAGREES");
      assertThat(Objects.requireNonNull(sealer.cosigning()).disagrees()).isTrue();
      agrees.set(true);
      long end = System.nanoTime() + LIMIT.toNanos();
      while (sealer.cosigning().disagrees() && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      assertThat(trouble()).as("it was asked again").contains("503");
    } finally {
      disagreeing.stop(0);
    }
  }

  /** Its memory was lost, or is another's: it cannot tell of a past that it does not know. */
  @Test
  void aWitnessThatForgotIsCaughtUpWith() throws Exception {
    hold(10);
    sealAll();
    cosigned();
    sealer.close();
    FileSystemUtils.deleteRecursively(folder.resolve("witness"));
    Files.createDirectories(folder.resolve("witness"));
    restart();
    hold(1);
    sealAll();

    assertThat(cosigned().size()).isEqualTo(11);
  }

  @Test
  void aSealerThatIsClosedBeforeItAskedTheWitnessDoesNotAskItAfterwards() throws Exception {
    AtomicInteger questions = new AtomicInteger();
    HttpServer counting =
        answering(
            exchange -> {
              questions.incrementAndGet();
              exchange.sendResponseHeaders(500, -1);
            });
    try {
      pauses = Pauses.USUAL;
      ask(counting);
      sealer.start();
      while (seal.latest().isEmpty()) {
        Thread.sleep(5);
      }
      sealer.close(); // while it rests after its first checkpoint, before it asks
      Thread.sleep(2_000);
      assertThat(questions).hasValue(0);
    } finally {
      counting.stop(0);
    }
  }

  private String trouble() {
    return String.valueOf(Objects.requireNonNull(sealer.cosigning()).trouble());
  }

  private void ask(HttpServer server) throws IOException {
    witness =
        new WitnessClient(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()), key.verifier());
    restart();
  }

  /** What a witness does with a request. */
  private interface Behaviour {
    void on(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private static HttpServer answering(Behaviour behaviour) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(behaviour, exchange));
    server.start();
    return server;
  }

  private static void answer(Behaviour behaviour, HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      behaviour.on(exchange);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
