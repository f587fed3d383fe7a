package org.chancery.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/** What differs between the databases that can hold a journal. */
public enum Database {
  /**
   * Without a write delay H2 writes at each commit, in the thread that commits. With one, a thread
   * of its own may be half through writing a commit that {@code checkpoint sync} then takes for
   * written.
   */
  H2("set write_delay 0", "checkpoint sync"),
  /**
   * The statements that append are planned once: {@code head} has no statistics, so PostgreSQL
   * takes it for large and the plan for all values for dear, and would plan for each entry anew.
   * Each sees what stands when it begins: that is why the head can be locked before. A row is found
   * by its place rather than by reading the table, however small that was when it was planned;
   * before version 18 a table that is read all the same is held so dear then that code is compiled
   * for it.
   */
  POSTGRESQL(
      "select set_config('plan_cache_mode', 'force_generic_plan', false),"
          + " set_config('enable_seqscan', 'off', false), set_config('jit', 'off', false),"
          + " set_config('default_transaction_isolation', 'read committed', false),"
          + " case current_setting('synchronous_commit') when 'off'"
          + " then set_config('synchronous_commit', 'on', false) end",
      "");

  private final String preparation;
  private final String sync;

  Database(String preparation, String sync) {
    this.preparation = preparation;
    this.sync = sync;
  }

  /** Finds out which database the source leads to. */
  public static Database of(DataSource source) {
    try (Connection connection = source.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return product.equals("PostgreSQL") ? POSTGRESQL : H2;
    } catch (SQLException unreachable) {
      throw new IllegalStateException("the database cannot be reached", unreachable);
    }
  }

  /**
   * The URL of an H2 database in a file. Asynchronous channels survive interrupts; the default ones
   * are closed by them, and all that is open on the file with them.
   */
  public static String fileUrl(Path file) {
    return "jdbc:h2:async:%s;DB_CLOSE_ON_EXIT=FALSE".formatted(file.toAbsolutePath());
  }

  /** The folder, below {@code db/}, of its migrations. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True where other processes may append too, so the head must be asked for. */
  public boolean isShared() {
    return this == POSTGRESQL;
  }

  /** The column that says where a row stands, as long as nobody changes or moves it. */
  public String rowAddress() {
    return this == H2 ? "_rowid_" : "ctid";
  }

  /** What a connection that appends must be told before its commits are sure, and swift. */
  String preparation() {
    return preparation;
  }

  /** True where what is committed need not be on the disk yet. */
  boolean needsSync() {
    return !sync.isEmpty();
  }

  /** Brings what was committed to the disk. */
  void sync(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sync);
    }
  }
}
