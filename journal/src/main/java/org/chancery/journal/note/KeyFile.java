package org.chancery.journal.note;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that hold keys. What is written is on the disk when the method returns. */
public final class KeyFile {
  private static final long LONGEST = 4_096;

  private KeyFile() {}

  /** Fails where the file holds no key. */
  public static SigningKey read(Path file) throws IOException {
    try {
      return SigningKey.parse(text(file));
    } catch (IllegalArgumentException unfit) {
      throw new IOException("%s: %s".formatted(file, unfit.getMessage()), unfit);
    }
  }

  /** Reads a verifier key. */
  public static VerifierKey readVerifier(Path file) throws IOException {
    try {
      return VerifierKey.parse(text(file).strip());
    } catch (IllegalArgumentException unfit) {
      throw new IOException("%s: %s".formatted(file, unfit.getMessage()), unfit);
    }
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      throw new IOException(file + " is too long to be a key");
    }
    return Files.readString(file);
  }

  /** Writes a key to a file of its own, which its owner alone may read. */
  public static void write(Path file, SigningKey key) throws IOException {
    write(file, key.secret(), "rw-------");
  }

  public static void write(Path file, VerifierKey key) throws IOException {
    write(file, key + "\n", "rw-r--r--");
  }

  private static void write(Path file, String text, String permissions) throws IOException {
    var allowed =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), allowed)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    syncFolder(file);
  }

  /** Without it a file may be on the disk and its name not. */
  public static void syncFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
