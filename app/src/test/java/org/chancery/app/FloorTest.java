package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.chancery.readmodel.Projector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is answered by one server after another does not go back in time. */
@Tag("slow")
class FloorTest {
  private static final String FLOOR = "Ledger-Min-Position";
  private static final String COOKIE = "chancery-position=";
  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static Ledger one;
  private static Ledger other;

  @BeforeAll
  static void start() throws Exception {
    postgres = Postgres.start();
    one = node("one");
    other = node("other");
  }

  @AfterAll
  static void stop() throws Exception {
    other.close();
    one.close();
    postgres.close();
  }

  private static Ledger node(String name) throws Exception {
    return Ledger.start(
        folder.resolve(name),
        Map.of(
            "chancery.nodes",
            "many",
            "chancery.seal.enabled",
            name.equals("one"),
            "chancery.journal.url",
            postgres.getJdbcUrl("postgres", "postgres"),
            "chancery.journal.user",
            "postgres"));
  }

  private static long register(String name) {
    long position =
        one.http()
            .command("RegisterOfficial", "{\"name\": \"%s\"}".formatted(name))
            .expect(201)
            .position();
    one.http().get("/api/officials?minPosition=" + position).expect(200);
    return position;
  }

  @Test
  void anAnswerTellsItsPositionInItsHead() {
    long position = register("First");
    Reply list = one.http().get("/api/officials").expect(200);
    assertThat(list.position()).isEqualTo(list.json().at("/asOf/position").asLong());
    assertThat(list.position()).isGreaterThanOrEqualTo(position);
    assertThat(one.http().get("/api/entries/1").position()).isGreaterThanOrEqualTo(position);
    assertThat(one.http().get("/api/officials?knownAt=position:1").position()).isEqualTo(1);
  }

  @Test
  void aServerThatIsBehindSaysSoInsteadOfAnsweringLess() {
    Projector behind = other.context().getBean(Projector.class);
    behind.stop();
    try {
      long seen = register("Second");
      Reply less = other.http().get("/api/officials").expect(200);
      assertThat(less.position()).isLessThan(seen);
      other.http().get("/api/officials", FLOOR, "" + seen).expectProblem(503, "NOT_YET");
      other.http().get("/api/officials?knownAt=position:1", FLOOR, "" + seen).expect(200);
      other.http().get("/api/entries/" + seen, FLOOR, "" + seen).expect(200);
      other.http().get("/officials", "Accept", "text/html", "Cookie", COOKIE + seen).expect(503);
    } finally {
      behind.start();
    }
  }

  @Test
  void aServerThatIsBehindIsWaitedFor() throws Exception {
    Projector behind = other.context().getBean(Projector.class);
    behind.stop();
    long seen = register("Third");
    Thread.ofVirtual().start(behind::start);
    assertThat(other.http().get("/api/officials", FLOOR, "" + seen).expect(200).position())
        .isGreaterThanOrEqualTo(seen);
  }

  @Test
  void aPageHasABrowserRememberWhatItShowed() {
    long seen = register("Fourth");
    Reply page = one.http().get("/officials", "Accept", "text/html").expect(200);
    assertThat(page.header("Set-Cookie"))
        .startsWith(COOKIE)
        .contains("HttpOnly", "SameSite=Lax", "Path=/");
    long shown = Long.parseLong(page.header("Set-Cookie").replaceAll("^[^=]*=|;.*$", ""));
    assertThat(shown).isGreaterThanOrEqualTo(seen);
    Reply again =
        other.http().get("/officials", "Accept", "text/html", "Cookie", COOKIE + shown).expect(200);
    assertThat(again.body()).contains("Fourth");
    assertThat(again.header("Set-Cookie")).isEmpty();
    Reply past =
        other
            .http()
            .get("/officials?knownAt=position:1", "Accept", "text/html", "Cookie", COOKIE + shown);
    assertThat(past.expect(200).header("Set-Cookie")).isEmpty();
    assertThat(one.http().get("/api/officials").header("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999", "soon", "", "-1", "12345678901234567890"})
  void whatABrowserCannotHaveBeenShownGivesWay(String cookie) {
    register("Fifth " + cookie);
    Reply page =
        other
            .http()
            .get("/officials", "Accept", "text/html", "Cookie", COOKIE + cookie)
            .expect(200);
    assertThat(page.header("Set-Cookie")).startsWith(COOKIE).doesNotContain("999999999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "1,2", "1.5", "12345678901234567890", "position:1"})
  void whatIsNoPositionIsAFault(String floor) {
    for (String path : new String[] {"/api/officials", "/api/entries", "/api/proofs/keys"}) {
      Reply refused = one.http().get(path, FLOOR, floor).expectProblem(400, "UNREADABLE");
      assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/" + FLOOR);
    }
    one.http().get("/api/officials", FLOOR, "1", FLOOR, "2").expectProblem(400, "UNREADABLE");
  }

  @Test
  void aLedgerAloneLeavesNothingInABrowser() throws Exception {
    try (Ledger alone = Ledger.start(folder.resolve("alone"), Map.of())) {
      alone.http().command("RegisterOfficial", "{\"name\": \"Alone\"}").expect(201);
      assertThat(alone.http().get("/officials", "Accept", "text/html").header("Set-Cookie"))
          .isEmpty();
      alone.http().get("/api/officials", FLOOR, "7").expectProblem(503, "NOT_YET");
      alone.http().get("/api/entries", FLOOR, "7").expectProblem(503, "NOT_YET");
    }
  }
}
