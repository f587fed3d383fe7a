package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

@ParameterizedClass
@MethodSource("databases")
class PointLookupTest {
  private static final LocalDate DAY = LocalDate.of(2004, 3, 9);

  private final JdbcTemplate jdbc;
  private final PointLookup lookup;

  PointLookupTest(DataSource views) {
    this.jdbc = new JdbcTemplate(views);
    this.lookup = new PointLookup("answer", jdbc);
  }

  static Stream<Named<DataSource>> databases() {
    return Stream.of(
        Named.of("H2", TestDatabases.h2()), Named.of("PostgreSQL", TestDatabases.postgres()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into answer select * from old order by known_from desc",
        "insert into answer select * from other; insert into answer select * from old",
        "insert into answer select * from old; delete from answer;"
            + " insert into answer select * from old"
      })
  void aRowIsFoundAfterItWasMoved(String move) {
    jdbc.execute("drop table if exists answer, old, other");
    jdbc.execute(
        "create table answer (subject varchar(20), valid_from bigint, valid_to bigint,"
            + " known_from bigint, known_to bigint, body varchar(20))");
    IntStream.rangeClosed(1, 9).forEach(this::answer);
    asked();

    jdbc.execute("create table old as select * from answer");
    jdbc.execute("create table other as select * from answer where 1 = 0");
    jdbc.execute(
        "insert into other select 'other', valid_from, valid_to, known_from, known_to,"
            + " 'wrong' from old");
    jdbc.execute("drop table answer");
    jdbc.execute("create table answer as select * from old where 1 = 0");
    Stream.of(move.split(";")).forEach(jdbc::execute);

    asked();
  }

  private void answer(int position) {
    jdbc.update(
        "insert into answer values ('lavrov', ?, ?, ?, ?, ?)",
        DAY.toEpochDay(),
        DAY.toEpochDay() + 1,
        position,
        position + 1,
        "known at " + position);
  }

  private void asked() {
    assertThat(IntStream.rangeClosed(1, 9))
        .allSatisfy(
            position ->
                assertThat(lookup.bodyOf("lavrov", new AsOf(DAY, null, position)))
                    .contains("known at " + position));
  }
}
