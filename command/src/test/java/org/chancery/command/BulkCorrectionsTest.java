package org.chancery.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.chancery.journal.TestDatabase;
import org.chancery.shared.PartyId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** A correction that nobody can make is the trouble of its own line. */
@Tag("slow")
class BulkCorrectionsTest {
  private static final String REGISTER =
      "{\"command\":\"RegisterOfficial\",\"official\":\"after\",\"name\":\"N\","
          + "\"provenance\":{\"sources\":[{\"title\":\"a roll\"}]}}";

  @TempDir Path folder;

  private static String correct(String entry) {
    return "{\"command\":\"CorrectEntry\",\"entry\":%s,\"reason\":\"x\"}".formatted(entry);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aTextThatIsNoKeyNamesNoEntry(TestDatabase database) throws IOException {
    try (TestLedger ledger = new TestLedger(database.open(folder))) {
      List<String> lines = new ArrayList<>();
      List.of("\"a\\u0000b\"", "\"\"", "\"two words\"", "\"%s\"".formatted("k".repeat(200)))
          .forEach(entry -> lines.add(correct(entry)));
      lines.add(REGISTER);

      assertThat(codes(ledger, lines))
          .containsExactly(
              "UNKNOWN_ENTRY", "UNKNOWN_ENTRY", "UNKNOWN_ENTRY", "UNKNOWN_ENTRY", "recorded");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anEntryThatCannotBeReadIsNotCorrected(TestDatabase database)
      throws IOException, SQLException {
    DataSource source = database.open(folder);
    try (TestLedger ledger = new TestLedger(source)) {
      ledger.register(new PartyId("tonga"));
      try (var connection = source.getConnection();
          var statement = connection.createStatement()) {
        statement.executeUpdate("update entry set name = 'party.unheard-of'");
      }

      assertThat(codes(ledger, List.of(correct("1"), REGISTER)))
          .containsExactly("INVALID_FIELDS", "recorded");
    }
  }

  private static List<String> codes(TestLedger ledger, List<String> lines) throws IOException {
    List<ObjectNode> answers = new ArrayList<>();
    byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    new Bulk(ledger.reader(), ledger.dispatcher(), TestLedger.NOTHING_FORESEEN)
        .execute(new ByteArrayInputStream(body), "tester", answers::add);
    return answers.stream().map(answer -> answer.path("code").asString("recorded")).toList();
  }
}
