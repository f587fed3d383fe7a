package org.chancery.seal.witness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.chancery.journal.text.Sha256;
import org.chancery.journal.text.Utf8;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.KeyFile;
import org.chancery.seal.note.SignedNote;

/** The last checkpoint of each log, each in a file of its own that is replaced as a whole. */
final class WitnessMemory {
  private final Path folder;

  WitnessMemory(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  Optional<Checkpoint> last(String origin) throws IOException {
    return note(name(origin)).map(note -> Checkpoint.parse(note.text()));
  }

  /** The same as the log signed it, by what names the log; without signatures where kept so. */
  Optional<SignedNote> note(String name) throws IOException {
    try {
      String kept = Utf8.read(file(name));
      return Optional.of(
          kept.contains("\n\n") ? SignedNote.parse(kept) : new SignedNote(kept, List.of()));
    } catch (NoSuchFileException unseen) { // whatever else fails must not make it a new log
      return Optional.empty();
    }
  }

  /** Returns when it is on the disk. */
  void keep(SignedNote note, Checkpoint checkpoint) throws IOException {
    Path file = file(name(checkpoint.origin()));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, note.toString());
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    KeyFile.syncFolder(file);
  }

  private Path file(String name) {
    return folder.resolve(name + ".checkpoint");
  }

  /** An origin may hold what no file name can. */
  static String name(String origin) {
    byte[] bytes = Sha256.digest().digest(origin.getBytes(StandardCharsets.UTF_8));
    return Hash.of(bytes).hex();
  }
}
