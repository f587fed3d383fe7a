package org.chancery.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which server is asked to record, and with which token. */
final class ServerOptions {

  @Option(names = "--server", description = "Default: the one that serves --data, if it runs.")
  @Nullable URI server;

  @Option(
      names = "--token",
      defaultValue = "${env:CHANCERY_TOKEN}",
      description = "Default: $CHANCERY_TOKEN, or the recorder's token in --data on this machine.")
  @Nullable String token;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec verb;

  /** Null where none runs. */
  @Nullable URI running(Path data) throws IOException {
    return server == null ? Readiness.runningOn(data) : server;
  }

  /** The folder's own token goes to this machine alone: beyond it, anybody may listen. */
  String tokenFor(URI running, Path data) throws IOException {
    if (token != null) {
      return token;
    }
    if (server != null && !isOnThisMachine(server)) {
      throw misused("%s is not on this machine: give its --token".formatted(running));
    }
    return Tokens.recorder(data);
  }

  private static boolean isOnThisMachine(URI server) throws IOException {
    return server.getHost() != null && InetAddress.getByName(server.getHost()).isLoopbackAddress();
  }

  private RuntimeException misused(String why) {
    return verb == null ? new UsageException(why) : new ParameterException(verb.commandLine(), why);
  }
}
