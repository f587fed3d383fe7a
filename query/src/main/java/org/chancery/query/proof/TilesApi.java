package org.chancery.query.proof;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.journal.merkle.Tile;
import org.chancery.journal.seal.Leaf;
import org.chancery.journal.seal.Seal;
import org.chancery.journal.seal.SealedEntry;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The journal as a tiled transparency log (https://c2sp.org/tlog-tiles). */
@RestController
class TilesApi {
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final int HIGHEST = 63;

  private final Journal journal;
  private final Seal seal;
  private final SealedJournal sealed;

  TilesApi(Journal journal, Seal seal, SealedJournal sealed) {
    this.journal = journal;
    this.seal = seal;
    this.sealed = sealed;
  }

  @Operation(summary = "The newest checkpoint (https://c2sp.org/tlog-checkpoint)")
  @GetMapping(path = "/checkpoint", produces = "text/plain;charset=UTF-8")
  ResponseEntity<String> checkpoint() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(sealed.latest().full().toString());
  }

  /** Addresses of several segments are more than OpenAPI can tell. */
  @Hidden
  @GetMapping("/tile/{level:0|[1-9]\\d?}/{*address}")
  ResponseEntity<byte[]> tile(@PathVariable int level, @PathVariable String address) {
    if (level > HIGHEST) {
      throw none();
    }
    TileAddress asked = asked(level, address);
    return answer(seal.tile(level, asked.number(), asked.width()).pack());
  }

  @Hidden
  @GetMapping("/tile/entries/{*address}")
  ResponseEntity<byte[]> entries(@PathVariable String address) {
    TileAddress asked = asked(0, address);
    List<SealedEntry> seals = seal.entries(asked.number());
    List<Entry> entries = journal.after(asked.number() * Tile.WIDTH, asked.width());
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (int at = 0; at < entries.size(); at++) {
      byte[] leaf = Leaf.text(entries.get(at), seals.get(at).content());
      bundle.write(leaf.length >>> Byte.SIZE);
      bundle.write(leaf.length);
      bundle.writeBytes(leaf);
    }
    return answer(bundle.toByteArray());
  }

  private TileAddress asked(int level, String address) {
    return TileAddress.parse(address)
        .filter(tile -> tile.isIn(level, seal.size()))
        .orElseThrow(TilesApi::none);
  }

  private static ProblemException none() {
    return new ProblemException(Problem.of(404, "NOT_FOUND", "the sealed tree has no such tile"));
  }

  private static ResponseEntity<byte[]> answer(byte[] body) {
    return ResponseEntity.ok()
        .cacheControl(FOR_EVER)
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(body);
  }
}
