package org.chancery.readmodel;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far each read model came, and which of its tables answers, as they outlast a restart. */
final class ProgressTable {
  private final JdbcTemplate jdbc;

  /**
   * Where a model stands.
   *
   * @param live the table that answers
   */
  record Standing(String live, Mark mark) {}

  ProgressTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Standing> of(String model) {
    List<Standing> found =
        jdbc.query(
            "select coalesce(live, model), position, entry from progress where model = ?",
            (row, n) -> new Standing(row.getString(1), new Mark(row.getLong(2), row.getString(3))),
            model);
    return found.stream().findFirst();
  }

  /** Begins at nothing. */
  void restart(String model, String live) {
    jdbc.update("delete from progress where model = ?", model);
    jdbc.update("insert into progress (model, position, live) values (?, 0, ?)", model, live);
  }

  /** The position that all models have reached; 0 where there is none. */
  long least() {
    Long least = jdbc.queryForObject("select coalesce(min(position), 0) from progress", Long.class);
    return Objects.requireNonNull(least);
  }

  void moveTo(Mark reached) {
    jdbc.update(
        "update progress set position = ?, entry = ? where position < ?",
        reached.position(),
        reached.entry(),
        reached.position());
  }

  void use(String model, String table) {
    jdbc.update("update progress set live = ? where model = ?", table, model);
  }
}
