package org.chancery.app.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.chancery.app.config.LedgerApplication;
import org.chancery.app.config.LedgerSettings;
import org.chancery.app.config.NodeInLog;
import org.chancery.app.config.UsageException;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a ledger until it is told to stop. */
@Command(
    name = "serve",
    description = "Serves the ledger in --data.",
    footer = {"", "Example:", "  chancery serve --data demo-data --port 8081"})
public final class ServeVerb implements Callable<Integer> {
  /** The exit code that is none: the server's threads go on. */
  static final int SERVING = -1;

  @Mixin DataOption data = new DataOption();

  @Option(
      names = "--port",
      defaultValue = "8080",
      converter = PortConverter.class,
      description = "Default: ${DEFAULT-VALUE}")
  int port;

  @Option(
      names = "--host",
      defaultValue = "${env:CHANCERY_HOST:-127.0.0.1}",
      description = "Default: ${DEFAULT-VALUE}")
  String host = "127.0.0.1";

  @Override
  public Integer call() {
    ConfigurableApplicationContext server = start(data.folder, host, port, Map.of());
    System.out.println(server.getBean(ServerLocator.class).line());
    return SERVING;
  }

  /** Starts a server and returns once it can answer. */
  public static ConfigurableApplicationContext start(
      Path data, String host, int port, Map<String, Object> more) {
    requireFree(host, port);
    Map<String, Object> settings = new TreeMap<>(more);
    settings.put("server.address", host);
    settings.put("server.port", port);
    return run(WebApplicationType.SERVLET, data, settings);
  }

  /** Before a ledger is made; whatever else is wrong with the address, the server will tell. */
  private static void requireFree(String host, int port) {
    try (ServerSocket free = new ServerSocket()) {
      free.bind(new InetSocketAddress(host, port));
    } catch (BindException taken) {
      if (String.valueOf(taken.getMessage()).contains("in use")) {
        throw new IllegalStateException(
            "port %d of %s is taken; --port takes another".formatted(port, host));
      }
    } catch (IOException unfit) {
      return;
    }
  }

  /** Starts a server for this program alone: it is silent, and seals nothing. */
  static ConfigurableApplicationContext startWithin(Path data) {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("server.address", "127.0.0.1");
    settings.put("server.port", 0);
    settings.put("chancery.seal.enabled", false);
    return run(WebApplicationType.SERVLET, data, settings, LedgerSettings.silent());
  }

  /** Opens a ledger without a server. */
  public static ConfigurableApplicationContext open(Path data) {
    return run(WebApplicationType.NONE, data, new TreeMap<>());
  }

  private static ConfigurableApplicationContext run(
      WebApplicationType type, Path data, Map<String, Object> settings, String... arguments) {
    if (Files.exists(data) && !Files.isDirectory(data)) {
      throw new UsageException(data + " is not a folder");
    }
    settings.put("chancery.data", data.toAbsolutePath().normalize().toString());
    SpringApplication application = new SpringApplication(LedgerApplication.class);
    application.setWebApplicationType(type);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.addInitializers(
        context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("verb", settings)),
        context -> NodeInLog.tell(context.getEnvironment()));
    return application.run(arguments);
  }
}
