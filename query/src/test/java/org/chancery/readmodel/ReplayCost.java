package org.chancery.readmodel;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.chancery.journal.JournalParts;
import org.chancery.journal.TestJournal;
import org.chancery.shared.PartyId;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.cooperation.CooperationEvent.CooperationSuspended;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** How many entries a second a rebuild takes in: {@code ReplayCost [entries] [h2|postgres]}. */
final class ReplayCost {
  private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);

  private ReplayCost() {}

  public static void main(String[] args) {
    int entries = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    boolean postgres = args.length > 1 && args[1].equals("postgres");
    JournalParts journal = TestJournal.inMemory();
    fill(journal, entries);
    for (int round = 0; round < 5; round++) {
      DataSource views = postgres ? TestDatabases.postgres() : TestDatabases.h2();
      replay(journal, views, entries);
    }
  }

  private static void replay(JournalParts journal, DataSource views, int entries) {
    List<Projection<?, ?>> projections = TestProjections.on(views, journal.engine());
    ReadModels models = new ReadModels(projections, views, new JdbcTransactionManager(views), true);
    Projector projector =
        new Projector(journal.journal(), journal.engine(), models, new SimpleMeterRegistry());
    models.open(journal.journal());
    long begin = System.nanoTime();
    long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    while (projector.advance() > 0) {
      // on to the next batch
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    double busy = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e9;
    System.out.printf(
        "%,d entries: %,.0f/s, %,.0f a second of processor time%n",
        entries, entries / seconds, entries / busy);
  }

  private static void fill(JournalParts journal, int entries) {
    List<DomainEventMessage<LedgerEvent>> batch = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      batch.add(TestJournal.event(i % 2, event(i)));
      if (batch.size() == 1_000) {
        journal.engine().appendEvents(batch);
        batch.clear();
      }
    }
    journal.engine().appendEvents(batch);
  }

  private static LedgerEvent event(int i) {
    CooperationId id = new CooperationId("c-" + i / 2);
    EdtfDate on = EdtfDate.of(FIRST.plusDays(i % 20_000));
    return i % 2 == 0
        ? new CooperationEstablished(
            id, List.of(new PartyId("russia"), new PartyId("united-states")), "space", on)
        : new CooperationSuspended(id, on, "budget");
  }
}
