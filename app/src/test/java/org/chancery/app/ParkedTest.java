package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.chancery.readmodel.Projector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** An entry is spoilt behind the ledger's back, as a later version's would look to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class ParkedTest {
  private static final String LATE = "/api/officials/late";

  private Ledger ledger;
  private Http http;

  @BeforeAll
  void starts() throws IOException {
    ledger = Ledger.start(Map.of());
    http = ledger.http();
  }

  @AfterAll
  void stops() throws IOException {
    ledger.close();
  }

  @Test
  void answersAndHealthSayWhatLacksUntilItIsTakenIn() {
    http.command("RegisterParty", "{\"party\":\"andorra\",\"name\":\"A\",\"kind\":\"state\"}");
    long sound = register("sound");
    Projector projector = ledger.context().getBean(Projector.class);
    projector.stop();
    long spoilt = register("late");
    long after = appoint("late");
    long other = register("other");
    revise(spoilt, 9);
    projector.start();

    Reply none = http.get(LATE + "?minPosition=" + other).expectProblem(404, "UNKNOWN_SUBJECT");
    assertThat(none.header("Ledger-Behind")).isEqualTo("%d, %d".formatted(spoilt, after));
    assertThat(Reply.positions(none.json().path("entries"))).containsExactly(spoilt, after);
    assertThat(behind("/api/officials")).containsExactly(spoilt, after);
    assertThat(behind("/api/officials/sound")).isEmpty();
    assertThat(behind("/api/relationships/russia/andorra/explanation")).contains(spoilt);
    assertThat(http.get("/api/timeline/stream?speed=36525").expect(200).body())
        .contains("\"behind\":[%d,%d]".formatted(spoilt, after));
    assertThat(behind(LATE.replace("late", "other"))).isEmpty();
    assertThat(behind("/api/officials?knownAt=position:" + sound)).isEmpty();
    assertThat(endOfTimeline()).contains("\"behind\":[%d,%d]".formatted(spoilt, after));
    http.get("/actuator/health/readiness").expect(200);
    JsonNode health = http.get("/actuator/health").expect(200).json();
    assertThat(health.at("/components/parked/status").asString()).isEqualTo("DEGRADED");
    assertThat(health.path("status").asString()).isEqualTo("DEGRADED");
    assertThat(metric()).isPositive();
    JsonNode parked = http.get("/api/admin/parked").expect(200).json();
    assertThat(parked.at("/counts/official").asInt()).isEqualTo(2);
    assertThat(parked.path("items").valueStream())
        .anySatisfy(
            item -> {
              assertThat(item.path("position").asLong()).isEqualTo(spoilt);
              assertThat(item.path("subject").asString()).isEqualTo(LATE);
              assertThat(item.path("cause").asString()).contains("revision 9");
            });

    revise(spoilt, 1);
    JsonNode left = http.post("/api/admin/parked/retries", "{}").expect(200).json();

    assertThat(left.path("total").asInt(-1)).isZero();
    assertThat(behind(LATE)).isEmpty();
    assertThat(http.get(LATE).expect(200).header("Ledger-Behind")).isEmpty();
    assertThat(http.get("/actuator/health").expect(200).json().path("status").asString())
        .isEqualTo("UP");
    assertThat(metric()).isZero();
  }

  @Test
  void whatChangedAndWhyIsToldAsFarAsItIsLegible() {
    register("halting");
    long spoilt = appoint("halting");
    http.command("RetractEntry", "{\"entry\": %d, \"reason\": \"another\"}".formatted(spoilt))
        .expect(201);
    http.command(
            "ScheduleMeeting",
            "{\"meeting\": \"m\", \"format\": \"bilateral\", \"parties\": [\"russia\", \"andorra\"],"
                + " \"scheduledFor\": \"2004\"}")
        .expect(201);
    long changed =
        http.command("CancelMeeting", "{\"meeting\": \"m\", \"on\": \"2003\", \"reason\": \"-\"}")
            .expect(201)
            .position();
    revise(spoilt, 9);
    revise(changed, 9);

    JsonNode changes =
        http.get("/api/changes?subject=officials/halting&minPosition=" + changed)
            .expect(200)
            .json();
    assertThat(changes.path("items").valueStream().map(item -> item.path("kind").asString()))
        .containsExactly("added", "added", "retracted");
    assertThat(http.get("/api/meetings/m/explanation").expect(200).json().path("steps")).hasSize(1);
  }

  private List<Long> behind(String path) {
    return Reply.positions(http.get(path).expect(200).json().at("/asOf/behind"));
  }

  private String endOfTimeline() {
    return http.get("/api/timeline/stream?speed=36525")
        .expect(200)
        .body()
        .lines()
        .filter(line -> line.startsWith("data:{\"items\""))
        .collect(Collectors.joining());
  }

  private double metric() {
    return http.get("/actuator/prometheus")
        .expect(200)
        .body()
        .lines()
        .filter(line -> line.startsWith("chancery_projection_parked"))
        .map(line -> line.substring(line.lastIndexOf(' ')))
        .mapToDouble(Double::parseDouble)
        .sum();
  }

  private long register(String id) {
    return http.command(
            "RegisterOfficial", "{\"official\": \"%1$s\", \"name\": \"%1$s\"}".formatted(id))
        .expect(201)
        .position();
  }

  private long appoint(String id) {
    http.command(
        "RegisterParty",
        "{\"party\": \"russia\", \"name\": \"Russia\", \"kind\": \"state\", \"codes\": []}");
    return http.command(
            "AppointOfficial",
            "{\"official\": \"%s\", \"office\": \"Minister\", \"party\": \"russia\", \"on\": \"2004\"}"
                .formatted(id))
        .expect(201)
        .position();
  }

  private void revise(long position, int revision) {
    new JdbcTemplate(ledger.context().getBean("journalSource", DataSource.class))
        .update("update entry set revision = ? where position = ?", revision, position);
  }
}
