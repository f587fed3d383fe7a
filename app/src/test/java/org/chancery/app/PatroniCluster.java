package org.chancery.app;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * Three PostgreSQL servers under Patroni by docker/patroni.yml, one etcd, and docker/haproxy.cfg
 * before them: Debian's programs, on loopback, as the user postgres where this is root.
 */
final class PatroniCluster implements AutoCloseable {
  private static final Path PATRONI = Path.of("/usr/bin/patroni");
  private static final Path ETCD = Path.of("/usr/bin/etcd");
  private static final Path HAPROXY = Path.of("/usr/sbin/haproxy");
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  static final String PASSWORD = "not-a-secret-on-loopback";
  private static final int SERVERS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long ENDING = 30; // seconds

  private final Path folder = Files.createTempDirectory("patroni");
  private final int keeper = freePort();
  private final int proxyPort = freePort();
  private final List<Server> servers = new ArrayList<>();
  private final List<Process> others = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  /** One of the servers: what Patroni answers at, and PostgreSQL. */
  private final class Server {
    private final String name;
    private final Path data;
    private final int rest = freePort();
    private final int port = freePort();
    private Process patroni;

    Server(String name) throws IOException {
      this.name = name;
      this.data = folder.resolve(name);
      this.patroni = run();
    }

    private Process run() throws IOException {
      Map<String, String> told = new TreeMap<>();
      told.put("PATRONI_NAME", name);
      told.put("PATRONI_ETCD3_HOSTS", "127.0.0.1:" + keeper);
      told.put("PATRONI_RESTAPI_LISTEN", "127.0.0.1:" + rest);
      told.put("PATRONI_RESTAPI_CONNECT_ADDRESS", "127.0.0.1:" + rest);
      told.put("PATRONI_POSTGRESQL_LISTEN", "127.0.0.1:" + port);
      told.put("PATRONI_POSTGRESQL_CONNECT_ADDRESS", "127.0.0.1:" + port);
      told.put("PATRONI_POSTGRESQL_DATA_DIR", data.toString());
      told.put("PATRONI_POSTGRESQL_BIN_DIR", binaries().orElseThrow().toString());
      told.put("PATRONI_POSTGRESQL_PGPASS", folder.resolve(name + ".pgpass").toString());
      for (String who : new String[] {"SUPERUSER", "REPLICATION", "REWIND"}) {
        told.put("PATRONI_" + who + "_PASSWORD", PASSWORD);
      }
      return start(name, told, PATRONI.toString(), folder.resolve("patroni.yml").toString());
    }

    boolean isPrimary() {
      try {
        HttpRequest asked =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + rest + "/primary"))
                .timeout(Duration.ofSeconds(2))
                .build();
        return http.send(asked, BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException absent) {
        return false;
      } catch (InterruptedException stopping) {
        throw new IllegalStateException(stopping);
      }
    }

