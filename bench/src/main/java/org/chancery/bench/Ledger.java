package org.chancery.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.chancery.app.config.LedgerApplication;
import org.chancery.command.CommandDispatcher;
import org.chancery.command.CommandReader;
import org.chancery.command.CommandReader.Envelope;
import org.chancery.command.Outcome;
import org.chancery.command.Submission;
import org.chancery.intake.ledger.LocalSubmitter;
import org.chancery.intake.ledger.Verdict;
import org.chancery.intake.source.Draft;
import org.chancery.journal.ImportRun;
import org.chancery.journal.Journal;
import org.chancery.query.search.SearchIndex;
import org.chancery.readmodel.Projector;
import org.chancery.readmodel.ReadModels;
import org.chancery.readmodel.Rebuild;
import org.chancery.seal.Sealer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole ledger as it is shipped, with a web server where it is to serve. */
record Ledger(ConfigurableApplicationContext context) implements AutoCloseable {
  static final Envelope BENCH = new Envelope("bench", null, null, null);
  private static final int IMPORT = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /**
   * Opens a ledger that takes commands. Nothing follows its journal, neither read models nor seals
   * nor the search: the bare database does not do their work either.
   */
  static Ledger forCommands(Path data, ContestantDatabase journal) {
    Ledger ledger = whole(data, journal);
    ledger.get(Projector.class).stop();
    ledger.get(Sealer.class).close();
    ledger.get(SearchIndex.class).stop();
    return ledger;
  }

  /** Opens a ledger that takes commands, follows and seals, as a server does. */
  static Ledger whole(Path data, ContestantDatabase journal) {
    return new Ledger(run(data, journal, LedgerApplication.class));
  }

  /** The same, with its journal in its data folder. */
  static Ledger in(Path data) {
    return new Ledger(
        application(Map.of("chancery.data", data.toAbsolutePath().toString()))
            .sources(LedgerApplication.class)
            .web(WebApplicationType.NONE)
            .run());
  }

  /** Opens a ledger that serves on a free port of loopback, beside it what is given. */
  static Ledger serving(Path data, ContestantDatabase journal, Object beside, Class<?>... parts) {
    return new Ledger(
        application(data, journal, parts)
            .sources(LedgerApplication.class)
            .web(WebApplicationType.SERVLET)
            .initializers(
                context ->
                    context.getBeanFactory().registerSingleton(beside.getClass().getName(), beside))
            .run("--server.address=127.0.0.1", "--server.port=0"));
  }

  /** Opens one of several servers on a journal, which has the given role. */
  static Ledger node(Path data, ContestantDatabase journal, String role) {
    return new Ledger(
        application(data, journal, LedgerApplication.class)
            .properties(
                Map.of(
                    "chancery.role",
                    role,
                    "chancery.seal.keys",
                    data.resolveSibling("keys").toString()))
            .web(role.equals("query") ? WebApplicationType.SERVLET : WebApplicationType.NONE)
            .run("--server.address=127.0.0.1", "--server.port=0"));
  }

  /** Opens a ledger in which nothing has been started. */
  static Ledger idle(Path data, ContestantDatabase journal) {
    return new Ledger(run(data, journal, LedgerApplication.class, Unstarted.class));
  }

  private static ConfigurableApplicationContext run(
      Path data, ContestantDatabase journal, Class<?>... parts) {
    return application(data, journal, parts).web(WebApplicationType.NONE).run();
  }

  private static SpringApplicationBuilder application(
      Path data, ContestantDatabase journal, Class<?>... parts) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("chancery.data", data.toAbsolutePath().toString());
    settings.put("chancery.journal.url", journal.url());
    settings.put("chancery.journal.user", journal.user());
    return application(settings).sources(parts);
  }

  private static SpringApplicationBuilder application(Map<String, Object> settings) {
    return new SpringApplicationBuilder().logStartupInfo(false).properties(settings);
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** Of all read models, as an operator's replay: into the tables that do not answer. */
  Rebuild rebuild() {
    return get(Projector.class).rebuild(get(ReadModels.class).names(), 0, position -> {});
  }

  DataSource source(String name) {
    return context.getBean(name, DataSource.class);
  }

  DataSource journalSource() {
    return source("journalSource");
  }

  long position() {
    return get(Journal.class).head().position();
  }

  int port() {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  /** Imports invented stories of so many entries, and those whom they name. */
  void fill(int entries) {
    Stories stories = new Stories();
    takeTogether(Invented.namesakes());
    for (int left = entries; left > 0; left -= IMPORT) {
      take(stories.next(Math.min(left, IMPORT)));
    }
  }

  /** Waits until the answers have all that was recorded. */
  void awaitAnswers() throws InterruptedException {
    if (!get(ReadModels.class).await(position(), PATIENCE)) {
      throw new IllegalStateException("the read models take too long");
    }
  }

  /** Enters the drafts in one append. */
  void takeTogether(List<Draft> drafts) {
    CommandReader reader = get(CommandReader.class);
    List<Submission> submissions =
        drafts.stream()
            .map(
                draft -> reader.submission(draft.command(), draft.provenance(), draft.key(), BENCH))
            .toList();
    for (Outcome outcome : get(CommandDispatcher.class).submit(submissions)) {
      check(outcome);
    }
  }

  /** Fails where a command that must be accepted was not. */
  static void check(Outcome outcome) {
    if (!(outcome instanceof Outcome.Recorded)) {
      throw new IllegalStateException(outcome.toString());
    }
  }

  /** Imports the drafts as an import from a file does; each must be new and accepted. */
  void take(List<Draft> drafts) {
    LocalSubmitter submitter =
        new LocalSubmitter(
            get(CommandReader.class),
            get(CommandDispatcher.class),
            "bench",
            ImportRun.of("bench", "drafts"),
            null,
            Ledger::check);
    drafts.forEach(submitter::submit);
    submitter.finish();
  }

  private static void check(Draft draft, Verdict verdict) {
    if (!(verdict instanceof Verdict.Entered)) {
      throw new IllegalStateException("%s: %s".formatted(draft.key(), verdict));
    }
  }

  /** The entries after a position, as rows. */
  Rows entriesAfter(long position) {
    return Rows.of(journalSource(), "entry", "position > ? order by position", position);
  }

  @Override
  public void close() {
    context.close();
  }
}
