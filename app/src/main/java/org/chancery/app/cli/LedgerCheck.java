package org.chancery.app.cli;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.chancery.app.config.Failure;
import org.chancery.app.config.LedgerProperties;
import org.chancery.app.config.LedgerProperties.Store;
import org.chancery.journal.JournalParts;
import org.chancery.journal.MarkAudit;
import org.chancery.journal.Revisions;
import org.chancery.query.catalog.ReadModelCatalog;
import org.chancery.readmodel.ReadModelAudit;
import org.chancery.seal.audit.Fault.Kind;
import org.chancery.seal.audit.Findings;
import org.chancery.seal.audit.JournalAudit;
import org.chancery.seal.audit.TrustedCheckpoint;
import org.chancery.seal.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Checks the journal, and then the read models by it. */
final class LedgerCheck {
  private static final String JOURNAL_LOST =
      "the journal's database cannot be read, so none of its positions can: ";
  private static final String WRONG_MARKS = "not all of them are found by what they say";
  private static final String FIRST_TABLE =
      "select 1 from information_schema.tables where table_schema = current_schema";

  private final LedgerProperties properties;
  private final LedgerCopy copy;
  private final Findings findings;

  LedgerCheck(LedgerProperties properties, LedgerCopy copy, Findings findings) {
    this.properties = properties;
    this.copy = copy;
    this.findings = findings;
  }

  /**
   * @param onlyAfter true where what the kept checkpoint covers was checked before
   */
  void run(List<VerifierKey> keys, @Nullable TrustedCheckpoint kept, boolean onlyAfter) {
    @Nullable OpenDatabase views = onlyAfter ? unlooked() : views();
    try (OpenDatabase journal = OpenDatabase.of(properties.journal(), copy.of("journal"))) {
      ReadModelAudit models =
          views == null
              ? null
              : new ReadModelAudit(ReadModelCatalog.ALL, views.snapshot(), findings);
      DataSource snapshot = journal.snapshot();
      JournalAudit audit = new JournalAudit(snapshot, findings);
      try (Progress bar = new Progress("journal", audit.last())) {
        audit.run(keys, kept, onlyAfter, bar::at);
      }
      if (!onlyAfter) {
        findings.attempt(Kind.MARK, "the marks", () -> compare(snapshot, journal, audit.last()));
      }
      if (models != null) {
        findings.attempt(
            Kind.READ_MODEL, "the read models", () -> compare(models, journal, audit.last()));
      }
    } catch (SQLException | RuntimeException damaged) {
      findings.add(Kind.UNREADABLE, 0, JOURNAL_LOST + Failure.told(damaged));
    } finally {
      close(views);
    }
  }

  /** Each row of them rests on entries from the first on. */
  private @Nullable OpenDatabase unlooked() {
    findings.note("the read models were not looked at");
    return null;
  }

  private @Nullable OpenDatabase views() {
    if (!properties.role().answers()) {
      findings.note("this server keeps no read models");
      return null;
    }
    if (properties.views().url() == null && !copy.has("views")) {
      findings.note("there are no read models yet");
      return null;
    }
    try {
      OpenDatabase views = OpenDatabase.of(properties.views(), copy.of("views"));
      if (areLaid(views)) {
        return views;
      }
      views.close();
      findings.note("the read models' tables are not laid yet: the next start builds them");
      return null;
    } catch (SQLException damaged) {
      findings.add(
          Kind.READ_MODEL, 0, "the read models' database cannot be read: " + damaged.getMessage());
      return null;
    }
  }

  /** Some are there: a start that was killed may have left a database without any. */
  private static boolean areLaid(OpenDatabase views) throws SQLException {
    try (Statement statement = views.open().createStatement();
        ResultSet first = statement.executeQuery(FIRST_TABLE)) {
      return first.next();
    }
  }

  private void compare(DataSource snapshot, OpenDatabase journal, long last) {
    try (JournalParts parts = opened(journal);
        Progress bar = new Progress("marks", last)) {
      new MarkAudit(snapshot, parts)
          .run((from, to) -> findings.add(Kind.MARK, from, to, WRONG_MARKS), bar::at);
    }
  }

  private static JournalParts opened(OpenDatabase journal) {
    return JournalParts.openToRead(
        journal.source(), Clock.systemUTC(), new Revisions(), new SimpleMeterRegistry());
  }

  private void compare(ReadModelAudit models, OpenDatabase journal, long last) {
    Store scratch = new Store(null, "sa", "", true, 1);
    try (OpenDatabase empty = OpenDatabase.of(scratch, copy.of("scratch"));
        JournalParts parts = opened(journal);
        Progress bar = new Progress("read models", last)) {
      models.run(parts, last, empty.source(), bar::at);
    } catch (SQLException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  private static void close(@Nullable OpenDatabase views) {
    try {
      if (views != null) {
        views.close();
      }
    } catch (SQLException closedAlready) {
      // nothing is lost with a copy
    }
  }
}
