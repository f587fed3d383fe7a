package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Starts again with entries that it cannot read, as after a return to an earlier version. */
@Tag("slow")
class IllegibleStartTest {
  private static final String LATE = "{\"official\": \"late\", \"name\": \"Late\"}";
  private static final String TRIP =
      "{\"traveller\": \"%s\", \"stops\": [{\"country\": \"andorra\", \"dates\": \"2004\"}]}";

  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(strings = {"revision = 9", "payload = '{'"})
  void aServerStartsWithAnOfficialThatItCannotRead(String damage) throws Exception {
    long illegible;
    Ledger before = Ledger.start(data, Map.of());
    try (ConfigurableApplicationContext _ = before.context()) {
      Http http = before.http();
      http.command("RegisterParty", "{\"party\":\"andorra\",\"name\":\"A\",\"kind\":\"state\"}");
      http.command("RegisterOfficial", "{\"official\": \"sound\", \"name\": \"S\"}").expect(201);
      illegible = http.command("RegisterOfficial", LATE).expect(201).position();
      damage(before, damage, illegible);
    }

    try (Ledger after = Ledger.start(data, Map.of())) {
      Http http = after.http();
      http.get("/actuator/health/readiness").expect(200);
      assertThat(http.get("/api/officials/sound").expect(200).json().at("/asOf/behind")).isEmpty();
      Reply refused =
          http.command("PlanTrip", TRIP.formatted("late")).expectProblem(409, "ENTRY_ILLEGIBLE");
      assertThat(Reply.positions(refused.json().path("entries"))).containsExactly(illegible);
      http.command("RegisterOfficial", LATE).expectProblem(409, "ENTRY_ILLEGIBLE");
      http.command("PlanTrip", TRIP.formatted("sound")).expect(201);
    }
  }

  private static void damage(Ledger ledger, String damage, long position) {
    new JdbcTemplate(ledger.context().getBean("journalSource", DataSource.class))
        .update("update entry set %s where position = ?".formatted(damage), position);
  }
}
