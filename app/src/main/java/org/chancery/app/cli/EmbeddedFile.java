package org.chancery.app.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a ledger's embedded databases, each locked by the process that has it open. */
final class EmbeddedFile {
  static final String SUFFIX = ".mv.db";

  private EmbeddedFile() {}

  /** True where a folder has such files, and no process has one of them open. */
  static boolean noneIsOpen(Path data) throws IOException {
    List<Path> files =
        List.of(data.resolve("journal" + SUFFIX), data.resolve("views" + SUFFIX)).stream()
            .filter(Files::exists)
            .toList();
    for (Path file : files) {
      if (isOpen(file)) {
        return false;
      }
    }
    return !files.isEmpty();
  }

  /** Not for who has it open itself: on POSIX whoever closes a channel gives up all its locks. */
  private static boolean isOpen(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = lock(channel)) {
      return lock == null;
    }
  }

  /** The lock that H2 would take, to be shared; null where H2 has it, in whichever process. */
  static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, true);
    } catch (OverlappingFileLockException here) {
      return null;
    }
  }
}
