package org.chancery.app.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.chancery.app.config.UsageException;
import org.chancery.seal.note.KeyFile;
import org.chancery.seal.note.KeyType;
import org.chancery.seal.note.SigningKey;
import org.chancery.seal.note.VerifierKey;
import org.chancery.seal.witness.Witness;
import org.chancery.seal.witness.WitnessServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves a witness, which remembers what ledgers have shown it, until it is told to stop. */
@Command(
    name = "witness",
    description = "Serves a witness that cosigns the checkpoints of the ledgers it knows.",
    footer = {"", "Example:", "  chancery witness --log \"$(cat log.vkey)\" --data witness-data"})
final class WitnessVerb implements Callable<Integer> {
  private static final int NAME_BYTES = 8;

  @Option(
      names = "--data",
      defaultValue = "witness-data",
      description = "Its key and its memory. Default: ${DEFAULT-VALUE}")
  Path data = Path.of("witness-data");

  @Option(
      names = "--port",
      defaultValue = "8090",
      converter = PortConverter.class,
      description = "Default: ${DEFAULT-VALUE}")
  int port;

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Default: ${DEFAULT-VALUE}")
  String host = "127.0.0.1";

  @Option(
      names = "--log",
      required = true,
      paramLabel = "VKEY",
      description = "The verifier key of a ledger; once for each key of each ledger.")
  List<String> logs = List.of();

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(data);
    lock();
    SigningKey key = key();
    Witness witness = witness(key);
    WitnessServer server =
        new WitnessServer(witness, new InetSocketAddress(InetAddress.getByName(host), port));
    System.out.printf("The witness is ready at %s%n", ServerLocator.address(host, server.port()));
    System.out.printf("Its key is %s%n", key.verifier());
    return ServeVerb.SERVING;
  }

  /**
   * Two processes with one memory would cosign two trees, so this one keeps the lock to its end.
   */
  private void lock() throws IOException {
    FileChannel file =
        FileChannel.open(
            data.resolve("witness.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = file.tryLock();
    if (lock == null) {
      file.close();
      throw new IOException("another witness works with " + data);
    }
    // whatever nobody refers to is closed, and its lock given up
    Runtime.getRuntime().addShutdownHook(new Thread(() -> release(lock)));
  }

  private static void release(FileLock lock) {
    try {
      lock.acquiredBy().close();
    } catch (IOException closedAlready) {
      // the process ends, and its locks with it
    }
  }

  private Witness witness(SigningKey key) throws IOException {
    try {
      List<VerifierKey> known = logs.stream().map(VerifierKey::parse).toList();
      return new Witness(key, known, data.resolve("logs"), Clock.systemUTC());
    } catch (IllegalArgumentException unfit) {
      throw new UsageException("--log: " + unfit.getMessage());
    }
  }

  private SigningKey key() throws IOException {
    Path file = data.resolve("witness.key");
    if (!Files.exists(file)) {
      byte[] name = new byte[NAME_BYTES];
      new SecureRandom().nextBytes(name);
      String invented = "witness.chancery.invalid/" + HexFormat.of().formatHex(name);
      KeyFile.write(file, SigningKey.generate(invented, KeyType.COSIGNATURE));
    }
    return KeyFile.read(file);
  }
}
