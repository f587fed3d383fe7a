package org.chancery.readmodel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.chancery.readmodel.ReadModel.Revision;
import org.chancery.shared.time.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks what a read model ceased or began to hold of a subject, and at which positions: the rows
 * that are closed or opened there. A row that an entry leaves alone is not among them.
 *
 * @param edge null for the subject's own rows; else the character between the subject and its
 *     parts, whose rows are asked for
 * @param first the first position
 * @param last the last
 */
record RowHistory(String subject, @Nullable Character edge, long first, long last) {
  static final TypeReference<Map<String, Object>> ANSWER = new TypeReference<>() {};

  /** The bound on the end of known time lets the index help. */
  List<Revision> in(String table, JdbcTemplate jdbc, JsonMapper mapper) {
    return jdbc.query(
        "select subject, valid_from, valid_to, known_from, known_to, body from %s where %s"
                .formatted(table, edge == null ? "subject = ?" : "subject > ? and subject < ?")
            + " and known_to >= ? and (known_from between ? and ? or known_to between ? and ?)"
            + " order by subject, valid_from",
        (row, number) ->
            new Revision(
                row.getString(1),
                new Days(
                    LocalDate.ofEpochDay(row.getLong(2)), LocalDate.ofEpochDay(row.getLong(3))),
                row.getLong(4),
                row.getLong(5),
                mapper.readValue(row.getString(6), ANSWER)),
        params());
  }

  private Object[] params() {
    List<Object> params = new ArrayList<>();
    if (edge == null) {
      params.add(subject);
    } else {
      Collections.addAll(params, subject + edge, subject + (char) (edge + 1));
    }
    Collections.addAll(params, first, first, last, first, last);
    return params.toArray();
  }
}