    /** The postmaster is no child of Patroni's. */
    private Optional<ProcessHandle> postmaster() {
      try {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid))
            .filter(process -> process.info().command().orElse("").startsWith(VERSIONS.toString()));
      } catch (IOException none) {
        return Optional.empty();
      }
    }

    void kill() {
      List<ProcessHandle> all = new ArrayList<>(patroni.descendants().toList());
      postmaster().ifPresent(process -> all.addAll(process.descendants().toList()));
      patroni.destroyForcibly();
      postmaster().ifPresent(ProcessHandle::destroyForcibly);
      all.forEach(ProcessHandle::destroyForcibly);
    }

    void stop() {
      patroni.destroy();
      end(patroni);
      postmaster().ifPresent(process -> kill());
    }
  }

  /** Starts them; the test is skipped where a program is missing. */
  PatroniCluster() throws IOException {
    prepare();
    others.add(startEtcd());
    for (int n = 1; n <= SERVERS; n++) {
      servers.add(new Server("postgres" + n));
    }
    others.add(startProxy());
    await().atMost(PATIENCE).until(() -> primary().isPresent());
    awaitStandbys();
  }

  /** Returns once both standbys follow, and a commit waits for one of them. */
  void awaitStandbys() {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                admin("postgres")
                    .sql(
                        "select count(*) = 2 and count(*) filter (where sync_state = 'sync') = 1"
                            + " from pg_stat_replication where state = 'streaming'")
                    .query(Boolean.class)
                    .single());
  }

  static void assumeInstalled() {
    for (Path program : List.of(PATRONI, ETCD, HAPROXY)) {
      assumeThat(program)
          .as("%s is not installed: apt-get install patroni etcd-server haproxy", program)
          .isExecutable();
    }
    assumeThat(binaries())
        .as("PostgreSQL is not installed: apt-get install postgresql")
        .isPresent();
  }

  private static Optional<Path> binaries() {
    if (!Files.isDirectory(VERSIONS)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
          .max(Comparator.naturalOrder());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String project(String file) throws IOException {
    return Files.readString(Compose.read(Map.of()).folder().resolve(file));
  }

  private void prepare() throws IOException {
    Files.createDirectory(folder.resolve("archive"));
    Files.writeString(
        folder.resolve("patroni.yml"),
        project("docker/patroni.yml").replace("/archive", folder.resolve("archive").toString()));
    if (isRoot()) {
      end(new ProcessBuilder("chown", "-R", "postgres", folder.toString()).inheritIO().start());
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private Process startEtcd() throws IOException {
    String clients = "http://127.0.0.1:" + keeper;
    String peers = "http://127.0.0.1:" + freePort();
    return start(
        "etcd",
        Map.of(),
        ETCD.toString(),
        "--data-dir=" + folder.resolve("etcd"),
        "--listen-client-urls=" + clients,
        "--advertise-client-urls=" + clients,
        "--listen-peer-urls=" + peers,
        "--initial-advertise-peer-urls=" + peers,
        "--initial-cluster=default=" + peers);
  }

  /** But for addresses and ports. */
  private Process startProxy() throws IOException {
    String here =
        project("docker/haproxy.cfg")
            .replace("bind :8080", "bind 127.0.0.1:" + freePort())
            .replace("bind :5432", "bind 127.0.0.1:" + proxyPort)
            .replaceAll("(command|query)\\d:8080", "127.0.0.1:" + freePort());
    for (Server server : servers) {
      here =
          here.replace(
              server.name + ":5432 check port 8008",
              "127.0.0.1:%d check port %d".formatted(server.port, server.rest));
    }
    Path file = Files.writeString(folder.resolve("haproxy.cfg"), here);
    return start("haproxy", Map.of(), HAPROXY.toString(), "-db", "-f", file.toString());
  }

  /** {@code setpriv} becomes the program, so the process is the program's. */
  private Process start(String name, Map<String, String> environment, String... command)
      throws IOException {
    List<String> line = new ArrayList<>();
    if (isRoot()) {
      line.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
    }
    line.addAll(Arrays.asList(command));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Optional<Server> primary() {
    return servers.stream().filter(Server::isPrimary).findFirst();
  }

  /** The primary's database, through the proxy. */
  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(proxyPort, database);
  }

  JdbcClient admin(String database) {
    return JdbcClient.create(new DriverManagerDataSource(url(database), "postgres", PASSWORD));
  }

  /** Kills Patroni and PostgreSQL of the primary at once; returns which it was. */
  String killPrimary() {
    Server killed = primary().orElseThrow();
    killed.kill();
    return killed.name;
  }

  /** Starts Patroni again there, as a supervisor would. */
  void restart(String name) throws IOException {
    for (Server server : servers) {
      if (server.name.equals(name)) {
        end(server.patroni);
        server.patroni = server.run();
      }
    }
  }

  private static void end(Process process) {
    try {
      if (!process.waitFor(ENDING, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    servers.forEach(Server::stop);
    for (Process other : others) {
      other.destroy();
      end(other);
    }
    FileSystemUtils.deleteRecursively(folder);
  }
}
