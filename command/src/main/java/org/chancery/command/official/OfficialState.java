package org.chancery.command.official;

import static org.chancery.command.official.TenureStep.APPOINTMENT;
import static org.chancery.command.official.TenureStep.END_OF_APPOINTMENT;

import java.util.List;
import org.chancery.command.decision.Decider;
import org.chancery.shared.Refusal;
import org.chancery.shared.official.OfficialCommand;
import org.chancery.shared.official.OfficialCommand.AppointOfficial;
import org.chancery.shared.official.OfficialCommand.AttestOffice;
import org.chancery.shared.official.OfficialCommand.EndAppointment;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficeAttested;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;

/** What is known of an official, as far as it decides what may yet be recorded of them. */
sealed interface OfficialState extends Decider<OfficialCommand, OfficialEvent, OfficialState> {

  record Unknown() implements OfficialState {}

  record Registered(Career career) implements OfficialState {}

  @Override
  default List<OfficialEvent> decide(OfficialCommand command) {
    return List.of(
        switch (command) {
          case RegisterOfficial register -> register(register);
          case AppointOfficial appoint -> appoint(appoint);
          case AttestOffice attest -> attest(attest);
          case EndAppointment end -> end(end);
        });
  }

  @Override
  default OfficialState evolve(OfficialEvent event, long version) {
    return switch (event) {
      case OfficialRegistered _ -> new Registered(career());
      case OfficialAppointed(var _, var office, var party, var on) ->
          new Registered(career().with(new Office(office, party), APPOINTMENT, on, version));
      case OfficeAttested _ -> this;
      case AppointmentEnded(var _, var office, var party, var on) ->
          new Registered(career().with(new Office(office, party), END_OF_APPOINTMENT, on, version));
    };
  }

  private OfficialRegistered register(RegisterOfficial command) {
    if (this instanceof Registered) {
      throw Refusal.alreadyExists(command.subject());
    }
    return new OfficialRegistered(command.official(), command.name());
  }

  private OfficialAppointed appoint(AppointOfficial command) {
    Office office = new Office(command.office(), command.party());
    registered(command).admit(office, APPOINTMENT, command.on());
    return new OfficialAppointed(
        command.official(), command.office(), command.party(), command.on());
  }

  /** No history forbids it: between the terms that are recorded may lie one that is not. */
  private OfficeAttested attest(AttestOffice command) {
    registered(command);
    return new OfficeAttested(command.official(), command.office(), command.party(), command.on());
  }

  private AppointmentEnded end(EndAppointment command) {
    Office office = new Office(command.office(), command.party());
    registered(command).admit(office, END_OF_APPOINTMENT, command.on());
    return new AppointmentEnded(
        command.official(), command.office(), command.party(), command.on());
  }

  private Career registered(OfficialCommand command) {
    if (this instanceof Unknown) {
      throw Refusal.unknown(command.subject());
    }
    return career();
  }

  private Career career() {
    return switch (this) {
      case Unknown() -> Career.NONE;
      case Registered(var career) -> career;
    };
  }
}
