package org.chancery.seal.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.journal.json.LedgerJson;
import org.chancery.journal.text.Sha256;
import org.chancery.seal.Content;
import org.chancery.seal.Leaf;
import org.chancery.seal.LogKeys;
import org.chancery.seal.PublishedCheckpoint;
import org.chancery.seal.Seal;
import org.chancery.seal.SealedEntry;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.merkle.Proofs;
import org.chancery.seal.merkle.Tile;
import org.chancery.seal.merkle.Tiles;
import org.chancery.seal.note.SignedNote;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes entries as they stand in the journal, with all that proves them. It does not look whether
 * they are still what was sealed: that is for whoever checks the export to find.
 */
public final class Export {
  private final Journal journal;
  private final Seal seal;
  private final LogKeys keys;

  public Export(Journal journal, Seal seal, LogKeys keys) {
    this.journal = journal;
    this.seal = seal;
    this.keys = keys;
  }

  /**
   * Writes those of the entries of a checkpoint's tree that are wanted; holds 256 at a time.
   *
   * @param progress is told each position that was dealt with
   */
  public ExportCount write(
      Wanted wanted, PublishedCheckpoint issued, OutputStream out, LongConsumer progress)
      throws IOException {
    DigestOutputStream hashed = new DigestOutputStream(out, Sha256.digest());
    hashed.write(ExportLines.head(keys.origin(), wanted, issued));
    ExportCount tally = new Run(wanted, issued.size(), hashed, progress).write();
    String sha256 = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
    hashed.on(false);
    hashed.write(ExportLines.end(tally, sha256, signed(sha256)));
    hashed.flush();
    return tally;
  }

  /** No checkpoint has such a second line, so neither can be taken for the other. */
  private SignedNote signed(String sha256) {
    String text = "chancery-export/1\nof %s\n%s\n".formatted(keys.origin(), sha256);
    return new SignedNote(text, keys.sign(text));
  }

  /** One export as it is written. */
  private final class Run {
    private final Wanted wanted;
    private final long size;
    private final OutputStream out;
    private final LongConsumer progress;
    private final Tiles tiles = new RecentTiles(seal.tiles());
    private long after;
    private long covered;
    private long chunk = -1;
    private List<SealedEntry> sealed = List.of();
    private ExportCount tally = ExportCount.NONE;

    Run(Wanted wanted, long size, OutputStream out, LongConsumer progress) {
      this.wanted = wanted;
      this.size = size;
      this.out = out;
      this.progress = progress;
    }

    ExportCount write() throws IOException {
      List<Entry> page = next();
      while (!page.isEmpty()) {
        for (Entry entry : page) {
          if (wanted.keeps(entry.position())) {
            write(entry);
          }
        }
        after = page.getLast().position();
        progress.accept(after);
        page = next();
      }
      gap(size);
      progress.accept(size);
      return tally;
    }

    private List<Entry> next() {
      after = wanted.skip(after);
      return after >= size ? List.of() : journal.between(after, size, Tile.WIDTH, wanted.filter());
    }

    private void write(Entry entry) throws IOException {
      long index = entry.position() - 1;
      gap(index);
      if (index / Tile.WIDTH != chunk) {
        chunk = index / Tile.WIDTH;
        sealed = seal.entries(chunk);
      }
      SealedEntry seal = sealed.get((int) (index % Tile.WIDTH));
      out.write(ExportLines.entry(entry, seal));
      tally = tally.with(entry.position(), seal.salt().isDestroyed());
      covered = entry.position();
    }

    /** Leaves out all up to an index; in two parts where an earlier checkpoint ends between. */
    private void gap(long to) throws IOException {
      long since = wanted.since();
      if (covered < since && since < to) {
        gap(since);
      }
      if (covered < to) {
        out.write(ExportLines.gap(covered + 1, to, new Proofs(tiles).cover(covered, to)));
        covered = to;
      }
    }
  }

  /**
   * The lines of an export. What is hashed stands in them byte for byte, so that whoever checks
   * need not write any JSON.
   */
  private static final class ExportLines {
    private static final JsonMapper JSON = LedgerJson.mapper();

    private ExportLines() {}

    static byte[] head(String origin, Wanted wanted, PublishedCheckpoint issued) {
      Map<String, Object> head = new LinkedHashMap<>();
      head.put("export", 1);
      head.put("origin", origin);
      head.put("size", issued.size());
      head.put("filters", wanted.told());
      head.put("since", wanted.since());
      head.put("checkpoint", issued.full().toString());
      return line(JSON.writeValueAsString(head));
    }

    static byte[] entry(Entry entry, SealedEntry sealed) {
      ByteArrayOutputStream line = new ByteArrayOutputStream(2048);
      line.writeBytes(utf8("{\"leaf\":"));
      line.writeBytes(Leaf.text(entry, sealed.content()));
      line.writeBytes(utf8(",\"hash\":\"" + sealed.leaf().hex() + "\",\"salt\":"));
      if (sealed.salt().isDestroyed()) {
        line.writeBytes(utf8("null"));
      } else {
        line.writeBytes(utf8("\"" + sealed.salt() + "\",\"content\":"));
        line.writeBytes(Content.text(entry));
        line.writeBytes(utf8(",\"payload\":" + entry.payload()));
        line.writeBytes(utf8(",\"sources\":" + entry.attribution().sources()));
      }
      line.writeBytes(utf8("}\n"));
      return line.toByteArray();
    }

    /** What stands in the place of entries that are left out. */
    static byte[] gap(long from, long to, List<Hash> cover) {
      Map<String, Object> gap = new LinkedHashMap<>();
      gap.put("from", from);
      gap.put("to", to);
      gap.put("hashes", cover.stream().map(Hash::base64).toList());
      return line(JSON.writeValueAsString(Map.of("gap", gap)));
    }

    static byte[] end(ExportCount tally, String sha256, SignedNote note) {
      Map<String, Object> counts = new LinkedHashMap<>();
      counts.put("entries", tally.entries());
      counts.put("erased", tally.erased());
      counts.put("first", tally.first());
      counts.put("last", tally.last());
      Map<String, Object> end = new LinkedHashMap<>();
      end.put("end", counts);
      end.put("sha256", sha256);
      end.put("note", note.toString());
      return line(JSON.writeValueAsString(end));
    }

    private static byte[] line(String json) {
      return utf8(json + "\n");
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Keeps the tiles that were asked for last, few enough for a tree of any size. */
  private static final class RecentTiles implements Tiles {
    private static final int MOST = 64;

    private final Tiles tiles;
    private final Map<List<Long>, Tile> recent =
        new LinkedHashMap<>(MOST, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<List<Long>, Tile> eldest) {
            return size() > MOST;
          }
        };

    RecentTiles(Tiles tiles) {
      this.tiles = tiles;
    }

    @Override
    public Tile tile(int level, long number) {
      List<Long> place = List.of((long) level, number);
      Tile known = recent.get(place);
      if (known == null) {
        known = tiles.tile(level, number);
        recent.put(place, known);
      }
      return known;
    }
  }
}
