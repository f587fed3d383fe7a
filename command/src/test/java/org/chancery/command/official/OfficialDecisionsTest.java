package org.chancery.command.official;

import static org.chancery.command.Examples.TILLERSON;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.command.DecisionTable;
import org.chancery.shared.official.OfficialCommand;
import org.chancery.shared.official.OfficialCommand.AppointOfficial;
import org.chancery.shared.official.OfficialCommand.AttestOffice;
import org.chancery.shared.official.OfficialCommand.EndAppointment;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OfficialDecisionsTest {
  private static final String TABLE =
      """
                       | Unknown            | Registered        | In office        | Left office
      RegisterOfficial | OfficialRegistered | ALREADY_EXISTS    | ALREADY_EXISTS   | ALREADY_EXISTS
      AppointOfficial  | UNKNOWN_SUBJECT    | OfficialAppointed | ALREADY_EXISTS   | OfficialAppointed
      AttestOffice     | UNKNOWN_SUBJECT    | OfficeAttested    | OfficeAttested   | OfficeAttested
      EndAppointment   | UNKNOWN_SUBJECT    | OFFICE_NOT_HELD   | AppointmentEnded | OFFICE_NOT_HELD
      """;

  private static final String OFFICE = "Secretary of State";
  private static final OfficialRegistered REGISTERED =
      new OfficialRegistered(TILLERSON, "Rex Tillerson");
  private static final OfficialAppointed APPOINTED =
      new OfficialAppointed(TILLERSON, OFFICE, US, on("2017-02-01"));

  private static final DecisionTable<Official> DECISIONS =
      new DecisionTable<>(Official.class)
          .state("Unknown")
          .state("Registered", REGISTERED)
          .state("In office", REGISTERED, APPOINTED)
          .state(
              "Left office",
              REGISTERED,
              APPOINTED,
              new AppointmentEnded(TILLERSON, OFFICE, US, on("2018-03-31")))
          .command(new RegisterOfficial(TILLERSON, "Rex Tillerson"))
          .command(new AppointOfficial(TILLERSON, OFFICE, US, on("2019")))
          .command(new AttestOffice(TILLERSON, OFFICE, US, List.of(EdtfSpan.parse("2019-05"))))
          .command(new EndAppointment(TILLERSON, OFFICE, US, on("2020")));

  static Stream<Arguments> cells() {
    return DECISIONS.cells(OfficialCommand.class, TABLE);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @MethodSource("cells")
  void everyStateAnswersEveryCommand(String state, String command, String outcome) {
    DECISIONS.check(state, command, outcome);
  }
}
