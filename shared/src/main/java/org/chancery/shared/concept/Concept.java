package org.chancery.shared.concept;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.shared.agreement.AgreementCommand;
import org.chancery.shared.agreement.AgreementEvent;
import org.chancery.shared.conference.ConferenceCommand;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.cooperation.CooperationCommand;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.entry.EntryCommand;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.MeetingCommand;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.mission.MissionCommand;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.official.OfficialCommand;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyCommand;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.sanction.SanctionCommand;
import org.chancery.shared.sanction.SanctionEvent;
import org.chancery.shared.statement.StatementCommand;
import org.chancery.shared.statement.StatementEvent;
import org.chancery.shared.trip.TripCommand;
import org.chancery.shared.trip.TripEvent;

/**
 * A kind of subject that the ledger keeps records of.
 *
 * @param name as in the paths of its subjects, such as {@code meetings}
 * @param commands sealed, with a record for each
 * @param events sealed, with a record for each
 */
public record Concept(
    String name, Class<? extends LedgerCommand> commands, Class<? extends LedgerEvent> events) {
  public static final List<Concept> ALL =
      List.of(
          new Concept(PartyEvent.CONCEPT, PartyCommand.class, PartyEvent.class),
          new Concept(OfficialEvent.CONCEPT, OfficialCommand.class, OfficialEvent.class),
          new Concept(TripEvent.CONCEPT, TripCommand.class, TripEvent.class),
          new Concept(MeetingEvent.CONCEPT, MeetingCommand.class, MeetingEvent.class),
          new Concept(ConferenceEvent.CONCEPT, ConferenceCommand.class, ConferenceEvent.class),
          new Concept(StatementEvent.CONCEPT, StatementCommand.class, StatementEvent.class),
          new Concept(CooperationEvent.CONCEPT, CooperationCommand.class, CooperationEvent.class),
          new Concept(AgreementEvent.CONCEPT, AgreementCommand.class, AgreementEvent.class),
          new Concept(SanctionEvent.CONCEPT, SanctionCommand.class, SanctionEvent.class),
          new Concept(
              RelationshipEvent.CONCEPT, RelationshipCommand.class, RelationshipEvent.class),
          new Concept(MissionEvent.CONCEPT, MissionCommand.class, MissionEvent.class));

  /** The concept of a command or, for one on an entry, none. */
  public static Optional<Concept> of(Class<? extends LedgerCommand> command) {
    return ALL.stream().filter(each -> each.commands().isAssignableFrom(command)).findFirst();
  }

  /** The records of all commands, those on entries of any concept among them. */
  public static Stream<Class<? extends LedgerCommand>> allCommands() {
    return Stream.concat(ALL.stream().map(Concept::commands), Stream.of(EntryCommand.class))
        .flatMap(commands -> Arrays.stream(commands.getPermittedSubclasses()))
        .map(type -> type.asSubclass(LedgerCommand.class));
  }
}
