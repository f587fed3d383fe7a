package org.chancery.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.chancery.intake.ledger.RemoteLedger;
import org.chancery.journal.Journal;
import org.chancery.query.export.ExportParameters;
import org.chancery.query.export.Exports;
import org.chancery.query.export.Exports.Ready;
import org.chancery.query.proof.SealedJournal;
import org.chancery.readmodel.ReadModels;
import org.chancery.seal.Seal;
import org.chancery.seal.export.ExportCount;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes entries to a file, with what proves them. */
@Command(
    name = "export",
    description = "Writes entries to a file that is checked without the ledger (see verify).",
    footer = {"", "Example:", "  chancery export russia.jsonl --party RU --data demo-data"})
final class ExportVerb implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Parameters(index = "0", paramLabel = "FILE", description = "Where to; JSON Lines.")
  Path file = Path.of("ledger.export.jsonl");

  @Mixin ServerOptions through = new ServerOptions();

  @Mixin ExportFilters filters = new ExportFilters();

  /** What is cut must not be taken for an export, so it gets its name at the end. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    RemoteLedger running = through.toRead();
    try {
      if (running == null) {
        write(part);
      } else {
        fetch(running, part);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    System.out.printf("export: %s, %d bytes%n", file, Files.size(file));
    return Chancery.DONE;
  }

  private void fetch(RemoteLedger running, Path part) throws IOException {
    HttpResponse<InputStream> answer =
        running.send(running.to("/api/exports" + filters.query()), BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new IOException(
            "the server answers %d: %s"
                .formatted(
                    answer.statusCode(),
                    new String(body.readNBytes(4096), StandardCharsets.UTF_8)));
      }
      Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void write(Path part) throws IOException, InterruptedException {
    try (ConfigurableApplicationContext ledger = ServeVerb.open(through.data.existing())) {
      ledger.getBean(SealedJournal.class).signingKeys();
      long head = ledger.getBean(Journal.class).refreshedHead().position();
      ReadModels models = ledger.getBean(ReadModels.class);
      boolean known = !models.areKept() || models.await(head, PATIENCE);
      if (!known || !ledger.getBean(Seal.class).await(head, PATIENCE)) {
        throw new IOException("the ledger did not catch up in time");
      }
      Ready ready = ledger.getBean(Exports.class).of(filters.asked());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
          Progress bar = new Progress("export", ready.issued().size())) {
        ExportCount tally = ready.export().write(ready.wanted(), ready.issued(), out, bar::at);
        System.out.printf("%d of %d entries%n", tally.entries(), ready.issued().size());
      }
    }
  }

  /** What is exported, as options. */
  static final class ExportFilters {

    @Option(names = "--subject", description = "Such as meetings/bonn-2017-us-ru.")
    @Nullable String subject;

    @Option(names = "--party", description = "All on subjects of which an entry names the party.")
    @Nullable String party;

    @Option(
        names = "--official",
        description = "All on subjects of which an entry names the official.")
    @Nullable String official;

    @Option(names = "--name", description = "Such as meeting.held.")
    @Nullable String name;

    @Option(names = "--recorded-by", description = "The principal.")
    @Nullable String recordedBy;

    @Option(names = "--source", description = "Text that some source contains.")
    @Nullable String source;

    @Option(
        names = "--from",
        description = "Recorded at or after the instant, or from that day on.")
    @Nullable String from;

    @Option(
        names = "--to",
        description = "Recorded before the instant, or up to the end of that day.")
    @Nullable String to;

    @Option(names = "--since", description = "The size of a checkpoint that you kept.")
    @Nullable Long since;

    ExportParameters asked() {
      return new ExportParameters(
          subject, party, official, name, recordedBy, source, from, to, since);
    }

    /** As the query of an address. */
    String query() {
      Map<String, String> given = asked().texts();
      if (since != null) {
        given.put("since", since.toString());
      }
      return given.entrySet().stream()
          .map(each -> each.getKey() + "=" + encoded(each.getValue()))
          .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String value) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }
}
