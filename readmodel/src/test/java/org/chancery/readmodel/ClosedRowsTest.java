package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.chancery.readmodel.ClosedRows.Row;
import org.junit.jupiter.api.Test;

class ClosedRowsTest {
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final int DAYS = 40;
  private static final int POSITIONS = 300;

  private final Random random = new Random(7);

  @Test
  void theRowAtEachPointIsTheOneThatHeldThere() {
    List<Row> rows = history();
    ClosedRows ended = ClosedRows.NONE.and(rows.subList(0, rows.size() / 2));
    ClosedRows all = ended.and(rows.subList(rows.size() / 2, rows.size()));

    for (int day = -1; day <= DAYS; day++) {
      for (long position = 0; position <= POSITIONS + 1; position++) {
        AsOf asOf = new AsOf(FIRST.plusDays(day), null, position);
        assertThat(all.at(asOf)).as(asOf.toString()).isEqualTo(among(rows, asOf));
      }
    }
    assertThat(all.size()).isEqualTo(rows.size()).isGreaterThan(POSITIONS);
  }

  private static Optional<Row> among(List<Row> rows, AsOf asOf) {
    long day = asOf.on().toEpochDay();
    return rows.stream()
        .filter(row -> row.validFrom() <= day && day < row.validTo())
        .filter(row -> row.knownFrom() <= asOf.position() && asOf.position() < row.knownTo())
        .findFirst();
  }

  /** At each position some days are told anew, the days around them staying as they were. */
  private List<Row> history() {
    List<Row> ended = new ArrayList<>();
    List<Row> held = new ArrayList<>();
    for (long position = 1; position <= POSITIONS; position++) {
      long from = FIRST.plusDays(random.nextInt(DAYS)).toEpochDay();
      long to = from + 1 + random.nextInt(DAYS);
      for (Row row : List.copyOf(held)) {
        if (row.validFrom() < to && from < row.validTo()) {
          held.remove(row);
          ended.add(new Row("a", row.validFrom(), row.validTo(), row.knownFrom(), position));
          addIfAny(held, row.validFrom(), from, position);
          addIfAny(held, to, row.validTo(), position);
        }
      }
      addIfAny(held, from, to, position);
    }
    return ended;
  }

  private static void addIfAny(List<Row> held, long from, long to, long position) {
    if (from < to) {
      held.add(new Row("a", from, to, position, Long.MAX_VALUE));
    }
  }
}
