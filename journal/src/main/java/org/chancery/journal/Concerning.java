package org.chancery.journal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the entries that concern a party or an official. */
public final class Concerning {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final int AT_ONCE = 10_000;

  private final JdbcClient jdbc;

  public Concerning(DataSource source) {
    this.jdbc = JdbcClient.create(source);
  }

  /** The subjects of which some entry names the id as a value, by the first that does. */
  public List<String> subjects(String id) {
    return ID.matcher(id).matches()
        ? jdbc.sql(
                "select subject from entry where payload like ? group by subject"
                    + " order by min(position)")
            .param("%\"" + id + "\"%")
            .query((row, n) -> row.getString(1))
            .list()
        : List.of();
  }

  /**
   * The positions, up to a last one, of all entries on subjects of which some entry names each id
   * as a value: whoever asks for a party's meeting wants its cancellation too, which names nobody.
   */
  public BitSet positions(List<String> ids, long last) {
    BitSet positions = new BitSet();
    if (!ids.stream().allMatch(id -> ID.matcher(id).matches())) {
      return positions;
    }
    StringBuilder sql = new StringBuilder("select position from entry where position <= ?");
    List<Object> query = new ArrayList<>(List.of(last));
    for (String id : ids) {
      sql.append(
          " and subject in (select subject from entry where payload like ? and position <= ?)");
      query.add("%\"" + id + "\"%");
      query.add(last);
    }
    RowCallbackHandler keep = row -> positions.set(Math.toIntExact(row.getLong(1)));
    jdbc.sql(sql.toString()).params(query).withFetchSize(AT_ONCE).query(keep);
    return positions;
  }
}
