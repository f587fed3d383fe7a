package org.chancery.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.readmodel.Selection.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads pages of lists. A database that sorts and counts in two queries looks at each row of the
 * list twice, so a first page that the index leads to is read otherwise: one query sorts the places
 * of all rows, which counts them, and a second reads the answers of the page alone.
 */
final class PageReader<V> {
  /** A list so long is counted by the database: its places are too many to be fetched. */
  private static final int LONG = 2_000;

  private final JdbcTemplate jdbc;
  private final Function<byte[], V> read;

  PageReader(JdbcTemplate jdbc, Function<byte[], V> read) {
    this.jdbc = jdbc;
    this.read = read;
  }

  /** An answer at its place in a list. */
  record Listed<V>(String order, String subject, V view) {}

  /** Rows of one page and one more where there is a next, and how many there are on all pages. */
  record Read<V>(List<Listed<V>> rows, long total) {}

  Read<V> page(Selection selection, Query query) {
    boolean first = selection.after() == null;
    if (first && selection.order().equals(Order.USUAL) && query.isLookedUp()) {
      return firstPage(selection.limit(), query);
    }
    List<Listed<V>> rows = rows(query);
    boolean all = first && rows.size() <= selection.limit();
    return new Read<>(rows, all ? rows.size() : count(query));
  }

  List<Listed<V>> rows(Query query) {
    RowMapper<Listed<V>> row =
        (found, n) ->
            new Listed<>(found.getString(1), found.getString(2), read.apply(found.getBytes(3)));
    return jdbc.query(query.page(), row, query.pageParams());
  }

  long count(Query query) {
    return Objects.requireNonNull(
        jdbc.queryForObject(query.count(), Long.class, query.conditionParams()));
  }

  /** A row by what never changes of it. */
  private record Place(String order, String subject, long knownFrom, long validFrom) {
    static Place of(ResultSet row) throws SQLException {
      return new Place(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4));
    }
  }

  private Read<V> firstPage(int limit, Query query) {
    int most = Math.max(LONG, limit);
    List<Place> places =
        jdbc.query(query.places(most + 1), (row, n) -> Place.of(row), query.conditionParams());
    List<Place> page = places.subList(0, Math.min(limit + 1, places.size()));
    Map<Place, V> views = page.isEmpty() ? Map.of() : read(page, query);
    long total = places.size() > most ? count(query) : places.size();
    return new Read<>(page.stream().flatMap(place -> listed(place, views)).toList(), total);
  }

  /** A row is gone only where its table is being emptied, of which whoever reads it is told. */
  private static <V> Stream<Listed<V>> listed(Place place, Map<Place, V> views) {
    return Stream.ofNullable(views.get(place))
        .map(view -> new Listed<>(place.order(), place.subject(), view));
  }

  private Map<Place, V> read(List<Place> places, Query query) {
    Map<Place, V> views = new HashMap<>();
    Set<Place> wanted = Set.copyOf(places);
    List<String> subjects = places.stream().map(Place::subject).distinct().toList();
    jdbc.query(
        query.bodies(),
        row -> {
          Place place = Place.of(row);
          if (wanted.contains(place)) {
            views.put(place, read.apply(row.getBytes(5)));
          }
        },
        query.bodyParams(subjects));
    return views;
  }
}
