package org.chancery.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.journal.JournalParts;
import org.chancery.journal.OnEachDatabase;
import org.chancery.journal.Sabotage;
import org.chancery.journal.Sabotage.Moment;
import org.chancery.journal.TestDatabase;
import org.chancery.journal.TestJournal;
import org.chancery.journal.note.Checkpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@OnEachDatabase
class SealLostConnectionTest extends SealTestBase {

  SealLostConnectionTest(TestDatabase database) {
    super(database);
  }

  @ParameterizedTest
  @EnumSource(value = Moment.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void aCommitInDoubtLeadsToOneTreeOfEachSize(Moment moment) throws Exception {
    Sabotage sabotage = new Sabotage();
    JournalParts cut = TestJournal.on(sabotage.around(source));
    JournalParts cutBeside =
        new JournalParts(parts.journal(), parts.engine(), parts.serializer(), cut.beside());
    Map<Long, Checkpoint> shown = new LinkedHashMap<>();
    try (Sealer cutOff = new Sealer(cutBeside, seal, keys(), null, Clock.systemUTC())) {
      cutOff.start();
      for (int n = 0; n < 3; n++) {
        sabotage.cut(moment);
        hold(20);
        Issued issued = sealed();
        shown.put(issued.size(), issued.checkpoint());
      }
    } finally {
      cut.close();
    }

    for (Issued issued : seal.issuedAfter(0, 100)) {
      assertThat(shown.getOrDefault(issued.size(), issued.checkpoint()))
          .isEqualTo(issued.checkpoint());
    }
    assertThat(seal.latest().orElseThrow().checkpoint().root()).isEqualTo(rootOfJournal());
  }
}
