package org.chancery.command.statement;

import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.TILLERSON;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;
import static org.chancery.command.Examples.span;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.chancery.command.DecisionTable;
import org.chancery.command.Scenario;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.claim.StatedClaim;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.statement.AttributionTerms;
import org.chancery.shared.statement.Position;
import org.chancery.shared.statement.Speaker;
import org.chancery.shared.statement.Speaker.NamedSpeaker;
import org.chancery.shared.statement.Speaker.OfficialSpeaker;
import org.chancery.shared.statement.Speaker.UnnamedSpeaker;
import org.chancery.shared.statement.Stance;
import org.chancery.shared.statement.StatementCommand;
import org.chancery.shared.statement.StatementCommand.WithdrawStatement;
import org.chancery.shared.statement.StatementEvent;
import org.chancery.shared.statement.StatementEvent.StatementMade;
import org.chancery.shared.statement.StatementEvent.StatementWithdrawn;
import org.chancery.shared.statement.StatementId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatementDecisionsTest {
  private static final String TABLE =
      """
                        | Unknown         | Made               | Withdrawn
      RecordStatement   | StatementMade   | ALREADY_EXISTS     | ALREADY_EXISTS
      WithdrawStatement | UNKNOWN_SUBJECT | StatementWithdrawn | STATEMENT_WITHDRAWN
      """;

  private static final StatementId ID = new StatementId("lavrov-2017-01");
  private static final StatedClaim MET =
      new StatedClaim(
          "met-on",
          List.of("RU", "US"),
          null,
          null,
          null,
          "2017-02",
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
  private static final Speaker LAVROV = new NamedSpeaker("Sergei Lavrov", RUSSIA);
  private static final StatementMade MADE = said(LAVROV, "2017-01");
  private static final StatementWithdrawn WITHDRAWN =
      new StatementWithdrawn(ID, on("2017-02"), "misunderstood");

  private static final DecisionTable<Statement> DECISIONS =
      new DecisionTable<>(Statement.class)
          .state("Unknown")
          .state("Made", MADE)
          .state("Withdrawn", MADE, WITHDRAWN)
          .command(MADE.command())
          .command(new WithdrawStatement(ID, on("2017-03"), "misunderstood"));

  private static StatementMade said(Speaker speaker, String on) {
    return new StatementMade(
        ID,
        speaker,
        AttributionTerms.ON_THE_RECORD,
        on(on),
        List.of(US),
        List.of("US-Russian relations"),
        new Position("re-establishing normal relations", Stance.SUPPORTS),
        "He shares the position of the new president",
        "re-establishing normal relations",
        MET);
  }

  static Stream<Arguments> cells() {
    return DECISIONS.cells(StatementCommand.class, TABLE);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @MethodSource("cells")
  void everyStateAnswersEveryCommand(String state, String command, String outcome) {
    DECISIONS.check(state, command, outcome);
  }

  @Test
  void noneIsTakenBackBeforeItWasMade() {
    given(MADE)
        .when(new WithdrawStatement(ID, on("2016-12-31"), "misunderstood"))
        .isRefused(RefusalCode.STATEMENT_NOT_MADE);
  }

  @Test
  void oneMayBeTakenBackInTheMonthInWhichItWasMade() {
    WithdrawStatement atOnce = new WithdrawStatement(ID, on("2017-01-02"), "misunderstood");
    given(MADE).when(atOnce).enters(new StatementWithdrawn(ID, atOnce.on(), atOnce.reason()));
  }

  static List<Arguments> speakers() {
    Reference extant = new Reference.Extant(RUSSIA, span("2017-01"));
    return List.of(
        Arguments.of(new UnnamedSpeaker("officials", RUSSIA), List.of(extant)),
        Arguments.of(LAVROV, List.of(extant)),
        Arguments.of(
            new OfficialSpeaker(TILLERSON, null), List.of(new Reference.KnownOfficial(TILLERSON))),
        Arguments.of(
            new OfficialSpeaker(TILLERSON, RUSSIA),
            List.of(new Reference.KnownOfficial(TILLERSON), extant)));
  }

  @ParameterizedTest
  @MethodSource("speakers")
  void whoSpeaksAndOfWhomAreTakenForGranted(Speaker speaker, List<Reference> taken) {
    Assertions.assertThat(said(speaker, "2017-01").command().references())
        .containsAll(taken)
        .contains(new Reference.Known(US), new Reference.Begun(span("2017-01")))
        .hasSize(taken.size() + 2);
  }

  private static Scenario<Statement> given(StatementEvent... history) {
    return Scenario.of(Statement.class, history);
  }
}
