package org.chancery.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.chancery.journal.OnEachDatabase;
import org.chancery.journal.TestDatabase;
import org.chancery.seal.merkle.TreeHash;
import org.chancery.seal.merkle.Verification;
import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.InclusionProof;
import org.chancery.seal.note.KeyFile;
import org.chancery.seal.note.KeyType;
import org.chancery.seal.note.SigningKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEachDatabase
@Tag("slow")
class SealerTest extends SealTestBase {
  /** The promise is a second; whatever else runs on the machine of the test is allowed for. */
  private static final Duration SOON = Duration.ofSeconds(3);

  SealerTest(TestDatabase database) {
    super(database);
  }

  @Test
  void anEmptyJournalIsSealedAtOnce() throws Exception {
    sealer.start();
    while (seal.latest().isEmpty()) {
      Thread.sleep(20);
    }
    Checkpoint first = seal.latest().orElseThrow().checkpoint();

    assertThat(first).isEqualTo(new Checkpoint("test.example/log", 0, TreeHash.empty()));
  }

  @Test
  void theCheckpointIsOfTheEntriesThatTheJournalHolds() throws Exception {
    hold(700);
    PublishedCheckpoint issued = sealAll();

    assertThat(issued.size()).isEqualTo(700);
    assertThat(issued.checkpoint().root()).isEqualTo(rootOfJournal());
    assertThat(issued.note().isSignedBy(keys().known())).isTrue();
    assertThat(issued.note().text().lines()).hasSize(3);
  }

  @Test
  void aNewEntryIsSealedSoon() throws Exception {
    pauses = Pauses.USUAL;
    restart();
    hold(3);
    sealAll();
    for (int n = 0; n < 5; n++) {
      hold(1);
      long start = System.nanoTime();
      sealed();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }
  }

  @Test
  void eachEntryIsProved() throws Exception {
    hold(300);
    PublishedCheckpoint issued = sealAll();

    for (long position : List.of(1L, 255L, 256L, 257L, 300L)) {
      InclusionProof proof = seal.inclusion(position, issued);
      var entry = parts.journal().at(position).orElseThrow();
      assertThat(proof.proves(Leaf.hash(entry, seal.entry(position).content()))).isTrue();
      assertThat(seal.entry(position).compare(entry)).isEqualTo(SealedAs.ITSELF);
    }
  }

  @Test
  void everyCheckpointIsKeptAndFollowsFromTheOneBefore() throws Exception {
    hold(10);
    sealAll();
    for (int n = 0; n < 3; n++) {
      hold(200);
      sealed();
      restart();
      sealAll();
    }
    List<PublishedCheckpoint> all = seal.issuedAfter(-1, 100);

    assertThat(all).extracting(PublishedCheckpoint::size).contains(0L, 10L, 210L, 410L, 610L);
    for (int n = 1; n < all.size(); n++) {
      assertConsistent(all.get(n - 1).checkpoint(), all.get(n).checkpoint());
    }
    assertThat(all.getLast().checkpoint().root()).isEqualTo(rootOfJournal());
  }

  private void assertConsistent(Checkpoint old, Checkpoint now) {
    var proof = seal.proofs().consistency(old.size(), now.size());
    assertThat(Verification.consistent(old.size(), now.size(), old.root(), now.root(), proof))
        .isTrue();
  }

  @Test
  void eachEntryHasASaltOfItsOwn() throws Exception {
    hold(300);
    sealAll();

    assertThat(seal.entries(0))
        .extracting(entry -> entry.salt().toString())
        .doesNotHaveDuplicates();
    assertThat(seal.entries(0).getFirst().salt().isDestroyed()).isFalse();
  }

