package org.chancery.query.asof;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a read model ceased or began to hold, and at which positions: the rows that are closed or
 * opened there. A row that an entry leaves alone is not among them.
 */
public final class Revisions {
  private static final TypeReference<Map<String, Object>> BODY = new TypeReference<>() {};

  private final JdbcTemplate jdbc;
  private final JsonMapper mapper;
  private final Generations generations;

  /**
   * An answer that was held of a subject for a time.
   *
   * @param days on which it holds
   * @param knownFrom the position that opened it
   * @param knownTo the position that closed it; larger than any where none did
   * @param answer as JSON has it
   */
  public record Revision(
      String subject, Days days, long knownFrom, long knownTo, Map<String, Object> answer) {}

  Revisions(Generations generations, JdbcTemplate jdbc, JsonMapper mapper) {
    this.generations = generations;
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  /** The bound on the end of known time lets the index help. */
  private static String select(String table, String which) {
    return "select subject, valid_from, valid_to, known_from, known_to, body from %s where %s"
            .formatted(table, which)
        + " and known_to >= ? and (known_from between ? and ? or known_to between ? and ?)"
        + " order by subject, valid_from";
  }

  /** Those of a subject that were opened or closed at one of the positions from first to last. */
  public List<Revision> of(String subject, long first, long last) {
    return generations.reading(
        held -> {
          Behind.note(() -> held.parked().lacking(subject, last));
          return jdbc.query(
              select(held.table(), "subject = ?"),
              rows(),
              subject,
              first,
              first,
              last,
              first,
              last);
        });
  }

  /** The same of what a subject has parts of, each named by it, the edge and some text. */
  public List<Revision> ofParts(String subject, char edge, long first, long last) {
    String beyond = subject + (char) (edge + 1);
    return generations.reading(
        held -> {
          Behind.note(() -> held.parked().lacking(subject, last));
          return jdbc.query(
              select(held.table(), "subject > ? and subject < ?"),
              rows(),
              subject + edge,
              beyond,
              first,
              first,
              last,
              first,
              last);
        });
  }

  private RowMapper<Revision> rows() {
    return (row, number) ->
        new Revision(
            row.getString(1),
            new Days(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)),
            row.getLong(4),
            row.getLong(5),
            mapper.readValue(row.getString(6), BODY));
  }
}
