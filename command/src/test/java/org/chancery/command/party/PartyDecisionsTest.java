package org.chancery.command.party;

import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.span;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.command.DecisionTable;
import org.chancery.command.Scenario;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.party.PartyCommand;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PartyDecisionsTest {
  private static final String TABLE =
      """
                    | Unknown         | Registered
      RegisterParty | PartyRegistered | ALREADY_EXISTS
      """;

  private static final List<PartyId> SUCCEEDS = List.of(new PartyId("soviet-union"));
  private static final RegisterParty REGISTER =
      new RegisterParty(
          RUSSIA, "Russia", PartyKind.STATE, List.of("RU"), span("1991-12-25/.."), SUCCEEDS);
  private static final PartyRegistered REGISTERED =
      new PartyRegistered(RUSSIA, "Russia", PartyKind.STATE, List.of("RU"), null, List.of());

  private static final DecisionTable<Party> DECISIONS =
      new DecisionTable<>(Party.class)
          .state("Unknown")
          .state("Registered", REGISTERED)
          .command(REGISTER);

  static Stream<Arguments> cells() {
    return DECISIONS.cells(PartyCommand.class, TABLE);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @MethodSource("cells")
  void everyStateAnswersEveryCommand(String state, String command, String outcome) {
    DECISIONS.check(state, command, outcome);
  }

  @Test
  void aSecondRegistrationNamesTheFirst() {
    Scenario.of(Party.class, REGISTERED).when(REGISTER).isRefused(RefusalCode.ALREADY_EXISTS, 0);
  }
}
