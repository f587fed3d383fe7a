package org.chancery.shared.official;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.CreationCommand;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Require;
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
  record RegisterOfficial(OfficialId official, String name)
      implements OfficialCommand, CreationCommand {

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

  /**
   * The person is in an office of the party on these days, as a source has it that does not say
   * when the office was taken up and left.
   *
   * @param on stretches of days with a first and a last one, 1 to 500 of them
   */
  record AttestOffice(OfficialId official, String office, PartyId party, List<EdtfSpan> on)
      implements OfficialCommand {

    public AttestOffice {
      office = Require.text("office", office);
      on = Require.distinct("on", on);
      if (on.isEmpty()) {
        throw new InvalidValue(RefusalCode.INVALID_FIELDS, "on", "at least one stretch of days");
      }
      if (on.stream().anyMatch(days -> days.start() == null || days.end() == null)) {
        throw new InvalidValue(
            RefusalCode.INVALID_DATE, "on", "what is attested has a first and a last day");
      }
    }

    @Override
    public List<Reference> references() {
      return on.stream()
          .<Reference>flatMap(
              days -> Stream.of(new Reference.Extant(party, days), new Reference.Begun(days)))
          .toList();
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
