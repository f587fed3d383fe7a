package org.chancery.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.chancery.shared.Subject;

/**
 * Compares appends with a raw JDBC insert of the same row, commit and sync, in turns so that a busy
 * disk hurts both alike. Run by hand: {@code AppendCost FOLDER [SECONDS] [ROUNDS]}.
 */
final class AppendCost {
  private static final String PAYLOAD =
      TestJournal.mapper().writeValueAsString(TestJournal.held("cost"));

  private AppendCost() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(args[0]), "cost");
    Duration turn = Duration.ofSeconds(args.length > 1 ? Long.parseLong(args[1]) : 2);
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 4;
    compare("H2", TestJournal.pool(TestJournal.fileUrl(folder)), turn, rounds);
    HikariDataSource postgres = new HikariDataSource();
    postgres.setDataSource(Postgres.database());
    compare("PostgreSQL", postgres, turn, rounds);
    System.exit(0);
  }

  private static void compare(String name, DataSource source, Duration turn, int rounds)
      throws Exception {
    try (JournalParts parts = TestJournal.on(source)) {
      List<Double> ratios1 = new ArrayList<>();
      List<Double> ratios16 = new ArrayList<>();
      for (int round = 0; round <= rounds; round++) {
        double raw = raw(source, turn);
        double one = journal(parts, 1, turn);
        double many = journal(parts, 16, turn);
        System.out.printf(
            "%s raw %.0f/s, 1 client %.0f/s, 16 clients %.0f/s%n", name, raw, one, many);
        if (round > 0) {
          ratios1.add(one / raw);
          ratios16.add(many / raw);
        }
      }
      System.out.printf(
          "%s median ratio to raw: 1 client %.2f, 16 clients %.2f%n",
          name, median(ratios1), median(ratios16));
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static double journal(JournalParts parts, int clients, Duration turn) throws Exception {
    LongAdder count = new LongAdder();
    long end = System.nanoTime() + turn.toNanos();
    try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        running.add(pool.submit(() -> appendUntil(parts, end, count)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    return count.sum() * 1e9 / turn.toNanos();
  }

  private static void appendUntil(JournalParts parts, long end, LongAdder count) {
    String id = UUID.randomUUID().toString();
    for (long sequence = 0; System.nanoTime() < end; sequence++) {
      parts.engine().appendEvents(TestJournal.event(sequence, TestJournal.held(id)));
      count.increment();
    }
  }

  private static double raw(DataSource source, Duration turn) throws Exception {
    Database database = Database.of(source);
    long count = 0;
    try (Connection connection = source.getConnection()) {
      prepare(connection);
      connection.setAutoCommit(false);
      String insert = EntryRow.INSERT.replace("into entry", "into raw");
      for (long end = System.nanoTime() + turn.toNanos(); System.nanoTime() < end; count++) {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
          EntryRow.bind(statement, row(count + 1));
          statement.executeUpdate();
        }
        connection.commit();
        if (database.needsSync()) {
          database.sync(connection);
        }
      }
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return count * 1e9 / turn.toNanos();
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists raw");
      statement.execute("create table raw as select * from entry where 1 = 0");
      statement.execute("alter table raw alter column position set not null");
      statement.execute("alter table raw add primary key (position)");
      statement.execute("create unique index raw_lines on raw (subject, version)");
      statement.execute("create unique index raw_commands on raw (command_id, ordinal)");
    }
  }

  private static Entry row(long position) {
    return new Entry(
        position,
        UUID.randomUUID().toString(),
        new Subject("meetings", "cost"),
        position,
        "meeting.held",
        1,
        Instant.EPOCH,
        0,
        TestJournal.attribution(UUID.randomUUID().toString()),
        PAYLOAD);
  }
}
