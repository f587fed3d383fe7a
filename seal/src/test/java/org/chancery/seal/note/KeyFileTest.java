package org.chancery.seal.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  private static final int TIMES = 200;

  @TempDir Path folder;
  private final SigningKey key = SigningKey.generate("ledger.example", KeyType.SIGNATURE);
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("log-01.key");
  }

  @Test
  void aKeyIsReadAsItWasWrittenAndByItsOwnerAlone() throws IOException {
    KeyFile.write(file, key);

    assertThat(KeyFile.read(file).secret()).isEqualTo(key.secret());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.new");
  }

  /** Whoever looks is what a process finds that is started after this one was killed. */
  @Test
  void whereThereIsAFileItHoldsAWholeKey() throws Exception {
    for (int time = 0; time < TIMES; time++) {
      Path next = folder.resolve("log-%d.key".formatted(time));
      CompletableFuture<Long> found = CompletableFuture.supplyAsync(() -> sizeOnceThere(next));
      KeyFile.write(next, key);
      assertThat(found.get(20, TimeUnit.SECONDS)).isEqualTo(key.secret().length());
    }
  }

  private static long sizeOnceThere(Path file) {
    while (!file.toFile().exists()) {
      Thread.onSpinWait();
    }
    return file.toFile().length();
  }

  @Test
  void whatAKilledWriterLeftIsInNobodysWay() throws IOException {
    Files.writeString(folder.resolve("log-01.key.new"), "");
    KeyFile.write(file, key);

    assertThat(KeyFile.read(file).secret()).isEqualTo(key.secret());
  }

  @Test
  void aKeyIsNeverReplaced() throws IOException {
    KeyFile.write(file, key);

    SigningKey other = SigningKey.generate("ledger.example", KeyType.SIGNATURE);
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> KeyFile.write(file, other));
    assertThat(KeyFile.read(file).secret()).isEqualTo(key.secret());
  }

  @Test
  void whatIsDeletedIsNowhereAnyMore() throws IOException {
    KeyFile.write(file, key);
    Files.writeString(folder.resolve("log-01.key.new"), key.secret());
    KeyFile.delete(file);

    assertThat(folder).isEmptyDirectory();
  }
}
