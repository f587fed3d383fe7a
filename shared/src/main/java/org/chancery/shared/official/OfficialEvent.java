package org.chancery.shared.official;

import java.util.List;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;

/** What became of an official. */
public sealed interface OfficialEvent extends LedgerEvent {
  String CONCEPT = "officials";

  @Override
  OfficialCommand command();

  OfficialId official();

  @Override
  default Subject subject() {
    return new Subject(CONCEPT, official().value());
  }

  /** The records office entered the person. */
  record OfficialRegistered(OfficialId official, String name) implements OfficialEvent {

    @Override
    public OfficialCommand command() {
      return new OfficialCommand.RegisterOfficial(official, name);
    }
  }

  /** The person took up an office; the appointing party would know. */
  record OfficialAppointed(OfficialId official, String office, PartyId party, EdtfDate on)
      implements OfficialEvent {

    @Override
    public OfficialCommand command() {
      return new OfficialCommand.AppointOfficial(official, office, party, on);
    }
  }

  /**
   * A source has the person in an office on these days; when it was taken up and left, it does not
   * say.
   */
  record OfficeAttested(OfficialId official, String office, PartyId party, List<EdtfSpan> on)
      implements OfficialEvent {

    public OfficeAttested {
      on = List.copyOf(on);
    }

    @Override
    public OfficialCommand command() {
      return new OfficialCommand.AttestOffice(official, office, party, on);
    }
  }

  /** The person left an office; the appointing party would know. */
  record AppointmentEnded(OfficialId official, String office, PartyId party, EdtfDate on)
      implements OfficialEvent {

    @Override
    public OfficialCommand command() {
      return new OfficialCommand.EndAppointment(official, office, party, on);
    }
  }
}
