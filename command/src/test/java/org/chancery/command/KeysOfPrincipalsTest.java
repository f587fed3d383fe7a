package org.chancery.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.TestLedger.entries;
import static org.chancery.command.TestLedger.problem;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.command.CommandReader.Envelope;
import org.chancery.command.Outcome.Recorded;
import org.chancery.journal.Entry;
import org.chancery.journal.TestDatabase;
import org.chancery.shared.ProblemException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One caller's key is nothing to another: no record of one is taken for a replay of the other's.
 */
class KeysOfPrincipalsTest {
  private static final String SOURCE = "\"provenance\":{\"sources\":[{\"title\":\"a roll\"}]}";

  @TempDir Path folder;

  private static Submission register(TestLedger ledger, String principal, String fields) {
    byte[] body = "{%s,%s}".formatted(fields, SOURCE).getBytes(UTF_8);
    CommandReader reader = ledger.reader();
    return reader.read(
        "RegisterOfficial", reader.parse(body), new Envelope(principal, "k-1", null, null));
  }

  private static Outcome submit(TestLedger ledger, String principal, String fields) {
    return ledger.dispatcher().submit(register(ledger, principal, fields));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theSameKeyOfAnotherPrincipalRecordsAnotherThing(TestDatabase database) {
    try (TestLedger ledger = new TestLedger(database.open(folder))) {
      List<Entry> ada = entries(submit(ledger, "clerk", "\"name\":\"Ada\""));
      Outcome bo = submit(ledger, "archivist", "\"name\":\"Bo\"");

      assertThat(bo).isEqualTo(new Recorded(entries(bo), false));
      assertThat(entries(bo).getFirst().subject()).isNotEqualTo(ada.getFirst().subject());
      assertThat(submit(ledger, "clerk", "\"name\":\"Ada\"")).isEqualTo(new Recorded(ada, true));
      assertThat(problem(submit(ledger, "clerk", "\"name\":\"Bo\"")).code())
          .isEqualTo("IDEMPOTENCY_MISMATCH");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void inOneBatchAndAtOnceToo(TestDatabase database) {
    try (TestLedger ledger = new TestLedger(database.open(folder))) {
      List<Submission> both =
          Stream.of("clerk", "archivist", "clerk")
              .map(by -> register(ledger, by, "\"name\":\"Ada\""))
              .toList();
      List<Outcome> outcomes = ledger.dispatcher().submit(both);
      assertThat(outcomes)
          .extracting(outcome -> ((Recorded) outcome).replayed())
          .containsExactly(false, false, true);

      List<Outcome> again =
          AtOnce.run(6, n -> submit(ledger, n % 2 == 0 ? "d" : "e", "\"name\":\"Cy\""));
      assertThat(again).filteredOn(outcome -> !((Recorded) outcome).replayed()).hasSize(2);
      assertThat(ledger.position()).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aCorrectionNamesAnEntryByTheKeyOfItsOwnPrincipal(TestDatabase database) {
    try (TestLedger ledger = new TestLedger(database.open(folder))) {
      submit(ledger, "clerk", "\"name\":\"Ada\"");
      Entry bo = entries(submit(ledger, "archivist", "\"name\":\"Bo\"")).getFirst();

      assertThat(correct(ledger, "archivist")).isEqualTo("recorded on " + bo.subject());
      assertThat(correct(ledger, "stranger")).isEqualTo("UNKNOWN_ENTRY");
    }
  }

  private static String correct(TestLedger ledger, String principal) {
    String body =
        "{\"entry\":\"k-1\",\"name\":\"Bob\",\"reason\":\"misread\",%s}".formatted(SOURCE);
    CommandReader reader = ledger.reader();
    try {
      Submission correction =
          reader.read(
              "CorrectEntry",
              reader.parse(body.getBytes(UTF_8)),
              new Envelope(principal, null, null, null));
      return "recorded on " + entries(ledger.dispatcher().submit(correction)).getFirst().subject();
    } catch (ProblemException refused) {
      return refused.problem().code();
    }
  }

  /** Ids once followed from the key alone; a retry of what was recorded then is still a retry. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatAKeyNamedBeforeItNamesStillForWhoRecordedIt(TestDatabase database) {
    try (TestLedger ledger = new TestLedger(database.open(folder))) {
      String former = UUID.nameUUIDFromBytes("k-1".getBytes(UTF_8)).toString();
      String fields = "\"official\":\"%s\",\"name\":\"Ada\"".formatted(former);
      List<Entry> before = entries(submit(ledger, "clerk", fields));

      assertThat(submit(ledger, "clerk", "\"name\":\"Ada\"")).isEqualTo(new Recorded(before, true));
      assertThat(entries(submit(ledger, "archivist", "\"name\":\"Ada\"")).getFirst().subject().id())
          .isNotEqualTo(former);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aBulkKeepsThemApart(TestDatabase database) throws Exception {
    try (TestLedger ledger = new TestLedger(database.open(folder))) {
      String line =
          "{\"command\":\"RegisterOfficial\",\"id\":\"k\",\"name\":\"%s\"," + SOURCE + "}";
      List<Integer> statuses = new ArrayList<>();
      Bulk bulk = new Bulk(ledger.reader(), ledger.dispatcher(), TestLedger.NOTHING_FORESEEN);
      for (String by : List.of("clerk", "archivist", "clerk")) {
        byte[] body = line.formatted(by).getBytes(UTF_8);
        bulk.execute(
            new ByteArrayInputStream(body),
            by,
            answer -> statuses.add(answer.path("status").asInt()));
      }
      assertThat(statuses).containsExactly(201, 201, 200);
    }
  }
}
