package org.chancery.command.party;

import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.on;
import static org.chancery.command.Examples.span;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.command.DecisionTable;
import org.chancery.command.Scenario;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.party.PartyCommand;
import org.chancery.shared.party.PartyCommand.AddVariantNames;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyCommand.RenameParty;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyEvent.PartyRenamed;
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
      RenameParty   | UNKNOWN_SUBJECT | PartyRenamed
      AddVariantNames | UNKNOWN_SUBJECT | VariantNamesAdded
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
          .command(REGISTER)
          .command(new AddVariantNames(RUSSIA, List.of("U.S.S.R.")))
          .command(renaming("Russian Federation", "1993-12-25"));

  static Stream<Arguments> cells() {
    return DECISIONS.cells(PartyCommand.class, TABLE);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @MethodSource("cells")
  void everyStateAnswersEveryCommand(String state, String command, String outcome) {
    DECISIONS.check(state, command, outcome);
  }

  private static RenameParty renaming(String name, String day) {
    return new RenameParty(RUSSIA, name, on(day), "as its constitution has it");
  }

  private static PartyRenamed renamed(String name, String day) {
    return new PartyRenamed(RUSSIA, name, on(day), "as its constitution has it");
  }

  @Test
  void aPartyIsNotRenamedWhatItIsCalledAlready() {
    Scenario.of(Party.class, REGISTERED)
        .when(renaming("Russia", "1993"))
        .isRefused(RefusalCode.ALREADY_NAMED);
  }

  @Test
  void aNameIsTakenUpAgainAfterAnother() {
    Scenario.of(Party.class, REGISTERED, renamed("Russian Federation", "1993-12-25"))
        .when(renaming("Russia", "2001"))
        .enters(renamed("Russia", "2001"));
  }

  @Test
  void aLateEntryIsJudgedWhereItsDatePutsIt() {
    Scenario.of(Party.class, REGISTERED, renamed("Russian Federation", "1993-12-25"))
        .when(renaming("Russian Federation", "1992"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 1);
  }

  @Test
  void aCorrectionOfTheFirstNameIsJudgedByWhatFollows() {
    PartyRegistered as =
        new PartyRegistered(
            RUSSIA, "Russian Federation", PartyKind.STATE, List.of("RU"), null, List.of());
    Scenario.of(Party.class, REGISTERED, renamed("Russian Federation", "1993-12-25"))
        .when(new CorrectEntry(as.subject(), 1, 0, as.command(), "as its constitution has it"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 1);
  }

  @Test
  void aRetractedRenamingLeavesTheNameBeforeIt() {
    PartyRenamed renamed = renamed("Russian Federation", "1993-12-25");
    Scenario.of(
            Party.class, REGISTERED, renamed, new EntryRetracted(renamed.subject(), 2, 1, "wrong"))
        .when(renaming("Russia", "2001"))
        .isRefused(RefusalCode.ALREADY_NAMED);
  }

  @Test
  void aRegistrationStaysWhileARenamingRestsOnIt() {
    PartyRenamed renamed = renamed("Russian Federation", "1993-12-25");
    Scenario.of(Party.class, REGISTERED, renamed)
        .when(new RetractEntry(renamed.subject(), 1, 0, "wrong"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 1);
  }

  @Test
  void aSecondRegistrationNamesTheFirst() {
    Scenario.of(Party.class, REGISTERED).when(REGISTER).isRefused(RefusalCode.ALREADY_EXISTS, 0);
  }
}
