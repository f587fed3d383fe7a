package org.chancery.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chancery.app.config.LedgerProperties.Role;
import org.chancery.app.config.LedgerSettings;
import org.chancery.app.config.UsageException;
import org.chancery.command.Bulk;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Serves the sample story, ready to look at. */
@Command(
    name = "demo",
    description = "Serves the bundled sample story.",
    footer = {"", "Example:", "  chancery demo --port 8081 --open"})
public final class DemoVerb implements Callable<Integer> {
  private static final String STORY = "sample/story.ndjson";

  private static final String PAGE = "/";

  @Option(names = "--data", defaultValue = "demo-data", description = "Default: ${DEFAULT-VALUE}")
  Path data = Path.of("demo-data");

  @Option(
      names = "--port",
      defaultValue = "8080",
      converter = PortConverter.class,
      description = "Default: ${DEFAULT-VALUE}")
  int port;

  @Option(names = "--open", description = "Opens a browser on it; where that fails, it is noted.")
  boolean open;

  @Override
  public Integer call() throws IOException {
    if (LedgerSettings.of(data).role() != Role.ALL) {
      throw new UsageException("the demo does all by itself: leave chancery.role out");
    }
    ConfigurableApplicationContext server = ServeVerb.start(data, "127.0.0.1", port, Map.of());
    tell(server.getBean(Bulk.class));
    ServerLocator readiness = server.getBean(ServerLocator.class);
    System.out.println(readiness.line());
    lookAt(readiness.address());
    if (open) {
      String note =
          Browser.open(
              Browser.command(
                  System.getProperty("os.name", ""), readiness.address().resolve(PAGE)));
      System.err.print(note.isEmpty() ? "" : note + System.lineSeparator());
    }
    return ServeVerb.SERVING;
  }

  /** Telling it again changes nothing: each line has its key. */
  public static void tell(Bulk bulk) throws IOException {
    try (InputStream story = new ClassPathResource(STORY).getInputStream()) {
      bulk.execute(story, "sample", DemoVerb::check);
    }
  }

  private static void check(ObjectNode answer) {
    if (answer.path("status").asInt() >= 400) {
      throw new UncheckedIOException(new IOException("the sample was refused: " + answer));
    }
  }

  private static void lookAt(URI server) {
    System.out.println(
        """
          The reading room, for a browser:      %1$s/
          What became of US-Russian relations:  %1$s/relationships/US/RU
          Everything that happened, in order:   %1$s/api/timeline
          All that can be asked, and tried:     %1$s/api/docs\
        """
            .formatted(server));
  }
}
