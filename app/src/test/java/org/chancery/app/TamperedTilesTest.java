package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import javax.sql.DataSource;
import org.chancery.journal.JournalParts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("slow")
class TamperedTilesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update entry set recorded_by = 'forger' where position = 1",
        "update entry set payload = '{}' where position = 2",
        "delete from entry where position = 2"
      })
  void aBundleOfOtherEntriesThanThoseSealedIsNotGiven(String tampering) throws IOException {
    try (Ledger ledger = Ledger.start(Map.of())) {
      Http http = ledger.http();
      http.command("RegisterOfficial", "{\"name\":\"A\"}").expect(201);
      http.command("RegisterOfficial", "{\"name\":\"B\"}").expect(201);
      http.get("/api/proofs/inclusion?position=2").expect(200);
      http.get("/tile/entries/000.p/2").expect(200);

      DataSource journal = ledger.context().getBean(JournalParts.class).beside().source();
      new JdbcTemplate(journal).update(tampering);

      Reply reply = http.get("/tile/entries/000.p/2").expectProblem(409, "NOT_AS_SEALED");
      assertThat(reply.header("Cache-Control")).doesNotContain("immutable");
    }
  }
}
