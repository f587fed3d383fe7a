package org.chancery.app.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.intake.Intake;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.Visible;
import tools.jackson.databind.json.JsonMapper;

/** A file with a line of JSON for every record that does not stand as its source has it. */
public final class ImportReport implements Intake.Report, AutoCloseable {
  private static final int NAMED = 3;

  private final JsonMapper mapper = LedgerJson.mapper();
  private final BufferedWriter out;
  private final List<String> rejected = new ArrayList<>();
  private long moreRejected;

  record Line(String origin, String outcome, List<String> reasons) {}

  /** A new file beside the reports of earlier imports, which are kept. */
  public static Path next(Path folder, String format) throws IOException {
    int number = 1;
    Path file = folder.resolve(format + ".import-report.ndjson");
    while (Files.exists(file)) {
      number++;
      file = folder.resolve("%s.%d.import-report.ndjson".formatted(format, number));
    }
    return Files.createFile(file);
  }

  ImportReport(Path file) throws IOException {
    out = Files.newBufferedWriter(file);
  }

  /** Which records were rejected, in a line; empty where none was. */
  Optional<String> rejected(Path file) {
    String more = moreRejected == 0 ? "" : "; and %d more in %s".formatted(moreRejected, file);
    return rejected.isEmpty()
        ? Optional.empty()
        : Optional.of("rejected: " + Visible.line(String.join("; ", rejected)) + more);
  }

  @Override
  public void write(String origin, String outcome, List<String> reasons) {
    if (outcome.equals("rejected")) {
      if (rejected.size() < NAMED) {
        rejected.add(origin);
      } else {
        moreRejected++;
      }
    }
    try {
      out.write(mapper.writeValueAsString(new Line(origin, outcome, reasons)));
      out.newLine();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
