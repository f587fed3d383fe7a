package org.chancery.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.chancery.journal.JournalParts;
import org.chancery.journal.OnEachDatabase;
import org.chancery.journal.Sabotage;
import org.chancery.journal.Sabotage.Moment;
import org.chancery.journal.TestDatabase;
import org.chancery.journal.TestJournal;
import org.chancery.seal.note.Checkpoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@OnEachDatabase
@Tag("slow")
class SealLostConnectionTest extends SealTestBase {
  /** More than one try of the sealer. */
  private static final Duration OUTAGE = Duration.ofMillis(500);

  SealLostConnectionTest(TestDatabase database) {
    super(database);
  }

  @ParameterizedTest
  @EnumSource(value = Moment.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void aCommitInDoubtLeadsToOneTreeOfEachSize(Moment moment) throws Exception {
    Sabotage sabotage = new Sabotage();
    JournalParts cut = TestJournal.on(sabotage.around(source));
    JournalParts cutBeside = beside(cut);
    Map<Long, Checkpoint> shown = new LinkedHashMap<>();
    try (Sealer cutOff =
        new Sealer(cutBeside, seal, keys(), null, Clock.systemUTC(), null, BRIEF)) {
      cutOff.start();
      for (int n = 0; n < 3; n++) {
        sabotage.cut(moment);
        hold(20);
        PublishedCheckpoint issued = sealed();
        shown.put(issued.size(), issued.checkpoint());
      }
    } finally {
      cut.close();
    }

    for (PublishedCheckpoint issued : seal.issuedAfter(0, 100)) {
      assertThat(shown.getOrDefault(issued.size(), issued.checkpoint()))
          .isEqualTo(issued.checkpoint());
    }
    assertThat(seal.latest().orElseThrow().checkpoint().root()).isEqualTo(rootOfJournal());
  }

  @Test
  void anOutageIsOutlasted() throws Exception {
    assumeThat(database).isEqualTo(TestDatabase.POSTGRESQL); // the embedded one is never away
    Sabotage sabotage = new Sabotage();
    DataSource shaky = sabotage.around(source);
    JournalParts cut = TestJournal.on(shaky);
    Seal shakySeal = new Seal(shaky, () -> true);
    hold(5);
    try (Sealer outlasting =
        new Sealer(beside(cut), shakySeal, keys(), null, Clock.systemUTC(), null, BRIEF)) {
      outlasting.start();
      assertThat(shakySeal.await(5, LIMIT)).isTrue();
      sabotage.down(true);
      hold(5);
      awaitFailing(outlasting);
      Thread.sleep(OUTAGE.toMillis());
      sabotage.down(false);

      assertThat(shakySeal.await(10, LIMIT)).isTrue();
      assertThat(outlasting.stopped()).isNull();
    } finally {
      cut.close();
    }
  }

  /** The journal as it is, sealed over connections that are cut. */
  private JournalParts beside(JournalParts cut) {
    return new JournalParts(parts.journal(), parts.engine(), parts.serializer(), cut.beside());
  }

  private static void awaitFailing(Sealer sealer) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (sealer.state().equals("sealing") && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(sealer.state()).isEqualTo("failing");
  }
}
