package org.chancery.query.asof;

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
  record Standing(String live, long position) {}

  ProgressTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Standing> of(String model) {
    List<Standing> found =
        jdbc.query(
            "select coalesce(live, model), position from progress where model = ?",
            (row, n) -> new Standing(row.getString(1), row.getLong(2)),
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

  void moveTo(long reached) {
    jdbc.update("update progress set position = ? where position < ?", reached, reached);
  }

  void use(String model, String table) {
    jdbc.update("update progress set live = ? where model = ?", table, model);
  }
}
