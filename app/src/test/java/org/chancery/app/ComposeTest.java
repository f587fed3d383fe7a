package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chancery.app.security.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** What docker-compose.yml says, done without Docker. */
@Timeout(180)
@Tag("slow")
class ComposeTest {
  private static final Pattern READY =
      Pattern.compile("Chancery is ready at http://0\\.0\\.0\\.0:(\\d+) \\(.*");

  /** As the image has it; the embedded server's own user is let in to set it up. */
  private static final String WHO_NEEDS_A_PASSWORD =
      "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n";

  @TempDir Path data;
  @TempDir Path place;
  private final Compose compose;

  ComposeTest() throws IOException {
    this.compose = Compose.read(Map.of("CHANCERY_DB_PASSWORD", "not the usual one"));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }

  @Test
  void theLedgerWaitsForAHealthyDatabaseAndIsHealthyOnceItIsReady() {
    assertThat(compose.file().path("services").propertyNames())
        .containsExactlyInAnyOrder("database", "ledger");
    assertThat(compose.service("ledger").at("/depends_on/database/condition").asString())
        .isEqualTo("service_healthy");
    assertThat(texts(compose.service("database").at("/healthcheck/test")))
        .contains("pg_isready", "--username=chancery", "--dbname=views");
    assertThat(texts(compose.service("ledger").at("/healthcheck/test")))
        .contains("curl", "http://127.0.0.1:8080/actuator/health/readiness");
  }

  @Test
  void whatMustOutliveAContainerIsInAVolumeAndWhatIsMountedIsThere() {
    List<String> mounted =
        Stream.of("database", "ledger")
            .flatMap(service -> texts(compose.service(service).path("volumes")).stream())
            .toList();
    assertThat(mounted)
        .containsExactly(
            "database:/var/lib/postgresql",
            "./docker/views.sql:/docker-entrypoint-initdb.d/views.sql:ro",
            "tokens:" + compose.environment("ledger").get("CHANCERY_DATA"));
    assertThat(compose.file().path("volumes").propertyNames())
        .containsExactlyInAnyOrder("database", "tokens");
    assertThat(compose.folder().resolve("docker/views.sql")).exists();
    assertThat(compose.folder().resolve("Dockerfile"))
        .content()
        .contains("VOLUME " + compose.environment("ledger").get("CHANCERY_DATA"), "EXPOSE 8080");
  }

  @Test
  void theServerIsReachedFromThisMachineAlone() {
    assertThat(texts(compose.service("ledger").path("ports")))
        .containsExactly("127.0.0.1:8080:8080");
    assertThat(compose.service("database").has("ports")).isFalse();
  }

  @Test
  void theServerBindsEachNameOfItsEnvironment() {
    assertThat(Compose.boundNames()).containsAll(compose.environment("ledger").keySet());
  }

  @Test
  void aLedgerThatIsSoStartedTakesACommandAndAnswersIt() throws Exception {
    Path hba = Files.writeString(place.resolve("pg_hba.conf"), WHO_NEEDS_A_PASSWORD);
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("hba_file", hba.toString())
            .start()) {
      initialize(postgres);
      try (ShellProcess server = ShellProcess.serve(data, environment(postgres))) {
        Matcher ready = READY.matcher(server.nextLine());
        assertThat(ready.matches()).isTrue();
        walk(URI.create("http://127.0.0.1:" + ready.group(1)));
      }
    }
    assertThat(data.resolve("journal.mv.db")).doesNotExist();
  }

  /** As the image does with what it is told, and with the files of its folder. */
  private void initialize(EmbeddedPostgres postgres) throws IOException {
    Map<String, String> told = compose.environment("database");
    JdbcTemplate admin = new JdbcTemplate(postgres.getPostgresDatabase());
    admin.execute(
        "create role %s superuser login password '%s'"
            .formatted(told.get("POSTGRES_USER"), told.get("POSTGRES_PASSWORD")));
    admin.execute("create database " + told.get("POSTGRES_DB"));
    String address = "jdbc:postgresql://127.0.0.1:%d/".formatted(postgres.getPort());
    new JdbcTemplate(
            new DriverManagerDataSource(
                address + told.get("POSTGRES_DB"),
                told.getOrDefault("POSTGRES_USER", ""),
                told.getOrDefault("POSTGRES_PASSWORD", "")))
        .execute(Files.readString(compose.folder().resolve("docker/views.sql")));
  }

  /** But for the database's address, and the folder, which the verb is told as in the image. */
  private Map<String, String> environment(EmbeddedPostgres postgres) {
    Map<String, String> environment = new TreeMap<>(compose.environment("ledger"));
    environment.replaceAll(
        (name, value) ->
            value.replace("//database:5432/", "//127.0.0.1:%d/".formatted(postgres.getPort())));
    environment.put("CHANCERY_DATA", data.toString());
    return environment;
  }

  private void walk(URI address) throws IOException {
    Http http = new Http(address, Tokens.recorder(data));
    http.as("").get("/api/parties").expectProblem(401, "UNAUTHENTICATED");
    http.as("").get("/actuator/health/readiness").expect(200);
    Map.of("united-states", "US", "russia", "RU")
        .forEach(
            (party, code) ->
                http.command(
                        "RegisterParty",
                        """
                        {"party": "%s", "name": "%s", "kind": "state", "codes": ["%s"]}
                        """
                            .formatted(party, party, code))
                    .expect(201));
    Walk.of(http, "walk-as-composed");
  }
}
