package org.chancery.seal.note;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.chancery.journal.text.Utf8;

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
    return Utf8.read(file);
  }

  /** Writes a key to a file of its own, which its owner alone may read. */
  public static void write(Path file, SigningKey key) throws IOException {
    write(file, key.secret(), "rw-------");
  }

  public static void write(Path file, VerifierKey key) throws IOException {
    write(file, key + "\n", "rw-r--r--");
  }

  /**
   * Writes any secret so: whole and on the disk, or not at all.
   *
   * @throws FileAlreadyExistsException where there is such a file
   */
  public static void writeSecret(Path file, String secret) throws IOException {
    write(file, secret, "rw-------");
  }

  private static void write(Path file, String text, String permissions) throws IOException {
    Path aside = aside(file);
    Files.deleteIfExists(aside);
    writeNew(aside, text, permissions);
    name(aside, file);
    syncFolder(file);
  }

  /** Where a file is written before it has its name: half a key is none, and stops every start. */
  private static Path aside(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  /** A link, for a move takes the place of what has the name already. */
  private static void name(Path aside, Path file) throws IOException {
    try {
      Files.createLink(file, aside);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.move(aside, file); // not all disks have links
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** Deletes a key for good, and what is left of the writing of it. */
  public static void delete(Path file) throws IOException {
    Files.deleteIfExists(aside(file));
    Files.delete(file);
  }

  private static void writeNew(Path file, String text, String permissions) throws IOException {
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
