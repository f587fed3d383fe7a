package org.chancery.query.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.chancery.query.statement.StatementView.StatementStatus;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.TestHistory;
import org.chancery.shared.PartyId;
import org.chancery.shared.statement.AttributionTerms;
import org.chancery.shared.statement.Position;
import org.chancery.shared.statement.Speaker.NamedSpeaker;
import org.chancery.shared.statement.Stance;
import org.chancery.shared.statement.StatementEvent;
import org.chancery.shared.statement.StatementEvent.StatementMade;
import org.chancery.shared.statement.StatementEvent.StatementWithdrawn;
import org.chancery.shared.statement.StatementId;
import org.chancery.shared.statement.StatementState;
import org.chancery.shared.time.EdtfDate;
import org.junit.jupiter.api.Test;

class StatementFoldTest {
  private static final StatementId ID = new StatementId("lavrov");

  @Test
  void beforeItCanHaveBeenMadeThereIsNone() {
    List<Recorded<StatementEvent>> history = TestHistory.of(made("2017-01"));
    assertThat(view(history, "2016-12-31")).isEmpty();
    assertThat(view(history, "2017-01-15").orElseThrow().between())
        .containsExactly(StatementState.NONE, StatementState.STANDING);
    assertThat(view(history, "2017-01-31").orElseThrow().status())
        .isEqualTo(StatementStatus.STANDING);
  }

  @Test
  void itStandsUntilItIsTakenBackAndThenSaysSo() {
    List<Recorded<StatementEvent>> history =
        TestHistory.of(made("2017-01-10"), withdrawn("2017-02-05"));
    StatementView before = view(history, "2017-02-04").orElseThrow();
    assertThat(before.status()).isEqualTo(StatementStatus.STANDING);
    assertThat(before.withdrawal()).isNull();
    StatementView after = view(history, "2017-02-05").orElseThrow();
    assertThat(after.status()).isEqualTo(StatementStatus.WITHDRAWN);
    assertThat(after.withdrawal()).isNotNull();
    assertThat(after.entries()).containsExactly(1L, 2L);
  }

  @Test
  void whileItMayHaveBeenTakenBackItIsIndeterminate() {
    List<Recorded<StatementEvent>> history =
        TestHistory.of(made("2017-01-10"), withdrawn("2017-02"));
    assertThat(view(history, "2017-02-10").orElseThrow().between())
        .containsExactly(StatementState.STANDING, StatementState.WITHDRAWN);
  }

  @Test
  void aWithdrawalAloneTellsOfNoStatement() {
    List<Recorded<StatementEvent>> history = TestHistory.of(withdrawn("2017"));
    assertThat(StatementFold.versions(history)).isEmpty();
  }

  private static Optional<StatementView> view(List<Recorded<StatementEvent>> history, String day) {
    return TestHistory.on(day, StatementFold.versions(history));
  }

  private static StatementMade made(String on) {
    return new StatementMade(
        ID,
        new NamedSpeaker("Sergei Lavrov", new PartyId("russia")),
        AttributionTerms.ON_THE_RECORD,
        EdtfDate.parse(on),
        List.of(),
        List.of(),
        new Position("normal relations", Stance.SUPPORTS),
        "He shares the position",
        null);
  }

  private static StatementWithdrawn withdrawn(String on) {
    return new StatementWithdrawn(ID, EdtfDate.parse(on), "misunderstood");
  }
}
