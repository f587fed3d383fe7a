package org.chancery.readmodel;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.chancery.readmodel.DeadLetters.DeadLetter;
import org.chancery.readmodel.DeadLetters.DeadLetterTable;
import org.chancery.readmodel.TableBatch.UnkeptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes parked entries in again. A subject's rows depend on its own entries alone, and those after
 * the first parked one were parked too, so its rows come out as if nothing had happened.
 */
final class Retry {
  private static final Logger log = LoggerFactory.getLogger(Retry.class);

  private final JdbcTemplate jdbc;
  private final DeadLetterTable parked;
  private final TransactionTemplate transaction;

  Retry(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.parked = new DeadLetterTable(jdbc);
    this.transaction = transaction;
  }

  /** Tries each subject of the model by itself; what fails again stays parked. */
  void all(Projection<?, ?> projection, long upTo) {
    projection.kept().reread(jdbc); // a commit that was not heard of may stand
    for (String subject : projection.kept().parked().subjects()) {
      try {
        one(projection, subject, upTo);
      } catch (UnkeptException again) {
        stays(projection, subject, again);
      } catch (DataAccessException | TransactionException | EventStoreException notItsOwn) {
        projection.forget();
        throw notItsOwn;
      } catch (RuntimeException again) {
        stays(projection, subject, again);
      }
    }
  }

  private static void stays(Projection<?, ?> projection, String subject, RuntimeException cause) {
    log.warn("{} still lacks entries of {}", projection.model().name(), subject, cause);
    projection.forget();
  }

  private void one(Projection<?, ?> projection, String subject, long upTo) {
    String table = projection.kept().table();
    Map<Long, Instant> since =
        parked.of(table, subject).stream()
            .collect(Collectors.toMap(DeadLetter::position, DeadLetter::since));
    projection.again(subject, upTo);
    TableBatch batch = projection.drain().parkedSince(since);
    transaction.executeWithoutResult(
        status -> {
          parked.delete(table, subject);
          batch.write(jdbc);
        });
    projection.kept().parked().released(subject, batch.parked());
    projection.kept().lookup().changed(batch.subjects());
  }
}
