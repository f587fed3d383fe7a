package org.chancery.intake.mission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chancery.intake.source.OtherKind;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.source.SourceReader;

/**
 * Reads {@code presidents.xml}, which the published travels carry: who was President of the United
 * States, from the day on which the office was taken up to that on which it was left. Each of the
 * two days becomes one command.
 */
public final class PresidentsReader implements SourceReader {
  private final Supplier<AppointmentsOnRecord> ledger;

  /** Reads into a ledger that holds no appointments yet. */
  public PresidentsReader() {
    this(AppointmentsOnRecord::none);
  }

  /** Reads into a ledger; what it holds of earlier releases is corrected, not entered again. */
  public PresidentsReader(Supplier<AppointmentsOnRecord> ledger) {
    this.ledger = ledger;
  }

  @Override
  public void read(Path file, Consumer<ParsedRecord> into) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new OtherKind(file, "is no file");
    }
    PresidentElements read = PresidentElements.read(file);
    new AppointmentRelease(
            Publication.PRESIDENTS, List.of(read.file()), read.names(), ledger.get(), into)
        .take();
  }
}
