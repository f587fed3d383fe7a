package org.chancery.command.official;

import static org.chancery.command.official.Tenure.IN_OFFICE;
import static org.chancery.command.official.Tenure.OUT_OF_OFFICE;
import static org.chancery.command.official.TenureStep.APPOINTMENT;
import static org.chancery.command.official.TenureStep.END_OF_APPOINTMENT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.command.decision.Decider;
import org.chancery.command.decision.History;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
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
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.Lifecycle;
import org.jspecify.annotations.Nullable;

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

  /** The offices that an official took up and left, each with a history of its own. */
  record Career(Map<Office, History<Tenure, TenureStep>> offices) {
    static final Career NONE = new Career(Map.of());

    private static final History<Tenure, TenureStep> UNTOUCHED = History.of(new TenureLifecycle());

    /** Fails where the history of the office does not bear the step. */
    void admit(Office office, TenureStep what, EdtfDate on) {
      History<Tenure, TenureStep> history = offices.getOrDefault(office, UNTOUCHED);
      try {
        history.admit(what, on);
      } catch (Refusal refusal) {
        throw reversed(history, what, on).orElse(refusal);
      }
    }

    Career with(Office office, TenureStep what, EdtfDate on, long version) {
      Map<Office, History<Tenure, TenureStep>> more = new HashMap<>(offices);
      more.put(office, offices.getOrDefault(office, UNTOUCHED).with(what, on, version));
      return new Career(more);
    }

    /** An end that finds its office taken up only later has its dates the wrong way round. */
    private static Optional<Refusal> reversed(
        History<Tenure, TenureStep> history, TenureStep what, EdtfDate on) {
      return history
          .last()
          .filter(last -> what == END_OF_APPOINTMENT && last.what() == APPOINTMENT)
          .filter(last -> on.latest().isBefore(last.on().earliest()))
          .map(
              last ->
                  new Refusal(
                      RefusalCode.VALID_TIME_REVERSED,
                      "taken up on %s, the office was not left on %s".formatted(last.on(), on),
                      List.of(last.entry())));
    }

    /** An office is taken up, and left again before it is taken up anew. */
    private static final class TenureLifecycle implements Lifecycle<Tenure, TenureStep> {

      @Override
      public Tenure initial() {
        return OUT_OF_OFFICE;
      }

      @Override
      public @Nullable RefusalCode objection(Tenure tenure, TenureStep step) {
        return switch (step) {
          case APPOINTMENT -> tenure == IN_OFFICE ? RefusalCode.ALREADY_EXISTS : null;
          case END_OF_APPOINTMENT -> tenure == OUT_OF_OFFICE ? RefusalCode.OFFICE_NOT_HELD : null;
        };
      }

      @Override
      public Tenure after(Tenure tenure, TenureStep step) {
        return switch (step) {
          case APPOINTMENT -> IN_OFFICE;
          case END_OF_APPOINTMENT -> OUT_OF_OFFICE;
        };
      }
    }
  }
}
