package org.chancery.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.chancery.journal.Journal;
import org.chancery.journal.export.Tally;
import org.chancery.journal.seal.Seal;
import org.chancery.query.asof.ReadModels;
import org.chancery.query.export.Exports;
import org.chancery.query.export.Exports.Ready;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes entries to a file, with what proves them. */
@Command(
    name = "export",
    description = "Writes entries to a file that is checked without the ledger (see verify).")
final class ExportVerb implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Parameters(index = "0", paramLabel = "FILE", description = "Where to; JSON Lines.")
  Path file = Path.of("ledger.export.jsonl");

  @Option(
      names = "--data",
      defaultValue = "${env:CHANCERY_DATA:-data}",
      description = "Default: ${DEFAULT-VALUE}")
  Path data = Path.of("data");

  @Option(names = "--server", description = "Default: the one that serves --data, if it runs.")
  @Nullable URI server;

  @Option(
      names = "--token",
      defaultValue = "${env:CHANCERY_TOKEN}",
      description = "Default: $CHANCERY_TOKEN; needed where reads need one.")
  @Nullable String token;

  @Mixin ExportFilters filters = new ExportFilters();

  /** What is cut must not be taken for an export, so it gets its name at the end. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    URI running = server == null ? Readiness.runningOn(data) : server;
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

  private void fetch(URI running, Path part) throws IOException, InterruptedException {
    URI address = running.resolve("/api/exports" + filters.query());
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
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
  }

  private void write(Path part) throws IOException, InterruptedException {
    if (!Files.isDirectory(data)) {
      throw new UsageException("there is no ledger in " + data);
    }
    try (ConfigurableApplicationContext ledger = ServeVerb.open(data)) {
      long head = ledger.getBean(Journal.class).refreshedHead().position();
      boolean known = ledger.getBean(ReadModels.class).await(head, PATIENCE);
      if (!known || !ledger.getBean(Seal.class).await(head, PATIENCE)) {
        throw new IOException("the ledger did not catch up in time");
      }
      Ready ready = ledger.getBean(Exports.class).of(filters.asked());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
          Progress bar = new Progress("export", ready.issued().size())) {
        Tally tally = ready.export().write(ready.wanted(), ready.issued(), out, bar::at);
        System.out.printf("%d of %d entries%n", tally.entries(), ready.issued().size());
      }
    }
  }
}
