package org.chancery.shared.official;

import java.util.List;
import org.chancery.shared.LedgerCommand;
import org.chancery.shared.Reference;
import org.chancery.shared.Require;
import org.chancery.shared.Subject;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;

/** What can be asked of an official. */
public sealed interface OfficialCommand extends LedgerCommand {

  OfficialId official();

  @Override
  default Subject subject() {
    return new Subject(OfficialEvent.CONCEPT, official().value());
  }

  /** Enters a person, so that others may name them. */
  record RegisterOfficial(OfficialId official, String name) implements OfficialCommand {

    public RegisterOfficial {
      name = Require.text("name", name);
    }

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }

  /** The person takes up an office of the party. */
  record AppointOfficial(OfficialId official, String office, PartyId party, EdtfDate on)
      implements OfficialCommand {

    public AppointOfficial {
      office = Require.text("office", office);
    }

    @Override
    public List<Reference> references() {
      return List.of(new Reference.Extant(party, EdtfSpan.of(on)));
    }
  }

  /** The person leaves an office of the party. */
  record EndAppointment(OfficialId official, String office, PartyId party, EdtfDate on)
      implements OfficialCommand {

    public EndAppointment {
      office = Require.text("office", office);
    }

    @Override
    public List<Reference> references() {
      return List.of(new Reference.Known(party));
    }
  }
}
