package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** H2 commits each statement of a migration by itself, and a process can die after any. */
class JournalSchemaTest {
  private static final String FOLDER = "db/journal/h2/";
  private static final List<String> MIGRATIONS =
      List.of(
          "V1__journal.sql",
          "V2__seal.sql",
          "V3__keys_of_principals.sql",
          "V4__registry.sql",
          "V5__marks.sql");

  /**
   * Where the process died.
   *
   * @param before so many migrations were complete
   * @param statements of the next one that were done
   */
  record Death(int before, List<String> statements) {

    @Override
    public String toString() {
      return "V%d after %d statements".formatted(before + 1, statements.size());
    }
  }

  static Stream<Death> deaths() {
    return IntStream.range(0, MIGRATIONS.size())
        .boxed()
        .flatMap(
            before -> {
              List<String> all = statements(MIGRATIONS.get(before));
              return IntStream.rangeClosed(1, all.size())
                  .mapToObj(done -> new Death(before, all.subList(0, done)));
            });
  }

  private static List<String> statements(String migration) {
    try (InputStream in =
        JournalSchemaTest.class.getClassLoader().getResourceAsStream(FOLDER + migration)) {
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--.*", "");
      return Arrays.stream(sql.split(";")).filter(statement -> !statement.isBlank()).toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @Test
  void everyMigrationIsAmongThoseThatAreCutShort() {
    DataSource whole = TestJournal.memory();
    JournalSchema.migrate(whole);
    assertThat(versions(whole)).hasSize(MIGRATIONS.size());
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void aMigrationThatWasCutShortIsDoneByTheNextStart(Death death) {
    DataSource source = cutShort(death);
    JournalSchema.migrate(source);
    assertWhole(source);
  }

  /** As where the disk was full, and Flyway could still say so. */
  @ParameterizedTest
  @MethodSource("deaths")
  void aMigrationThatFailedIsDoneByTheNextStart(Death death) {
    DataSource source = cutShort(death);
    JdbcClient.create(source)
        .sql(
            "insert into \"journal_schema\" select 9, :version, 'x', 'SQL', 'x.sql', 0, 'sa',"
                + " now(), 1, false")
        .param("version", Integer.toString(death.before() + 1))
        .update();
    JournalSchema.migrate(source);
    assertWhole(source);
  }

  /** A table is made and committed before its keys are. */
  @Test
  void aTableThatLacksItsKeysIsMadeAnew() {
    DataSource source = TestJournal.memory();
    JdbcClient.create(source).sql("create table entry (position bigint)").update();
    JournalSchema.migrate(source);
    assertWhole(source);
  }

  /** Whatever the record of the migrations says: entries are not dropped. */
  @Test
  void tablesThatHoldEntriesAreNeverMadeAnew() {
    DataSource source = TestJournal.memory();
    TestJournal.on(source).engine().appendEvents(TestJournal.event(0, TestJournal.held("m")));
    JdbcClient.create(source).sql("delete from \"journal_schema\"").update();
    assertThatThrownBy(() -> JournalSchema.migrate(source))
        .hasMessageContaining("holds entries, but not the record");
    assertThat(JdbcClient.create(source).sql("select id from entry").query().listOfRows())
        .hasSize(1);
  }

  private static DataSource cutShort(Death death) {
    DataSource source = TestJournal.memory();
    FluentConfiguration flyway =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:" + FOLDER)
            .table("journal_schema")
            .baselineVersion("0");
    if (death.before() == 0) {
      flyway.load().baseline();
    } else {
      flyway.target(Integer.toString(death.before())).load().migrate();
    }
    death.statements().forEach(statement -> JdbcClient.create(source).sql(statement).update());
    return source;
  }

  private static void assertWhole(DataSource source) {
    DataSource whole = TestJournal.memory();
    JournalSchema.migrate(whole);
    assertThat(shape(source)).isEqualTo(shape(whole));
    assertThat(versions(source)).isEqualTo(versions(whole));
    TestJournal.on(source).engine().appendEvents(TestJournal.event(0, TestJournal.held("m")));
  }

  private static List<@Nullable String> versions(DataSource source) {
    return JdbcClient.create(source)
        .sql(
            "select \"version\" from \"journal_schema\""
                + " where \"success\" and \"version\" <> '0' order by 1")
        .query(String.class)
        .list();
  }

  /** Columns, keys and rows of the journal's tables; the names of keys are made up by H2. */
  private static List<String> shape(DataSource source) {
    JdbcClient jdbc = JdbcClient.create(source);
    List<String> shape = new ArrayList<>();
    for (String sql :
        List.of(
            "select table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable"
                + " from information_schema.columns where table_schema = 'PUBLIC' order by 1",
            "select table_name || ' ' || constraint_type from"
                + " information_schema.table_constraints where table_schema = 'PUBLIC' order by 1",
            "select 'head ' || position from head",
            "select 'seal ' || coalesce(origin, '-') from seal")) {
      shape.addAll(jdbc.sql(sql).query(String.class).list());
    }
    return shape;
  }
}
