package org.chancery.app.cli;

import static org.chancery.app.cli.EmbeddedFile.SUFFIX;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.zip.ZipInputStream;
import org.chancery.app.security.Tokens;
import org.chancery.intake.ledger.RemoteLedger;
import org.chancery.journal.json.LedgerJson;
import org.chancery.journal.text.Utf8;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * Copies of a ledger's embedded databases, in a folder of their own: by the server that has them
 * open, or of the files, while nobody has.
 */
final class LedgerCopy {
  private static final String COPY = "copy-[0-9]+";
  private static final String ZIP = "(journal|views)\\.zip";
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Path data;
  private final Path folder;

  /**
   * @param folder where the copies are put
   */
  LedgerCopy(Path data, Path folder) {
    this.data = data;
    this.folder = folder;
  }

  void make() throws IOException {
    URI server = ServerLocator.runningOn(data);
    if (server == null) {
      copy("views");
      copy("journal");
    } else {
      ask(server);
    }
  }

  /** Where the copy of a database is, without its suffix, as H2 is told of it. */
  Path of(String name) {
    return folder.resolve(name);
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name + SUFFIX));
  }

  /** Holding the lock that H2 would take keeps everyone else from opening the file meanwhile. */
  private void copy(String name) throws IOException {
    Path file = data.resolve(name + SUFFIX);
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = EmbeddedFile.lock(channel)) {
      if (lock == null) {
        throw new IOException("%s is open in a process that does not answer".formatted(file));
      }
      Files.copy(file, folder.resolve(name + SUFFIX));
    }
  }

  private void ask(URI server) throws IOException {
    RemoteLedger ledger = new RemoteLedger(server, Tokens.recorder(data));
    HttpRequest.Builder request =
        ledger.to("/api/admin/copies").timeout(PATIENCE).POST(BodyPublishers.noBody());
    HttpResponse<String> answer = ledger.send(request, Utf8.body());
    if (answer.statusCode() != 201) {
      throw new IOException("the server makes no copy: " + answer.body());
    }
    JsonNode made = LedgerJson.mapper().readTree(answer.body());
    unpack(copies(server, made.path("folder").asString("")), made.path("files"));
  }

  /** Whoever answers is not believed where the copies lie, for that folder is deleted later. */
  private Path copies(URI server, String told) throws IOException {
    String name = told.substring(Math.max(told.lastIndexOf('/'), told.lastIndexOf('\\')) + 1);
    Path copies = data.resolve(name);
    if (!name.matches(COPY) || !Files.isDirectory(copies, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("the server at %s serves another folder".formatted(server));
    }
    return copies;
  }

  private void unpack(Path copies, JsonNode files) throws IOException {
    try {
      for (JsonNode file : files) {
        if (!file.asString("").matches(ZIP)) {
          throw new IOException("the server made no copy: " + file);
        }
        unpack(copies.resolve(file.asString("")));
      }
    } finally {
      FileSystemUtils.deleteRecursively(copies);
    }
  }

  private void unpack(Path zip) throws IOException {
    String name = zip.getFileName().toString().replaceFirst("\\.zip$", SUFFIX);
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream files = new ZipInputStream(in)) {
      if (files.getNextEntry() == null) {
        throw new IOException(zip + " is empty");
      }
      Files.copy(files, folder.resolve(name));
    }
  }
}
