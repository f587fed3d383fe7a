package org.chancery.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.seal.note.SignatureLine;
import org.chancery.seal.note.SignedNote;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads checkpoints with the cosignatures that they have by now. */
final class PublishedCheckpointRows {
  private static final String SELECT = "select size, note, issued_at from seal_checkpoint ";

  private final JdbcClient jdbc;

  PublishedCheckpointRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In two steps: who waits for a second connection while holding one may wait for ever. */
  Stream<PublishedCheckpoint> select(String which, Object... values) {
    List<PublishedCheckpoint> issued =
        jdbc.sql(SELECT + which).params(values).query(PublishedCheckpointRows::uncosigned).list();
    Map<Long, List<SignatureLine>> lines = issued.isEmpty() ? Map.of() : cosignatures(issued);
    return issued.stream().map(one -> one.with(lines.getOrDefault(one.size(), List.of())));
  }

  private static PublishedCheckpoint uncosigned(ResultSet row, int n) throws SQLException {
    return new PublishedCheckpoint(
        row.getLong(1),
        SignedNote.parse(row.getString(2)),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        List.of());
  }

  /** By size; of all between the first and the last of some that are in order. */
  private Map<Long, List<SignatureLine>> cosignatures(List<PublishedCheckpoint> issued) {
    Map<Long, List<SignatureLine>> lines = new HashMap<>();
    jdbc.sql(
            "select size, line from seal_cosignature where size between ? and ?"
                + " order by size, witness")
        .params(issued.getFirst().size(), issued.getLast().size())
        .query(
            row -> {
              lines
                  .computeIfAbsent(row.getLong(1), size -> new ArrayList<>())
                  .add(SignatureLine.parse(row.getString(2)));
            });
    return lines;
  }
}
