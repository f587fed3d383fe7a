package org.chancery.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.chancery.journal.JournalParts;
import org.chancery.journal.Revisions;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an entry takes on PostgreSQL, by table and index, in journals of invented stories, and in
 * the tables that a journal too large for one would be kept in. The stories are recorded by the
 * ledger once, and repeated by SQL under other subjects and commands. Printed beside the results:
 * bytes have nothing to be compared with.
 */
final class GrowthBench {
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final int STRETCH = 4_096;

  /** Large transactions. */
  private static final Map<String, String> LARGE =
      Map.of(
          "fsync", "on",
          "full_page_writes", "on",
          "wal_level", "minimal",
          "max_wal_senders", "0",
          "max_wal_size", "8GB",
          "maintenance_work_mem", "512MB");

  /** Who is named by others stays one; all else is another each time, by its own name too. */
  private static final String REPEAT =
      """
      insert into entry select position + :n * :base, left(id, 50) || :n,
        subject || added, version + case when added = '' then 1000 * :n else 0 end, name, revision,
        recorded_at, ordinal, left(md5(command_id || :n), 36), command, digest, recorded_by,
        authority, rationale, sources, correlation, left(md5(command_id || :n), 36),
        case when added = '' then payload else replace(payload, own, left(own, -1) || added || '"')
          end
      from (select *, '"' || split_part(subject, '/', 2) || '"' as own,
          case when subject ~ '^(relationships|parties|officials)/' then '' else '-' || :n end
            as added
        from entry where position <= :base) base order by position
      """;

  /** Of a journal in partitions: who has which version, and what was executed, stand apart. */
  private static final List<String> APART =
      List.of(
          "create table subject_version (subject varchar(160) collate \"C\" primary key, version"
              + " bigint not null) partition by hash (subject)",
          "create table subject_version_0 partition of subject_version for values with (modulus 1,"
              + " remainder 0)",
          "insert into subject_version select subject, max(version) from entry group by subject",
          "create table command_key (command_id varchar(128) collate \"C\", recorded_by"
              + " varchar(128), position bigint not null, primary key (command_id, recorded_by))"
              + " partition by hash (command_id)",
          "create table command_key_0 partition of command_key for values with (modulus 1,"
              + " remainder 0)",
          "insert into command_key select command_id, recorded_by, position from entry where"
              + " ordinal = 0");

  private final ContestantDatabase place;
  private final HikariDataSource pool;
  private final JdbcClient jdbc;

  private GrowthBench(ContestantDatabase place, HikariDataSource pool) {
    this.place = place;
    this.pool = pool;
    this.jdbc = JdbcClient.create(pool);
  }

  static List<Result> run(Path folder, Scale scale) throws Exception {
    try (ContestantDatabase place = new PostgresPlace(folder.resolve("journal"), LARGE);
        HikariDataSource pool = place.pool(8)) {
      new GrowthBench(place, pool).measure(folder, scale);
    }
    return List.of();
  }

  private void measure(Path folder, Scale scale) {
    try (Ledger ledger = Ledger.forCommands(folder.resolve("data"), place)) {
      ledger.fill(scale.entries() / 2);
    }
    long base = jdbc.sql("select position from head").query(Long.class).single();
    long length = base;
    for (int entries : List.of(scale.many(), 10 * scale.many())) {
      length = repeated(base, length, entries);
      tell(length);
      if (entries == scale.many()) {
        marked(length);
      }
    }
  }

  private long repeated(long base, long length, int entries) {
    long reached = length;
    for (; reached < entries; reached += base) {
      jdbc.sql(REPEAT).param("n", reached / base).param("base", base).update();
      System.err.printf(Locale.ROOT, "  %,d entries%n", reached + base);
    }
    jdbc.sql("update head set position = (select max(position) from entry)").update();
    jdbc.sql("vacuum analyze entry").update();
    return reached;
  }

  private void tell(long length) {
    APART.forEach(sql -> jdbc.sql(sql).update());
    RowCallbackHandler line = row -> print(row.getString(1), row.getLong(2), length);
    jdbc.sql(
            "select relname, pg_relation_size(oid) + case when reltoastrelid = 0 then 0 else"
                + " pg_total_relation_size(reltoastrelid) end from pg_class where relname ~"
                + " '^(entry|a_command|one_line|subject_version|command_key).*' and relkind in"
                + " ('r', 'i') order by 1")
        .query(line);
    jdbc.sql("drop table subject_version, command_key").update();
  }

  private static void print(String what, long bytes, long entries) {
    System.out.printf(
        Locale.ROOT, "| %,d | %s | %.1f |%n", entries, what, (double) bytes / entries);
  }

  /** Once a journal that was opened has made the marks of all full stretches. */
  private void marked(long length) {
    long begun = System.nanoTime();
    try (JournalParts _ =
        JournalParts.open(
            pool, Clock.systemUTC(), new Revisions(), new SimpleMeterRegistry(), true)) {
      long wanted = length / STRETCH * STRETCH;
      long end = begun + PATIENCE.toNanos();
      while (reached() < wanted && System.nanoTime() < end) {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
      print("marks: microseconds", (System.nanoTime() - begun) / 1_000, reached());
    }
    jdbc.sql("vacuum analyze mark").update();
    print("mark", jdbc.sql("select pg_relation_size('mark')").query(Long.class).single(), length);
    print(
        "mark_pkey",
        jdbc.sql("select pg_relation_size('mark_pkey')").query(Long.class).single(),
        length);
    print("marks: rows", jdbc.sql("select count(*) from mark").query(Long.class).single(), length);
  }

  private long reached() {
    return jdbc.sql("select coalesce(max(position), 0) from marked").query(Long.class).single();
  }
}
