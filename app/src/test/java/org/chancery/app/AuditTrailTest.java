package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

  private static final String OFFICIAL =
      """
      {"name": "%s", "provenance": {"authority": "%s", "rationale": "%s", "sources":
      [{"title": "Gazette", "quote": "He said (50%%) \\"never\\"."}]}}
      """;

  @Test
  void entriesAreFoundByWhatIsSaidOfTheirOrigin() throws Exception {
    try (Ledger ledger = Ledger.start(Map.of())) {
      Http http = ledger.http();
      http.command(
              "RegisterOfficial", OFFICIAL.formatted("A", "=cabinet, \\\"first\\\"", "It is due"))
          .expect(201);
      http.command("RegisterOfficial", OFFICIAL.formatted("B", "Registry", "On request"))
          .expect(201);

      assertThat(total(http, "authority=Registry")).isEqualTo(1);
      assertThat(total(http, "authority=regis")).isZero();
      assertThat(total(http, "command=RegisterOfficial")).isEqualTo(2);
      assertThat(total(http, "commandId=nothing")).isZero();
      assertThat(total(http, "correlation=nothing")).isZero();
      assertThat(total(http, "text=REQUEST")).isEqualTo(1);
      assertThat(total(http, "text=said%20request")).isEqualTo(1);
      assertThat(total(http, "text=%2850%25%29%20%22never%22")).isEqualTo(2);
      assertThat(total(http, "text=Gazette")).isZero();
      assertThat(total(http, "superseded=true")).isZero();
      assertThat(total(http, "superseded=false")).isEqualTo(2);

      String csv = http.get("/api/entries?format=csv").expect(200).body();
      assertThat(csv.lines().findFirst().orElseThrow()).startsWith("position,id,name,revision,");
      assertThat(csv).contains(",\"'=cabinet, \"\"first\"\"\",It is due,").endsWith("\r\n");
    }
  }

  private static int total(Http http, String query) {
    return http.get("/api/entries?" + query).expect(200).json().path("total").asInt(-1);
  }
}
