package org.chancery.app.cli;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.chancery.app.config.LedgerProperties;
import org.chancery.app.security.ServerChallenge;
import org.chancery.journal.Journal;
import org.chancery.journal.text.Utf8;
import org.chancery.readmodel.ReadModels;
import org.chancery.seal.note.KeyFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Knows where the server answers, and says so in the data folder, so that an import finds it. */
@Component
@ConditionalOnWebApplication
public final class ServerLocator implements DisposableBean {
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final Logger log = LoggerFactory.getLogger(ServerLocator.class);

  private final Journal journal;
  private final ReadModels models;
  private final String host;
  private final Path note;
  private int port;

  ServerLocator(
      Journal journal,
      ReadModels models,
      LedgerProperties properties,
      @Value("${server.address}") String host) {
    this.journal = journal;
    this.models = models;
    this.host = host;
    this.note = note(properties.data());
  }

  @EventListener
  void on(WebServerInitializedEvent event) {
    if (!"management".equals(event.getApplicationContext().getServerNamespace())) {
      port = event.getWebServer().getPort();
    }
  }

  public URI address() {
    return address(host, port);
  }

  /** Where a host is found; one of IPv6 stands in brackets. */
  public static URI address(String host, int port) {
    boolean bare = host.contains(":") && !host.startsWith("[");
    return URI.create("http://%s:%d".formatted(bare ? "[" + host + "]" : host, port));
  }

  /** Waits until the read models have taken in what the journal holds, however long that takes. */
  public String line() {
    long head = journal.refreshedHead().position();
    try {
      while (models.areKept() && !models.await(head, INTERVAL)) {
        log.info("not ready yet: the read models are at {} of {}", models.position(), head);
      }
      writeNote();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped before the read models were built", stopped);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return "Chancery is ready at %s (journal position %d)".formatted(address(), head);
  }

  private void writeNote() throws IOException {
    Path whole = note.resolveSibling(note.getFileName() + ".new");
    Files.writeString(whole, address().toString(), CREATE, TRUNCATE_EXISTING, WRITE, SYNC);
    Files.move(whole, note, ATOMIC_MOVE);
    KeyFile.syncFolder(note);
  }

  @Override
  public void destroy() throws IOException {
    Files.deleteIfExists(note);
  }

  /**
   * Where the server of a data folder answers, or null where none does. A folder that was copied
   * while it was served has the note too, and even the tokens, but nobody has its files open; and
   * where a server was killed, another program may have come to listen.
   */
  public static @Nullable URI runningOn(Path data) throws IOException {
    if (!Files.exists(note(data)) || EmbeddedFile.noneIsOpen(data)) {
      return null;
    }
    URI address = URI.create(Utf8.read(note(data)).strip());
    return ServerChallenge.isShown(address, data) ? address : null;
  }

  /** The file that says where the server of a data folder answers. */
  public static Path note(Path data) {
    return data.resolve("server.url");
  }
}
