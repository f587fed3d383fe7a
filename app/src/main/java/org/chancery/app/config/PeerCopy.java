package org.chancery.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.zip.ZipInputStream;
import org.chancery.intake.ledger.RemoteLedger;
import org.chancery.journal.text.Utf8;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Read models to begin with, of a server of the same ledger: to make them of a long journal takes
 * hours. Once they are opened they are compared with the journal by the entries that they reached,
 * as after each start, so those of another ledger are thrown away; and where none are got, the
 * journal is followed from its beginning.
 */
final class PeerCopy {
  private static final Logger log = LoggerFactory.getLogger(PeerCopy.class);
  private static final String NAME = "views.mv.db";
  private static final String COPIES = "/api/admin/copies/read-models";

  /** A copy of many gigabytes is made before the first byte of it comes. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final URI peer;
  private final LedgerProperties properties;

  private PeerCopy(URI peer, LedgerProperties properties) {
    this.peer = peer;
    this.properties = properties;
  }

  /** Takes a peer's read models, where one is named and the data folder has none. */
  static void takeWhereNone(LedgerProperties properties) {
    URI peer = properties.peer().url();
    Path file = properties.data().resolve(NAME);
    if (peer != null && properties.views().url() == null && !Files.exists(file)) {
      new PeerCopy(peer, properties).take(file);
    }
  }

  private void take(Path file) {
    Path part = file.resolveSibling(NAME + ".part");
    log.info("taking the read models of {}", peer);
    try {
      Files.createDirectories(properties.data());
      fetch(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      log.info("took the read models of {}, {} bytes", peer, Files.size(file));
    } catch (IOException | IllegalArgumentException failed) {
      log.warn(
          "the read models of {} are not got, so they are made of the journal: {}",
          peer,
          Failure.told(failed));
      delete(part);
    }
  }

  private void fetch(Path part) throws IOException {
    RemoteLedger ledger = new RemoteLedger(peer, token());
    HttpRequest.Builder request = ledger.to(COPIES).timeout(PATIENCE).POST(BodyPublishers.noBody());
    HttpResponse<InputStream> answer = ledger.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = answer.body();
        ZipInputStream zip = new ZipInputStream(body)) {
      if (answer.statusCode() != 200) {
        throw new IOException(
            "it answers %d %s".formatted(answer.statusCode(), Utf8.decode(body.readNBytes(1_000))));
      }
      if (zip.getNextEntry() == null) {
        throw new IOException("it sent no copy");
      }
      Files.copy(zip, part, StandardCopyOption.REPLACE_EXISTING);
    }
    try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  private @Nullable String token() throws IOException {
    Path own = properties.data().resolve("recorder.token");
    String given = properties.peer().token();
    return given != null || !Files.exists(own) ? given : Utf8.read(own).strip();
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException kept) {
      log.debug("a part of a copy is left", kept);
    }
  }
}
