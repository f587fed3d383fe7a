package org.chancery.app.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.chancery.app.config.UsageException;
import org.chancery.app.security.Tokens;
import org.chancery.intake.ledger.RemoteLedger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The ledger that a verb works on, and the server that it works through. */
final class ServerOptions {

  @Mixin DataOption data = new DataOption();

  @Option(names = "--server", description = "Default: the one that serves --data, if it runs.")
  @Nullable URI server;

  @Option(
      names = "--token",
      defaultValue = "${env:CHANCERY_TOKEN}",
      description =
          "Default: $CHANCERY_TOKEN; to write on this machine, also the recorder's token in"
              + " --data.")
  @Nullable String token;

  /** The server, for who only reads; null where none runs. */
  @Nullable RemoteLedger toRead() throws IOException {
    URI running = running();
    return running == null ? null : new RemoteLedger(running, token);
  }

  /** The server, for who writes; null where none runs. */
  @Nullable RemoteLedger toWrite() throws IOException {
    URI running = running();
    return running == null ? null : new RemoteLedger(running, token == null ? ownToken() : token);
  }

  /** Where the server answers; null where none runs. */
  @Nullable URI running() throws IOException {
    if (server == null) {
      return ServerLocator.runningOn(data.folder);
    }
    String scheme = String.valueOf(server.getScheme());
    if (!scheme.matches("https?") || server.getHost() == null) {
      throw new UsageException("--server: %s is not like http://HOST:PORT".formatted(server));
    }
    return server;
  }

  /** The folder's own token goes to this machine alone: beyond it, anybody may listen. */
  private String ownToken() throws IOException {
    if (server != null && !InetAddress.getByName(server.getHost()).isLoopbackAddress()) {
      throw new UsageException("%s is not on this machine: give its --token".formatted(server));
    }
    return Tokens.recorder(data.folder);
  }
}
