package org.chancery.app.importing;

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
  private final List<String> refused = new ArrayList<>();
  private long moreRefused;

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

  /** Writes to that file. */
  public ImportReport(Path file) throws IOException {
    out = Files.newBufferedWriter(file);
  }

  /** Which records were refused, in a line; empty where none was. */
  public Optional<String> refused(Path file) {
    String more = moreRefused == 0 ? "" : "; and %d more in %s".formatted(moreRefused, file);
    return refused.isEmpty()
        ? Optional.empty()
        : Optional.of("refused: " + Visible.line(String.join("; ", refused)) + more);
  }

  @Override
  public void write(String origin, String outcome, List<String> reasons) {
    if (outcome.equals("refused")) {
      if (refused.size() < NAMED) {
        refused.add(origin);
      } else {
        moreRefused++;
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
