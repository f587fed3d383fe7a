package org.chancery.seal.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.journal.Entry;
import org.chancery.journal.json.LedgerJson;
import org.chancery.seal.Content;
import org.chancery.seal.Leaf;
import org.chancery.seal.PublishedCheckpoint;
import org.chancery.seal.SealedEntry;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.note.SignedNote;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of an export. What is hashed stands in them byte for byte, so that whoever checks need
 * not write any JSON.
 */
final class ExportLines {
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
