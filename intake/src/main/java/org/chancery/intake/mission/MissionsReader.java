package org.chancery.intake.mission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chancery.intake.source.HardenedXml;
import org.chancery.intake.source.OtherKind;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.source.SourceReader;

/**
 * Reads the published chiefs of mission and principal officers: a directory with {@code
 * missions-countries/*.xml}, {@code missions-orgs/*.xml} and {@code positions-principals/*.xml},
 * and {@code people.csv} for the names. Each turn of an appointment becomes one command.
 */
public final class MissionsReader implements SourceReader {
  private static final List<String> FOLDERS =
      List.of("missions-countries", "missions-orgs", "positions-principals");

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
      for (Path file : HardenedXml.in(directory.resolve(folder))) {
        files.add(AppointmentFile.read(file, folder + "/" + file.getFileName()));
      }
    }
    new AppointmentRelease(
            Publication.PRINCIPALS, files, PersonNames.in(directory), ledger.get(), into)
        .take();
  }
}
