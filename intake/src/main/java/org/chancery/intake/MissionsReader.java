package org.chancery.intake;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads the published chiefs of mission and principal officers: a directory with {@code
 * missions-countries/*.xml}, {@code missions-orgs/*.xml} and {@code positions-principals/*.xml},
 * and {@code people.csv} for the names. Each turn of an appointment becomes one command.
 */
public final class MissionsReader implements SourceReader {
  private static final List<String> FOLDERS =
      List.of("missions-countries", "missions-orgs", "positions-principals");
  private static final int FILE_LIMIT = 10_000;

  private final Supplier<AppointmentsOnRecord> ledger;

  /** Reads into a ledger that holds no appointments yet. */
  public MissionsReader() {
    this(AppointmentsOnRecord::none);
  }

  /** Reads into a ledger; what it holds of earlier releases is corrected, not entered again. */
  public MissionsReader(Supplier<AppointmentsOnRecord> ledger) {
    this.ledger = ledger;
  }

  @Override
  public void read(Path directory, Consumer<ParsedRecord> into) throws IOException {
    if (FOLDERS.stream().noneMatch(folder -> Files.isDirectory(directory.resolve(folder)))) {
      throw new OtherKind(directory, "holds none of " + String.join(", ", FOLDERS));
    }
    List<AppointmentFile> files = new ArrayList<>();
    for (String folder : FOLDERS) {
      for (Path file : xmlFiles(directory.resolve(folder))) {
        files.add(AppointmentFile.read(file, folder + "/" + file.getFileName()));
      }
    }
    new AppointmentRelease(
            Publication.PRINCIPALS, files, PersonNames.in(directory), ledger.get(), into)
        .take();
  }

  private static List<Path> xmlFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files
              .filter(file -> file.toString().endsWith(".xml") && Files.isRegularFile(file))
              .limit(FILE_LIMIT + 1)
              .sorted()
              .toList();
      if (found.size() > FILE_LIMIT) {
        throw new FileSystemException(
            folder.toString(), null, "holds more than %d files".formatted(FILE_LIMIT));
      }
      return found;
    }
  }
}
