package org.chancery.intake.visit;

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
 * Reads the published visits of foreign leaders to the United States: XML files, or folders of
 * them. Each visit becomes one {@code RecordTrip} whose host are the United States.
 */
public final class VisitReader implements SourceReader {
  private final Supplier<VisitsOnRecord> ledger;
  private final List<Path> further;

  /**
   * Reads into a ledger; what it holds of earlier releases is corrected, not entered again.
   *
   * @param further sources beside the one that is to be read
   */
  public VisitReader(Supplier<VisitsOnRecord> ledger, List<Path> further) {
    this.ledger = ledger;
    this.further = List.copyOf(further);
  }

  @Override
  public void read(Path source, Consumer<ParsedRecord> into) throws IOException {
    List<Path> sources = new ArrayList<>(List.of(source));
    sources.addAll(further);
    List<VisitFile> files = new ArrayList<>();
    for (Path each : sources) {
      for (Path file : xmlFiles(each)) {
        files.add(VisitFile.read(file));
      }
    }
    if (files.stream().allMatch(file -> file.visits().isEmpty())
        && files.stream().anyMatch(VisitReader::isOfAnotherKind)) {
      throw new OtherKind(source, "holds no <visits>");
    }
    files.forEach(file -> file.faults().forEach(into));
    new VisitDrafts(into, ledger.get(), files).draft();
  }

  private static boolean isOfAnotherKind(VisitFile file) {
    return file.faults().stream().anyMatch(fault -> fault.reason().contains("not <visits>"));
  }

  private static List<Path> xmlFiles(Path source) throws IOException {
    if (Files.isRegularFile(source)) {
      return List.of(source);
    }
    if (!Files.isDirectory(source)) {
      throw new OtherKind(source, "is no file and no folder");
    }
    List<Path> found = HardenedXml.in(source);
    if (found.isEmpty()) {
      throw new OtherKind(source, "holds no XML file");
    }
    return found;
  }
}
