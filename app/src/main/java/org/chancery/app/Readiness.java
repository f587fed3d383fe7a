package org.chancery.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.chancery.journal.Journal;
import org.chancery.query.asof.ReadModels;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Knows where the server answers, and says so in the data folder, so that an import finds it. */
@Component
@ConditionalOnWebApplication
final class Readiness implements DisposableBean {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Journal journal;
  private final ReadModels models;
  private final String host;
  private final Path note;
  private int port;

  Readiness(
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

  URI address() {
    return URI.create("http://%s:%d".formatted(host, port));
  }

  /** Waits until the read models have taken in what the journal held at the start. */
  String line() {
    long head = journal.refreshedHead().position();
    try {
      models.await(head, PATIENCE);
      Files.writeString(note, address().toString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return "Chancery is ready at %s (journal position %d)".formatted(address(), head);
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
  static @Nullable URI runningOn(Path data) throws IOException {
    if (!Files.exists(note(data)) || EmbeddedFile.noneIsOpen(data)) {
      return null;
    }
    URI address = URI.create(Files.readString(note(data)).strip());
    return Presence.isShown(address, data) ? address : null;
  }

  /** The file that says where the server of a data folder answers. */
  static Path note(Path data) {
    return data.resolve("server.url");
  }
}
