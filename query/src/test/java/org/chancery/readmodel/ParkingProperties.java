package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import org.chancery.journal.JournalParts;
import org.chancery.journal.TestJournal;
import org.chancery.query.Corrections;
import org.chancery.query.RandomHistories;
import org.chancery.query.RandomHistories.Draft;
import org.chancery.query.TestLedger;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.LedgerEvent;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A ledger that fails now and then, beside one on the same journal that never does. */
@Tag("slow")
class ParkingProperties {
  private static final JournalParts JOURNAL = TestJournal.inMemory();
  private static final DataSource SOUND = TestDatabases.h2();
  private static final TestLedger LEDGER = new TestLedger(JOURNAL, SOUND);
  private static final DataSource FAILING = TestDatabases.h2();
  private static final Faulty FAULTY = new Faulty();
  private static final ReadModels MODELS = models();
  private static final Projector PROJECTOR =
      new Projector(JOURNAL.journal(), JOURNAL.engine(), MODELS, new SimpleMeterRegistry());

  private static int parked;

  private static ReadModels models() {
    List<Projection<?, ?>> faulty =
        FAULTY.projections(
            TestProjections.on(FAILING, JOURNAL.engine()), SubjectHistory.in(JOURNAL.engine()));
    ReadModels models = new ReadModels(faulty, FAILING, new JdbcTransactionManager(FAILING), true);
    models.open(JOURNAL.journal());
    return models;
  }

  @AfterContainer
  static void somethingWasParked() {
    LEDGER.close();
    assertThat(parked).isGreaterThan(20);
  }

  @Property(tries = 60)
  void onceMendedTheRowsAreThoseOfALedgerThatNeverFailed(
      @ForAll("histories") List<Draft> one,
      @ForAll("histories") List<Draft> other,
      @ForAll Random random) {
    List<Recorded<LedgerEvent>> history = Corrections.interspersed(LEDGER, one, random);
    history.addAll(Corrections.interspersed(LEDGER, other, random));
    FAULTY.failAt(history.get(random.nextInt(history.size())).position());
    follow();
    parked += MODELS.parked(1).size();
    FAULTY.mend();
    PROJECTOR.retryParked();

    LEDGER.settle();
    assertThat(MODELS.parkedTotal()).isZero();
    assertThat(AllRows.in(FAILING)).isEqualTo(AllRows.in(SOUND));
  }

  private static void follow() {
    while (PROJECTOR.advance() > 0) {
      // on to the next batch
    }
  }

  @Provide
  Arbitrary<List<Draft>> histories() {
    return RandomHistories.any();
  }
}
