package org.chancery.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.app.config.UsageException;
import org.chancery.app.importing.ImportReport;
import org.chancery.app.importing.SourceFolder;
import org.chancery.app.importing.SourceFormat;
import org.chancery.command.CommandDispatcher;
import org.chancery.command.CommandReader;
import org.chancery.command.Foresight;
import org.chancery.command.reference.Directory;
import org.chancery.intake.Intake;
import org.chancery.intake.Summary;
import org.chancery.intake.ledger.LocalSubmitter;
import org.chancery.intake.ledger.RecordedEntries;
import org.chancery.intake.ledger.RemoteLedger;
import org.chancery.intake.ledger.RemoteSubmitter;
import org.chancery.intake.ledger.Submitter;
import org.chancery.intake.ledger.Verdict;
import org.chancery.intake.source.Draft;
import org.chancery.journal.ImportRun;
import org.chancery.shared.Visible;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a source of history in. */
@Command(
    name = "import",
    description = "Takes a source in: into the server that runs, or straight into --data.",
    footer = {"", "Example:", "  chancery import travels travels-2026 --data ledger"})
final class ImportVerb implements Callable<Integer> {
  private static final String PRINCIPAL = "recorder";

  @Parameters(index = "0", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}")
  SourceFormat format = SourceFormat.commands;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "The folder or file to read; of visits there may be several. Of all, a folder with"
              + " reference/, travels*/, *relations.csv, visits/ and pocom/, or some of them.")
  List<Path> sources = List.of();

  @Mixin ServerOptions through = new ServerOptions();

  @Option(
      names = "--report",
      description = "Default: FORMAT.import-report.ndjson; with a number where that is taken.")
  @Nullable Path report;

  @Option(
      names = "--release",
      paramLabel = "NAME",
      description =
          "What the source is called, as in knownAt=release:NAME. Default: as its file or folder.")
  @Nullable String release;

  /** Where the drafts of an import go. */
  @FunctionalInterface
  private interface Ledger {
    Submitter taking(ImportRun run, BiConsumer<Draft, Verdict> verdicts);
  }

  @Override
  public Integer call() throws IOException {
    requireUsable();
    List<SourceFolder.Part> parts = parts();
    RemoteLedger running = through.toWrite();
    if (running != null) {
      return takeAll(
          parts,
          new CommandReader(new Directory()),
          () -> SourceFormat.Known.in(RecordedEntries.in(running)),
          (run, verdicts) -> new RemoteSubmitter(running, run, verdicts));
    }
    through.data.requireRecording();
    try (ConfigurableApplicationContext ledger = ServeVerb.open(through.data.folder)) {
      CommandReader reader = ledger.getBean(CommandReader.class);
      CommandDispatcher dispatcher = ledger.getBean(CommandDispatcher.class);
      Foresight foresight = format.warns() ? ledger.getBean(Foresight.class) : null;
      RecordedEntries entries = RecordedEntries.in(ledger.getBean(EventStorageEngine.class));
      return takeAll(
          parts,
          reader,
          () -> SourceFormat.Known.in(entries),
          (run, verdicts) ->
              new LocalSubmitter(reader, dispatcher, PRINCIPAL, run, foresight, verdicts));
    }
  }

  private void requireUsable() {
    for (Path source : sources) {
      if (!Files.exists(source)) {
        throw new UsageException("there is no " + source);
      }
    }
    if (sources.size() > 1 && format != SourceFormat.visits) {
      throw new UsageException("of %s one source is taken in at a time".formatted(format));
    }
    if (release != null && !release.equals(ImportRun.called(release))) {
      throw new UsageException("--release takes a name of at most 64 of a-z 0-9 . _ -");
    }
  }

  private List<SourceFolder.Part> parts() throws IOException {
    if (format != SourceFormat.all) {
      return List.of(new SourceFolder.Part(format, sources));
    }
    if (report != null || release != null) {
      throw new UsageException(
          "each part of a folder has a report and a name of its own: leave out %s"
              .formatted(report == null ? "--release" : "--report"));
    }
    return SourceFolder.parts(sources.getFirst());
  }

  private String called(SourceFolder.Part part) {
    String called = release == null ? ImportRun.called(part.name()) : release;
    return called.isEmpty() ? part.format().name() : called;
  }

  /** One after the other; each part asks what the ledger holds by then. */
  private int takeAll(
      List<SourceFolder.Part> parts,
      CommandReader reader,
      Supplier<SourceFormat.Known> known,
      Ledger ledger)
      throws IOException {
    Summary all = Summary.NONE;
    for (SourceFolder.Part part : parts) {
      all = all.and(take(part, reader, known.get(), ledger));
    }
    if (format == SourceFormat.all) {
      System.out.printf("%s: %s (records)%n", format, all);
    }
    return all.refused() > 0 ? Chancery.DONE_WITH_REMARKS : Chancery.DONE;
  }

  private Summary take(
      SourceFolder.Part part, CommandReader reader, SourceFormat.Known known, Ledger ledger)
      throws IOException {
    SourceFormat of = part.format();
    List<Path> from = part.sources();
    Path file = report == null ? ImportReport.next(Path.of(""), of.name()) : report;
    Summary summary;
    Optional<String> refused;
    AtomicLong warnings = new AtomicLong();
    ImportRun run = ImportRun.of(of.name(), called(part));
    try (ImportReport written = new ImportReport(file);
        Progress bar = new Progress(of.name(), of.count(reader, from))) {
      summary =
          new Intake(written, bar::at, of.keepsDiscrepancies())
              .take(
                  of.reader(reader, known, from),
                  from.getFirst(),
                  verdicts -> ledger.taking(run, watching(verdicts, written, warnings)));
      refused = written.refused(file);
    }
    String warned = of.warns() ? ", warnings %d".formatted(warnings.get()) : "";
    System.out.printf(
        "%s: %s%s (%s)%nreport: %s%n",
        of, summary, warned, of.records(), Visible.line(file.toString()));
    refused.map(Visible::line).ifPresent(System.out::println);
    return summary;
  }

  /** Counts and reports what was recorded with a warning. */
  private BiConsumer<Draft, Verdict> watching(
      BiConsumer<Draft, Verdict> verdicts, ImportReport report, AtomicLong warnings) {
    return (draft, verdict) -> {
      if (format.warns() && verdict instanceof Verdict.Entered(var said) && !said.isEmpty()) {
        warnings.addAndGet(said.size());
        report.write(draft.origin(), "new", said);
      }
      verdicts.accept(draft, verdict);
    };
  }
}
