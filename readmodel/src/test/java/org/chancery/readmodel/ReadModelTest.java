package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.chancery.shared.entry.LedgerEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ReadModelTest {
  private static final String SUBJECT = "officials/lavrov";
  private static final LocalDate DAY = LocalDate.of(2004, 3, 9);

  private final DataSource views = TestDatabases.h2();
  private final JdbcTemplate jdbc = new JdbcTemplate(views);
  private final ReadModel<String> model =
      ReadModelSpec.of("official", LedgerEvent.class, String.class, history -> List.of())
          .model(views);
  private List<Version<String>> last = List.of();

  @BeforeEach
  void layTables() {
    new ViewsSchema(views, List.of("official")).lay();
  }

  @Test
  void whatEndsAfterAFormerAnswerWasAskedForIsFoundToo() {
    hold(1, "first");
    hold(2, "second");
    assertThat(known(1)).isEqualTo("first");

    hold(5, "third");

    assertThat(List.of(known(1), known(2), known(4), known(5)))
        .containsExactly("first", "second", "second", "third");
    assertThat(known(0)).isEqualTo("nothing");
  }

  @Test
  void aModelBuiltAnewAnswersNothingFromBefore() {
    hold(1, "first");
    hold(5, "second");
    assertThat(known(1)).isEqualTo("first");

    jdbc.update("delete from " + model.table());
    model.generations().live().emptied();
    assertThat(known(1)).isEqualTo("nothing");
    last = List.of();
    hold(1, "otherwise");
    hold(3, "second");

    assertThat(List.of(known(1), known(2), known(3)))
        .containsExactly("otherwise", "otherwise", "second");
  }

  private void hold(long from, String answer) {
    List<Version<String>> now = List.of(Version.always(SUBJECT, "", null, Set.of(), answer));
    RowChanges<String> changes = new RowChanges<>(model::body);
    changes.replace(last, now, from);
    TableBatch batch = changes.drain(model.generations().live().rows(), List.of());
    batch.write(jdbc);
    model.generations().live().written(batch);
    last = now;
  }

  private String known(long position) {
    return model.at(SUBJECT, new AsOf(DAY, null, position)).orElse("nothing");
  }
}
