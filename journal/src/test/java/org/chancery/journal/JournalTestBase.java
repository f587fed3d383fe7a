package org.chancery.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fresh journal on each database in turn. */
abstract class JournalTestBase {
  final TestDatabase database;
  @TempDir Path folder;
  DataSource source;
  JournalParts parts;

  JournalTestBase(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    source = database.open(folder);
    parts = TestJournal.on(source);
  }

  @AfterEach
  void close() {
    parts.close();
  }

  /** Appends the first event of a new meeting. */
  void hold(String meeting) {
    parts.engine().appendEvents(TestJournal.event(0, TestJournal.held(meeting)));
  }

  List<Entry> all() {
    return parts.journal().after(0, Integer.MAX_VALUE);
  }

  /** What the row says by which a cut tail shows: it moves with the entries or not at all. */
  static long headRow(DataSource source) {
    return JdbcClient.create(source).sql("select position from head").query(Long.class).single();
  }

  static List<Long> oneTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
