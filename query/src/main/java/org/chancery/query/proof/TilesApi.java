package org.chancery.query.proof;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.query.PlainText;
import org.chancery.seal.Leaf;
import org.chancery.seal.Seal;
import org.chancery.seal.SealedEntry;
import org.chancery.seal.merkle.Tile;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The journal as a tiled transparency log (https://c2sp.org/tlog-tiles). */
@RestController
class TilesApi {
  private static final int HIGHEST = 63;

  private final Journal journal;
  private final Seal seal;
  private final SealedJournal sealed;
  private final CacheControl forEver;

  TilesApi(
      Journal journal,
      Seal seal,
      SealedJournal sealed,
      @Value("${chancery.reads:open}") String reads) {
    this.journal = journal;
    this.seal = seal;
    this.sealed = sealed;
    this.forEver = forEver(reads.equalsIgnoreCase("open"));
  }

  /** What only the holders of tokens may read is kept by no cache that others share. */
  private static CacheControl forEver(boolean open) {
    CacheControl forEver = CacheControl.maxAge(Duration.ofDays(365)).immutable();
    return open ? forEver.cachePublic() : forEver.cachePrivate();
  }

  @ApiResponse(responseCode = "200", content = @Content(mediaType = PlainText.TYPE))
  @GetMapping("/checkpoint")
  ResponseEntity<String> checkpoint() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .contentType(PlainText.UTF_8)
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
    journal.refreshedHead();
    List<Entry> entries = journal.after(asked.number() * Tile.WIDTH, asked.width());
    if (entries.size() < asked.width()) {
      throw SealedJournal.notAsSealed(asked.number() * Tile.WIDTH + entries.size() + 1);
    }
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    List<SealedEntry> seals = seal.entries(asked.number());
    for (int at = 0; at < entries.size(); at++) {
      byte[] leaf = leaf(entries.get(at), seals.get(at));
      bundle.write(leaf.length >>> Byte.SIZE);
      bundle.write(leaf.length);
      bundle.writeBytes(leaf);
    }
    return answer(bundle.toByteArray());
  }

  /** As it was sealed, or not at all: an answer is kept for ever. */
  private static byte[] leaf(Entry entry, SealedEntry seal) {
    return Leaf.text(entry, SealedJournal.asSealed(entry, seal).content());
  }

  private TileAddress asked(int level, String address) {
    return TileAddress.parse(address)
        .filter(tile -> tile.isIn(level, seal.size()))
        .orElseThrow(TilesApi::none);
  }

  private static ProblemException none() {
    return new ProblemException(
        Problem.of(RequestCode.NOT_FOUND, "the sealed tree has no such tile"));
  }

  private ResponseEntity<byte[]> answer(byte[] body) {
    return ResponseEntity.ok()
        .cacheControl(forEver)
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(body);
  }

  /**
   * Which tile of a level is asked for.
   *
   * @param width 256 for a full one
   */
  record TileAddress(long number, int width) {
    private static final Pattern FORM =
        Pattern.compile("/?((?:x\\d{3}/){0,4}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    /** Reads {@code x001/x234/067.p/8}; empty where it is not written the one right way. */
    static Optional<TileAddress> parse(String path) {
      Matcher parts = FORM.matcher(path);
      if (!parts.matches()) {
        return Optional.empty();
      }
      long number = Long.parseLong(parts.group(1).replaceAll("[x/]", ""));
      int width = parts.group(2) == null ? Tile.WIDTH : Integer.parseInt(parts.group(2));
      boolean partial = parts.group(2) != null;
      return written(number).equals(parts.group(1)) && (!partial || width < Tile.WIDTH)
          ? Optional.of(new TileAddress(number, width))
          : Optional.empty();
    }

    private static String written(long number) {
      String last = String.format(Locale.ROOT, "%03d", number % 1_000);
      return number < 1_000 ? last : prefixed(number / 1_000) + "/" + last;
    }

    private static String prefixed(long number) {
      String last = String.format(Locale.ROOT, "x%03d", number % 1_000);
      return number < 1_000 ? last : prefixed(number / 1_000) + "/" + last;
    }

    /** True where a tree of the size has it. */
    boolean isIn(int level, long size) {
      long hashes = Tile.hashesAt(level, size);
      return number * Tile.WIDTH + width <= hashes;
    }
  }
}
