package org.chancery.readmodel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.chancery.journal.FileSpace;
import org.chancery.journal.json.LedgerJson;
import org.chancery.readmodel.Replays.Difference;
import org.chancery.readmodel.Replays.ReplayState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Replays as they outlast a restart, with the read models in one database. */
final class ReplayTable {
  private static final TypeReference<List<Difference>> EXAMPLES = new TypeReference<>() {};
  private static final String SELECT =
      "select id, models, state, position, goal, compared_to, differences, examples, cause,"
          + " requested_by, requested, ended from replay ";

  private final JdbcClient jdbc;
  private final JsonMapper mapper = LedgerJson.mapper();
  private final DataSource source;

  ReplayTable(DataSource source) {
    this.jdbc = JdbcClient.create(source);
    this.source = source;
  }

  /** Enters a replay that has not begun; returns its id. */
  long enter(List<String> models, long goal, @Nullable String requestedBy) {
    long id = jdbc.sql("select coalesce(max(id), 0) + 1 from replay").query(Long.class).single();
    jdbc.sql(
            "insert into replay (id, models, state, position, goal, differences, examples,"
                + " requested_by, requested)"
                + " values (:id, :models, :state, 0, :goal, 0, '[]', :by, :now)")
        .param("id", id)
        .param("models", String.join(",", models))
        .param("state", name(ReplayState.WAITING))
        .param("goal", goal)
        .param("by", requestedBy)
        .param("now", now())
        .update();
    keep();
    return id;
  }

  /** What was promised must outlive a kill, and H2 keeps its last commits to itself for a while. */
  private void keep() {
    try (Connection connection = source.getConnection()) {
      FileSpace.write(connection);
    } catch (SQLException unkept) {
      throw new IllegalStateException("the replay cannot be kept", unkept);
    }
  }

  Optional<Replay> of(long id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(this::read).optional();
  }

  /** The last ones, the newest first. */
  List<Replay> last(int limit) {
    return jdbc.sql(SELECT + "order by id desc limit ?").param(limit).query(this::read).list();
  }

  /** Those that are not over, the oldest first. */
  List<Replay> unfinished() {
    return jdbc.sql(SELECT + "where ended is null order by id").query(this::read).list();
  }

  void moveTo(long id, long position) {
    jdbc.sql("update replay set position = ? where id = ?").params(position, id).update();
  }

  void enter(long id, ReplayState state) {
    jdbc.sql("update replay set state = ? where id = ?").params(name(state), id).update();
  }

  void compared(long id, long position, long differences, List<Difference> examples) {
    jdbc.sql("update replay set compared_to = ?, differences = ?, examples = ? where id = ?")
        .params(position, differences, mapper.writeValueAsString(examples), id)
        .update();
  }

  void end(long id, ReplayState state, @Nullable String cause) {
    jdbc.sql(
            "update replay set state = :state, cause = :cause, ended = :now"
                + " where id = :id and ended is null")
        .param("state", name(state))
        .param("cause", cause)
        .param("now", now())
        .param("id", id)
        .update();
  }

  private static OffsetDateTime now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static String name(ReplayState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private Replay read(ResultSet row, int number) throws SQLException {
    long comparedTo = row.getLong("compared_to");
    boolean compared = !row.wasNull();
    return new Replay(
        row.getLong("id"),
        List.of(row.getString("models").split(",")),
        ReplayState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getLong("position"),
        row.getLong("goal"),
        compared ? comparedTo : null,
        row.getLong("differences"),
        mapper.readValue(row.getString("examples"), EXAMPLES),
        row.getString("cause"),
        row.getString("requested_by"),
        row.getObject("requested", OffsetDateTime.class).toInstant(),
        instant(row.getObject("ended", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
