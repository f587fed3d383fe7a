package org.chancery.app.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.app.config.LedgerProperties;
import org.chancery.app.importing.SourceFolder.Part;
import org.chancery.command.CommandDispatcher;
import org.chancery.command.CommandReader;
import org.chancery.command.Foresight;
import org.chancery.intake.Intake;
import org.chancery.intake.Summary;
import org.chancery.intake.ledger.LocalSubmitter;
import org.chancery.intake.ledger.RecordedEntries;
import org.chancery.intake.ledger.Verdict;
import org.chancery.intake.source.Draft;
import org.chancery.journal.ImportRun;
import org.chancery.room.desk.Uploads;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Uploads that were begun at the desk. One runs at a time, for each asks what the ledger holds by
 * then. Nothing interrupts its thread (H2 would close its file): when the server stops, it ends at
 * the next record.
 */
@Component
@ConditionalOnWebApplication
final class ImportRuns implements Uploads, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(ImportRuns.class);
  private static final int KEPT = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CommandReader reader;
  private final CommandDispatcher dispatcher;
  private final Foresight foresight;
  private final EventStorageEngine journal;
  private final Clock clock;
  private final Path folder;
  private final Deque<Job> jobs = new ConcurrentLinkedDeque<>();
  private final ExecutorService one =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("import").factory());
  private volatile boolean stopping;

  ImportRuns(
      CommandReader reader,
      CommandDispatcher dispatcher,
      Foresight foresight,
      EventStorageEngine journal,
      Clock clock,
      LedgerProperties properties) {
    this.reader = reader;
    this.dispatcher = dispatcher;
    this.foresight = foresight;
    this.journal = journal;
    this.clock = clock;
    this.folder = properties.data().resolve("imports");
  }

  @Override
  public List<Kind> kinds() {
    return Arrays.stream(SourceFormat.values())
        .map(format -> new Kind(format.name(), about(format)))
        .toList();
  }

  private static String about(SourceFormat format) {
    return switch (format) {
      case travels -> "A release of the travels of presidents and secretaries, zipped";
      case relations -> "A table of diplomatic relations (CSV)";
      case parties -> "The folder with countries.csv and territories.csv, zipped";
      case visits -> "Visits by foreign leaders: one file (XML), or the folder of them, zipped";
      case presidents -> "The terms of presidents, presidents.xml";
      case missions -> "Chiefs of mission: the folder pocom, zipped";
      case commands -> "Commands, a line of JSON each (NDJSON)";
      case all -> "A folder that holds some of the others, zipped";
    };
  }

  @Override
  public Run begin(String principal, String kind, String name, InputStream content)
      throws IOException {
    SourceFormat format =
        Arrays.stream(SourceFormat.values())
            .filter(each -> each.name().equals(kind))
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(RefusalCode.INVALID_FIELDS, "choose what the file is")));
    UploadedSources sources = UploadedSources.received(format, name, content, uploads());
    Job job = new Job(format, principal, sources, clock.instant());
    jobs.addFirst(job);
    while (jobs.size() > KEPT) {
      jobs.removeLast();
    }
    one.execute(job);
    return job.told();
  }

  /** What a server left there that was killed is removed before the first of this one. */
  private Path uploads() throws IOException {
    Path uploads = folder.resolve("uploads");
    if (jobs.isEmpty()) {
      FileSystemUtils.deleteRecursively(uploads);
    }
    return Files.createDirectories(uploads);
  }

  @Override
  public List<Run> runs() {
    return jobs.stream().map(Job::told).toList();
  }

  private Optional<Job> job(String id) {
    return jobs.stream().filter(job -> job.id.equals(id)).findFirst();
  }

  @Override
  public Optional<Run> find(String id) {
    return job(id).map(Job::told);
  }

  @Override
  public Optional<Path> report(String id) {
    return job(id).map(job -> job.report).filter(Files::exists);
  }

  @Override
  public void destroy() throws InterruptedException {
    stopping = true;
    one.shutdown();
    if (!one.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      log.warn("an import goes on though the server stops");
    }
  }

  /** One of them. */
  private final class Job implements Runnable {
    private static final int TOLD = 100;

    private final String id = UUID.randomUUID().toString();
    private final SourceFormat format;
    private final String principal;
    private final UploadedSources sources;
    private final Instant begun;
    private final Path report = folder.resolve(id + ".import-report.ndjson");
    private final List<Remark> refused = new ArrayList<>();
    private final List<Remark> others = new ArrayList<>();
    private State state = State.WAITING;
    private Summary summary = Summary.NONE;
    private long before;
    private long done;
    private long all;
    private String failure = "";

    Job(SourceFormat format, String principal, UploadedSources sources, Instant begun) {
      this.format = format;
      this.principal = principal;
      this.sources = sources;
      this.begun = begun;
    }

    @Override
    public void run() {
      become(State.RUNNING);
      try (sources) {
        try (ImportReport written = new ImportReport(report)) {
          count();
          for (Part part : sources.parts()) {
            take(part, written);
          }
        }
        become(State.DONE);
      } catch (IOException | RuntimeException broken) {
        log.warn("an import broke off", broken);
        fail(broken instanceof IOException ? "The source cannot be read to its end." : "");
      }
    }

    private void count() throws IOException {
      for (Part part : sources.parts()) {
        add(part.format().count(reader, part.sources()));
      }
    }

    private void take(Part part, ImportReport written) throws IOException {
      SourceFormat of = part.format();
      String named = ImportRun.called(part.name());
      ImportRun run = ImportRun.of(of.name(), named.isEmpty() ? of.name() : named);
      Foresight warning = of.warns() ? foresight : null;
      Summary came =
          new Intake(
                  (origin, outcome, reasons) -> remark(written, origin, outcome, reasons),
                  this::at,
                  of.keepsDiscrepancies())
              .take(
                  of.reader(
                      reader, SourceFormat.Known.in(RecordedEntries.in(journal)), part.sources()),
                  part.sources().getFirst(),
                  verdicts ->
                      new LocalSubmitter(
                          reader,
                          dispatcher,
                          principal,
                          run,
                          warning,
                          watching(verdicts, written)));
      add(came);
    }

    private BiConsumer<Draft, Verdict> watching(
        BiConsumer<Draft, Verdict> verdicts, ImportReport written) {
      return (draft, verdict) -> {
        if (verdict instanceof Verdict.Entered(var said) && !said.isEmpty()) {
          remark(written, draft.origin(), "new", said);
        }
        verdicts.accept(draft, verdict);
      };
    }

    private synchronized void remark(
        ImportReport written, String origin, String outcome, List<String> reasons) {
      written.write(origin, outcome, reasons);
      List<Remark> alike = outcome.equals("refused") ? refused : others;
      if (alike.size() < TOLD) {
        alike.add(new Remark(origin, outcome, List.copyOf(reasons)));
      }
    }

    private synchronized void become(State next) {
      state = next;
    }

    private synchronized void fail(String why) {
      state = State.FAILED;
      failure = why.isEmpty() ? "The ledger failed, or stopped; the cause is in its log." : why;
    }

    private synchronized void at(long read) {
      if (stopping) {
        throw new IllegalStateException("the server stops");
      }
      done = before + read;
      all = Math.max(all, done);
    }

    private synchronized void add(long counted) {
      all += counted;
    }

    private synchronized void add(Summary part) {
      summary = summary.and(part);
      before = summary.read();
    }

    private String called() {
      return sources.parts().size() == 1 ? sources.parts().getFirst().name() : format.name();
    }

    synchronized Run told() {
      return new Run(
          id,
          format.name(),
          called(),
          principal,
          begun,
          state,
          done,
          all,
          state.isOver() ? counts() : List.of(),
          Stream.concat(refused.stream(), others.stream()).toList(),
          failure);
    }

    private List<Count> counts() {
      return List.of(
          new Count("read", summary.read()),
          new Count("new", summary.added()),
          new Count("corrected", summary.corrected()),
          new Count("retracted", summary.retracted()),
          new Count("unchanged", summary.unchanged()),
          new Count("flagged", summary.flagged()),
          new Count("refused", summary.refused()));
    }
  }
}
