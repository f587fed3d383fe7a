package org.chancery.seal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.seal.merkle.Tile;
import org.chancery.seal.note.SignatureLine;
import org.chancery.seal.note.SignedNote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The seal's tables; nothing else but {@link PublishedCheckpointRows} knows their columns. */
final class SealRows {
  private final JdbcClient jdbc;
  private final PublishedCheckpointRows issued;

  SealRows(DataSource source) {
    this.jdbc = JdbcClient.create(source);
    this.issued = new PublishedCheckpointRows(jdbc);
  }

  /** The tables as a transaction sees them. */
  static SealRows in(Connection connection) {
    return new SealRows(new SingleConnectionDataSource(connection, true));
  }

  /** Makes this the one that seals until the transaction ends; false where another does. */
  boolean lock() {
    return !jdbc.sql("select 1 from seal for update skip locked")
        .query(Long.class)
        .list()
        .isEmpty();
  }

  /** Which log the tree is, once it has a name. */
  Optional<String> origin() {
    return jdbc.sql("select origin from seal where origin is not null")
        .query((row, n) -> row.getString(1))
        .optional();
  }

  void name(String origin) {
    jdbc.sql("update seal set origin = ?").param(origin).update();
  }

  Optional<PublishedCheckpoint> last() {
    return issued.select("order by size desc limit 1").findFirst();
  }

  /** The newest that a witness has cosigned. */
  Optional<PublishedCheckpoint> lastCosigned() {
    return issued.select("where size = (select max(size) from seal_cosignature)").findFirst();
  }

  Optional<PublishedCheckpoint> at(long size) {
    return issued.select("where size = ?", size).findFirst();
  }

  /** All that were issued beyond a size, in order. */
  List<PublishedCheckpoint> after(long size, int limit) {
    return issued.select("where size > ? order by size limit ?", size, limit).toList();
  }

  /** The sizes of all that were issued beyond a size, in order. */
  List<Long> sizes(long after, int limit) {
    return jdbc.sql("select size from seal_checkpoint where size > ? order by size limit ?")
        .params(after, limit)
        .query((row, n) -> row.getLong(1))
        .list();
  }

  /** The size of the newest, -1 where there is none. */
  long lastSize() {
    return jdbc.sql("select coalesce(max(size), -1) from seal_checkpoint")
        .query(Long.class)
        .single();
  }

  /** The number of the last chunk, -1 where there is none. */
  long lastChunk() {
    return jdbc.sql("select coalesce(max(number), -1) from seal_chunk").query(Long.class).single();
  }

  /** The number of the next chunk, {@link Long#MAX_VALUE} where there is none. */
  long nextChunk(long number) {
    return jdbc.sql("select coalesce(min(number), ?) from seal_chunk where number > ?")
        .params(Long.MAX_VALUE, number)
        .query(Long.class)
        .single();
  }

  /** How many entries a witness is known to have seen. */
  long seenBy(String witness) {
    return jdbc.sql("select coalesce(max(size), 0) from seal_cosignature where witness = ?")
        .param(witness)
        .query(Long.class)
        .single();
  }

  Optional<Chunk> chunk(long number) {
    return jdbc.sql("select leaves, contents, salts from seal_chunk where number = ?")
        .param(number)
        .query((row, n) -> Chunk.unpack(number, row.getBytes(1), row.getBytes(2), row.getBytes(3)))
        .optional();
  }

  /** Fails where the tile is missing or cut, for then the seal's own tables were damaged. */
  Tile tile(int level, long number) {
    String sql =
        level == 0
            ? "select leaves from seal_chunk where 0 = ? and number = ?"
            : "select hashes from seal_tile where level = ? and number = ?";
    return jdbc.sql(sql)
        .params(level, number)
        .query((row, n) -> tile(level, number, row.getBytes(1)))
        .optional()
        .orElseThrow(
            () -> new SealBroken("the seal lacks tile %d of level %d".formatted(number, level)));
  }

  private static Tile tile(int level, long number, byte[] packed) {
    try {
      return Tile.unpack(level, number, packed);
    } catch (IllegalArgumentException cut) {
      throw new SealBroken("the seal lacks a part of tile %d of level %d".formatted(number, level));
    }
  }

  void put(Chunk chunk) {
    jdbc.sql("delete from seal_chunk where number = ?").param(chunk.number()).update();
    jdbc.sql("insert into seal_chunk (number, leaves, contents, salts) values (?, ?, ?, ?)")
        .params(chunk.number(), chunk.leaves(), chunk.contents(), chunk.salts())
        .update();
  }

  void put(Tile tile) {
    jdbc.sql("delete from seal_tile where level = ? and number = ?")
        .params(tile.level(), tile.number())
        .update();
    jdbc.sql("insert into seal_tile (level, number, hashes) values (?, ?, ?)")
        .params(tile.level(), tile.number(), tile.pack())
        .update();
  }

  void put(PublishedCheckpoint issued) {
    jdbc.sql("insert into seal_checkpoint (size, note, issued_at) values (?, ?, ?)")
        .params(issued.size(), issued.note().toString(), issued.issuedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Adds the signatures of further keys of the ledger's own. */
  void sign(PublishedCheckpoint issued) {
    jdbc.sql("update seal_checkpoint set note = ? where size = ?")
        .params(issued.note().toString(), issued.size())
        .update();
  }

  /** Keeps what a witness said of a checkpoint, the first time that it says so. */
  void cosign(long size, SignatureLine line) {
    jdbc.sql(
            "insert into seal_cosignature (size, witness, line) select size, ?, ? from"
                + " seal_checkpoint where size = ? and not exists (select 1 from seal_cosignature"
                + " where size = ? and witness = ?)")
        .params(line.name(), line.toString(), size, size, line.name())
        .update();
  }

  /** Reads checkpoints with the cosignatures that they have by now. */
  private static final class PublishedCheckpointRows {
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
      long size = row.getLong(1);
      String note = row.getString(2);
      Instant issuedAt = row.getObject(3, OffsetDateTime.class).toInstant();
      return readable(size, () -> new PublishedCheckpoint(size, SignedNote.parse(note), issuedAt));
    }

    /** Fails where somebody wrote into the seal's own tables what no checkpoint can be. */
    private static <T> T readable(long size, Supplier<T> parsing) {
      try {
        return parsing.get();
      } catch (IllegalArgumentException unreadable) {
        throw new SealBroken(
            "the checkpoint of %d entries cannot be read: %s"
                .formatted(size, unreadable.getMessage()));
      }
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
                long signed = row.getLong(1);
                String line = row.getString(2);
                lines
                    .computeIfAbsent(signed, size -> new ArrayList<>())
                    .add(readable(signed, () -> SignatureLine.parse(line)));
              });
      return lines;
    }
  }
}