  @Test
  void anErasedContentLeavesTheProofsStanding() throws Exception {
    hold(3);
    PublishedCheckpoint issued = sealAll();
    var salts = seal.rows().chunk(0).orElseThrow().salts();
    java.util.Arrays.fill(salts, 32, 64, (byte) 0);
    try (var connection = source.getConnection();
        var update = connection.prepareStatement("update seal_chunk set salts = ?")) {
      update.setBytes(1, salts);
      update.executeUpdate();
    }
    tamper("update entry set payload = '', sources = '[]', digest = '' where position = 2");
    restart();
    hold(1);
    sealAll();

    assertThat(sealer.stopped()).isNull();
    var entry = parts.journal().at(2).orElseThrow();
    assertThat(seal.inclusion(2, issued).proves(Leaf.hash(entry, seal.entry(2).content())))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update entry set payload = replace(payload, 'Baku', 'Bonn') where position = 250",
        "update entry set recorded_by = 'nobody' where position = 250",
        "update entry set rationale = 'because' where position = 250",
        "delete from entry where position = 250",
        "update entry set version = 7 where position = 250"
      })
  void aJournalThatWasChangedIsSealedNoFurther(String change) throws Exception {
    hold(260);
    sealAll();
    tamper(change);
    restart();
    hold(1);
    sealer.start();

    assertThat(stopped()).contains("position 250");
    assertThat(seal.size()).isEqualTo(260);
  }

  @Test
  void aJournalThatWasCutShortIsSealedNoFurther() throws Exception {
    hold(20);
    sealAll();
    tamper("delete from entry where position > 15", "update head set position = 15");
    restart();
    sealer.start();

    assertThat(stopped()).contains("ends at position 15");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update seal_checkpoint set note = replace(note, '20', '21') where size = 20",
        "update seal_checkpoint set note = 'nothing' where size = 20",
        "update seal_checkpoint set note = replace(note, '=', '!') where size = 20",
        "update seal_chunk set leaves = contents"
      })
  void aSealThatWasChangedIsNotGoneOnWith(String change) throws Exception {
    hold(20);
    sealAll();
    tamper(change);
    restart();
    sealer.start();

    assertThat(stopped()).contains("checkpoint");
  }

  @Test
  void aJournalWhoseSealCannotBeReadIsWrittenOn() throws Exception {
    hold(20);
    sealAll();
    tamper("update seal_checkpoint set note = 'nothing' where size = 20");
    restart();
    hold(1);
    sealer.start();

    assertThat(stopped()).contains("the checkpoint of 20 entries cannot be read");
    assertThat(seal.size()).isEqualTo(20);
    assertThat(sealer.lag()).isEqualTo(1);
    assertThatThrownBy(seal::latest).hasMessageContaining("cannot be read");
  }

  /** Whoever holds the key and the database can; it takes somebody else to notice. */
  @Test
  void aSealThatWasCutBackIsGoneOnWith() throws Exception {
    hold(20);
    sealAll();
    tamper("delete from seal_checkpoint where size = 20");
    restart();
    hold(1);

    assertThat(sealAll().checkpoint().root()).isEqualTo(rootOfJournal());
  }

  @Test
  void keysOfAnotherLogDoNotSeal() throws Exception {
    hold(2);
    sealAll();
    sealer.close();
    LogKeys others = LogKeys.open(folder.resolve("others"), "test.example/other");
    sealer = new Sealer(parts, seal, others, null, Clock.systemUTC());
    sealer.start();

    assertThat(stopped()).contains("test.example/other");
  }

  @Test
  void aFurtherKeySignsFromTheNextStartOnAndTheOldOneCanBeRetired() throws Exception {
    hold(2);
    sealAll();
    var old = keys().known();
    var added = LogKeys.add(folder.resolve("keys"), "test.example/log");
    restart();
    hold(1);
    PublishedCheckpoint both = sealAll();
    sealer.close();
    assertThat(both.note().signatures()).hasSize(2);
    assertThat(seal.issuedAfter(1, 1).getFirst().note().isSignedBy(List.of(added))).isTrue();

    Files.delete(folder.resolve("keys/log-01.key"));
    restart();
    hold(1);
    PublishedCheckpoint last = sealAll();

    assertThat(last.note().isSignedBy(List.of(added))).isTrue();
    assertThat(last.note().isSignedBy(old)).isFalse();
    assertThat(keys().known()).hasSize(2);
  }

  @Test
  void severalProcessesMakeOneTree() throws Exception {
    assumeThat(database).isEqualTo(TestDatabase.POSTGRESQL);
    Seal other = new Seal(source, () -> true);
    var otherParts = org.chancery.journal.TestJournal.on(source);
    try (Sealer second =
        new Sealer(otherParts, other, keys(), null, Clock.systemUTC(), null, BRIEF)) {
      second.start();
      sealer.start();
      for (int n = 0; n < 10; n++) {
        hold(50);
        sealed();
      }
    } finally {
      otherParts.close();
    }

    assertThat(sealer.stopped()).isNull();
    assertThat(seal.latest().orElseThrow().checkpoint().root()).isEqualTo(rootOfJournal());
    assertThat(other.size()).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update seal_chunk set leaves = substring(leaves from 1 for 32) where number = 1",
        "update seal_chunk set salts = substring(salts from 1 for 32) where number = 1",
        "update seal_chunk set contents = substring(contents from 1 for 33) where number = 1",
        "update seal_chunk set leaves = substring(leaves from 1 for 32), contents ="
            + " substring(contents from 1 for 32), salts = substring(salts from 1 for 32)"
            + " where number = 0",
        "update seal_tile set hashes = substring(hashes from 1 for 16)",
        "update seal_tile set hashes = substring(hashes from 1 for 0)",
        "delete from seal_chunk where number = 0",
      })
  void aSealOfWhichAPartIsGoneStopsTheSealing(String change) throws Exception {
    hold(260);
    sealAll();
    sealer.close();
    tamper(change);
    restart();
    hold(1);
    sealer.start();

    assertThat(stopped()).contains("the seal lacks");
  }

  /** Everything that a request reads of the seal must come from one connection at a time. */
  @Test
  void checkpointsAreReadOverOneConnection() throws Exception {
    for (int n = 0; n < 3; n++) {
      hold(1);
      sealAll();
      restart();
    }
    tamper(
        "insert into seal_cosignature select size, 'w', concat('— w ', 'AAAAAAAA')"
            + " from seal_checkpoint where size > 1");
    try (HikariDataSource single = new HikariDataSource()) {
      single.setDataSource(source);
      single.setMaximumPoolSize(1);
      single.setConnectionTimeout(500);
      Seal narrow = new Seal(single, () -> true);

      assertThat(narrow.latest().orElseThrow().cosignatures()).isNotEmpty();
      assertThat(narrow.latestCosigned().orElseThrow().size()).isEqualTo(3);
      assertThat(narrow.issuedAfter(0, 10))
          .extracting(PublishedCheckpoint::size, issued -> issued.cosignatures().isEmpty())
          .containsExactly(tuple(1L, true), tuple(2L, false), tuple(3L, false));
    }
  }

  @Test
  void theKeyOfAWitnessSealsNothing() throws Exception {
    Path others = Files.createDirectory(folder.resolve("others"));
    KeyFile.write(
        others.resolve("log-01.key"), SigningKey.generate("w.example", KeyType.COSIGNATURE));

    assertThatIOException().isThrownBy(() -> LogKeys.open(others, null));
    assertThatIOException().isThrownBy(() -> LogKeys.known(others));
  }
}
