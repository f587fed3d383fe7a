package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.chancery.query.RandomHistories;
import org.chancery.query.RandomHistories.Draft;
import org.chancery.query.TestLedger;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows themselves. */
@Tag("slow")
class RowsProperties {
  private static final DataSource VIEWS = TestDatabases.h2();
  private static final TestLedger LEDGER = new TestLedger(VIEWS);

  @Property(tries = 60)
  void rowsOfASubjectNeverOverlapInBothTimes(@ForAll("histories") List<Draft> history) {
    String id = UUID.randomUUID().toString();
    LEDGER.record(history.stream().map(draft -> draft.apply(id)).toList());

    for (ReadModel<?> model : LEDGER.bean(ReadModels.class).all()) {
      String table = model.table();
      assertThat(overlaps(table, id)).as(table).isZero();
      assertThat(emptyRows(table, id)).as(table).isZero();
    }
  }

  @Property(tries = 20)
  void aSubjectIsFoundByEachAttributeThatARowOfItHas(@ForAll("histories") List<Draft> history) {
    String id = UUID.randomUUID().toString();
    LEDGER.record(history.stream().map(draft -> draft.apply(id)).toList());

    for (ReadModel<?> model : LEDGER.bean(ReadModels.class).all()) {
      RowTable table = model.generations().live().rows();
      JdbcTemplate jdbc = new JdbcTemplate(VIEWS);
      jdbc.query(
          "select attributes, subject from %s where subject like ?".formatted(table.name()),
          row -> {
            String subject = row.getString(2);
            FilterAttribute.tokens(row.getString(1))
                .filter(token -> table.indexed().contains(FilterAttribute.nameOf(token)))
                .forEach(token -> assertThat(found(table, token)).as(token).contains(subject));
          },
          "%" + id + "%");
    }
  }

  private static List<String> found(RowTable table, String attribute) {
    return new JdbcTemplate(VIEWS)
        .query(
            "select holder from %s where attribute = ?".formatted(table.index()),
            (row, n) -> row.getString(1),
            attribute);
  }

  @Provide
  Arbitrary<List<Draft>> histories() {
    return RandomHistories.any();
  }

  private static long overlaps(String table, String id) {
    return count(
        """
        select count(*) from %1$s a join %1$s b on a.subject = b.subject
        where (a.known_from <> b.known_from or a.valid_from <> b.valid_from)
          and a.valid_from < b.valid_to and b.valid_from < a.valid_to
          and a.known_from < b.known_to and b.known_from < a.known_to and a.subject like ?
        """
            .formatted(table),
        id);
  }

  private static long emptyRows(String table, String id) {
    return count(
        "select count(*) from %s where (valid_from >= valid_to or known_from >= known_to)"
                .formatted(table)
            + " and subject like ?",
        id);
  }

  private static long count(String sql, String id) {
    Long count = new JdbcTemplate(VIEWS).queryForObject(sql, Long.class, "%" + id + "%");
    return count == null ? -1 : count;
  }
}
