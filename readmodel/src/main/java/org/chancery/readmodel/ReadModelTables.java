package org.chancery.readmodel;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chancery.journal.Database;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tables of the read models, all of one shape. Done again whenever a statement of it, or
 * what the models hold, has changed: read models are derived, so no older shape is migrated.
 */
final class ReadModelTables implements JavaMigration {
  private final Database database;
  private final List<String> models;
  private final int edition;

  /**
   * @param edition to be raised when folds come to hold something else of the same entries
   */
  ReadModelTables(Database database, List<String> models, int edition) {
    this.database = database;
    this.models = List.copyOf(models);
    this.edition = edition;
  }

  private List<String> statements() {
    List<String> all = new ArrayList<>(progress());
    all.addAll(runs());
    models.stream()
        .flatMap(model -> TablePair.tables(model).stream())
        .forEach(table -> all.addAll(new RowTable(table, Set.of()).made(database)));
    return all;
  }

  private static List<String> progress() {
    return List.of(
        "drop table if exists progress",
        """
        create table progress (
          model varchar(64) primary key,
          position bigint not null,
          entry varchar(64),
          live varchar(64)
        )\
        """,
        "drop table if exists parked",
        """
        create table parked (
          kept_in varchar(64) not null,
          position bigint not null,
          subject varchar(180) not null,
          cause varchar(2000) not null,
          since timestamp with time zone not null,
          primary key (kept_in, position)
        )\
        """,
        "drop table if exists rebuild_run");
  }

  private List<String> runs() {
    String text = database == Database.H2 ? "varchar(1000000)" : "text";
    String bytes = database == Database.H2 ? "varbinary(1000000)" : "bytea";
    return List.of(
        """
        create table rebuild_run (
          kept_in varchar(64) not null,
          run integer not null,
          chunk integer not null,
          after_position bigint not null,
          content %s not null,
          primary key (kept_in, run, chunk)
        )\
        """
            .formatted(bytes),
        replays(text),
        "update replay set state = 'waiting' where state in ('building', 'comparing')");
  }

  private static String replays(String text) {
    return """
    create table if not exists replay (
      id bigint primary key,
      models varchar(1000) not null,
      state varchar(16) not null,
      position bigint not null,
      goal bigint not null,
      compared_to bigint,
      differences bigint not null,
      examples %s not null,
      cause varchar(2000),
      requested_by varchar(200),
      requested timestamp with time zone not null,
      ended timestamp with time zone
    )\
    """
        .formatted(text);
  }

  @Override
  public void migrate(Context context) throws SQLException {
    try (Statement statement = context.getConnection().createStatement()) {
      for (String one : statements()) {
        statement.execute(one);
      }
    }
  }

  /** Without a version it is done again when its checksum has changed. */
  @Override
  public @Nullable MigrationVersion getVersion() {
    return null;
  }

  @Override
  public String getDescription() {
    return "read models";
  }

  @Override
  public Integer getChecksum() {
    return 31 * statements().hashCode() + edition;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }
}
