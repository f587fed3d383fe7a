package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that share a journal on PostgreSQL answer as one, to whichever a request comes. */
@Tag("slow")
class ManyNodesTest {
  @TempDir Path folder;
  private EmbeddedPostgres postgres;

  @BeforeEach
  void start() throws Exception {
    postgres = Postgres.start();
  }

  @AfterEach
  void stop() throws Exception {
    postgres.close();
  }

  private Ledger node(String name, boolean seals) throws Exception {
    return Ledger.start(
        folder.resolve(name),
        Map.of(
            "chancery.nodes",
            "many",
            "chancery.journal.url",
            postgres.getJdbcUrl("postgres", "postgres"),
            "chancery.journal.user",
            "postgres",
            "chancery.seal.enabled",
            seals));
  }

  private static Reply register(Ledger at, String party, String code) {
    return at.http()
        .command(
            "RegisterParty",
            "{\"party\": \"%s\", \"name\": \"%s\", \"kind\": \"state\", \"codes\": [\"%s\"]}"
                .formatted(party, party, code));
  }

  private static Reply schedule(Ledger at, String meeting, String one, String other) {
    return at.http()
        .command(
            "ScheduleMeeting",
            ("{\"meeting\": \"%s\", \"format\": \"bilateral\", \"parties\": [\"%s\", \"%s\"],"
                    + " \"scheduledFor\": \"2017\"}")
                .formatted(meeting, one, other));
  }

  @Test
  void whatOneRecordsTheOtherDecidesAndAnswersBy() throws Exception {
    try (Ledger one = node("one", true);
        Ledger other = node("other", false)) {
      register(one, "france", "FR").expect(201);
      register(other, "russia", "RU").expect(201);
      assertThat(register(other, "gaul", "FR").code()).isEqualTo("ALREADY_EXISTS");
      schedule(other, "m", "FR", "RU").expect(201);

      assertThat(one.http().get("/api/meetings/m?minPosition=3").expect(200).json().path("parties"))
          .isEqualTo(
              other.http().get("/api/meetings/m?minPosition=3").expect(200).json().path("parties"));
    }
  }
}
