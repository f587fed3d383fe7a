package org.chancery.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.chancery.journal.OnEachDatabase;
import org.chancery.journal.TestDatabase;
import org.chancery.journal.note.KeyType;
import org.chancery.journal.note.SigningKey;
import org.chancery.journal.witness.Witness;
import org.chancery.journal.witness.WitnessClient;
import org.chancery.journal.witness.WitnessServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
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
    Issued first = cosigned();
    hold(10);
    sealed();
    Issued second = cosigned();

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

  private Issued cosigned() throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!seal.latest().orElseThrow().isCosigned() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    Issued latest = seal.latest().orElseThrow();
    assertThat(latest.isCosigned()).isTrue();
    return latest;
  }
}
