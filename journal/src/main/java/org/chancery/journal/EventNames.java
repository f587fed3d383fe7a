package org.chancery.journal;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.chancery.shared.agreement.AgreementEvent;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.sanction.SanctionEvent;
import org.chancery.shared.statement.StatementEvent;
import org.chancery.shared.trip.TripEvent;
import org.jspecify.annotations.Nullable;

/**
 * The permanent names of events, written down by hand: a class may be moved or renamed, what stands
 * in the journal may not. A name is never given to another meaning; a changed shape is a new
 * revision.
 */
public final class EventNames {

  /** A name, the revision written today, and the class that reads it. */
  public record EventName(String name, int revision, Class<? extends LedgerEvent> type) {}

  private static final Map<String, EventName> BY_NAME = new LinkedHashMap<>();
  private static final Map<Class<?>, EventName> BY_TYPE = new LinkedHashMap<>();

  static {
    register("party.registered", 1, PartyEvent.PartyRegistered.class);
    register("party.renamed", 1, PartyEvent.PartyRenamed.class);
    register("party.variant-names-added", 1, PartyEvent.VariantNamesAdded.class);
    register("official.registered", 1, OfficialEvent.OfficialRegistered.class);
    register("official.appointed", 1, OfficialEvent.OfficialAppointed.class);
    register("official.office-attested", 1, OfficialEvent.OfficeAttested.class);
    register("official.appointment-ended", 1, OfficialEvent.AppointmentEnded.class);
    register("trip.planned", 2, TripEvent.TripPlanned.class);
    register("trip.recorded", 2, TripEvent.TripRecorded.class);
    register("trip.corroborated", 1, TripEvent.TripCorroborated.class);
    register("trip.stop-added", 1, TripEvent.StopAdded.class);
    register("trip.cancelled", 1, TripEvent.TripCancelled.class);
    register("meeting.scheduled", 1, MeetingEvent.MeetingScheduled.class);
    register("meeting.rescheduled", 1, MeetingEvent.MeetingRescheduled.class);
    register("meeting.cancelled", 1, MeetingEvent.MeetingCancelled.class);
    register("meeting.held", 1, MeetingEvent.MeetingHeld.class);
    register("meeting.party-excluded", 1, MeetingEvent.PartyExcluded.class);
    register("conference.convened", 1, ConferenceEvent.ConferenceConvened.class);
    register("conference.postponed", 1, ConferenceEvent.ConferencePostponed.class);
    register("conference.cancelled", 1, ConferenceEvent.ConferenceCancelled.class);
    register("conference.held", 1, ConferenceEvent.ConferenceHeld.class);
    register("conference.party-invited", 1, ConferenceEvent.PartyInvited.class);
    register("statement.made", 1, StatementEvent.StatementMade.class);
    register("statement.withdrawn", 1, StatementEvent.StatementWithdrawn.class);
    register("cooperation.established", 1, CooperationEvent.CooperationEstablished.class);
    register("cooperation.suspended", 1, CooperationEvent.CooperationSuspended.class);
    register("cooperation.resumed", 1, CooperationEvent.CooperationResumed.class);
    register("cooperation.terminated", 1, CooperationEvent.CooperationTerminated.class);
    register("agreement.adopted", 1, AgreementEvent.AgreementAdopted.class);
    register("agreement.signed", 1, AgreementEvent.AgreementSigned.class);
    register("agreement.consent-expressed", 1, AgreementEvent.ConsentToBeBoundExpressed.class);
    register(
        "agreement.provisional-application-begun",
        1,
        AgreementEvent.ProvisionalApplicationBegun.class);
    register("agreement.entered-into-force", 1, AgreementEvent.EnteredIntoForce.class);
    register("agreement.reservation-made", 1, AgreementEvent.ReservationMade.class);
    register("agreement.operation-suspended", 1, AgreementEvent.OperationSuspended.class);
    register("agreement.operation-resumed", 1, AgreementEvent.OperationResumed.class);
    register("agreement.withdrawal-notified", 1, AgreementEvent.WithdrawalNotified.class);
    register("agreement.terminated", 1, AgreementEvent.AgreementTerminated.class);
    register("sanction.threatened", 1, SanctionEvent.SanctionsThreatened.class);
    register("sanction.imposed", 1, SanctionEvent.SanctionsImposed.class);
    register("sanction.amended", 1, SanctionEvent.SanctionsAmended.class);
    register("sanction.eased", 1, SanctionEvent.SanctionsEased.class);
    register("sanction.suspended", 1, SanctionEvent.SanctionsSuspended.class);
    register("sanction.reinstated", 1, SanctionEvent.SanctionsReinstated.class);
    register("sanction.lifted", 1, SanctionEvent.SanctionsLifted.class);
    register("relationship.party-recognized", 2, RelationshipEvent.PartyRecognized.class);
    register("relationship.established", 1, RelationshipEvent.RelationsEstablished.class);
    register(
        "relationship.representation-changed", 1, RelationshipEvent.RepresentationChanged.class);
    register("relationship.interrupted", 1, RelationshipEvent.RelationsInterrupted.class);
    register("relationship.severed", 1, RelationshipEvent.RelationsSevered.class);
    register("relationship.resumed", 1, RelationshipEvent.RelationsResumed.class);
    register("relationship.discrepancy-noted", 1, RelationshipEvent.DiscrepancyNoted.class);
    register("mission.head-nominated", 1, MissionEvent.HeadNominated.class);
    register("mission.agrement-granted", 1, MissionEvent.AgrementGranted.class);
    register("mission.agrement-refused", 1, MissionEvent.AgrementRefused.class);
    register("mission.head-appointed", 1, MissionEvent.HeadAppointed.class);
    register("mission.head-arrived", 1, MissionEvent.HeadArrived.class);
    register("mission.credentials-presented", 1, MissionEvent.CredentialsPresented.class);
    register("mission.functions-ended", 1, MissionEvent.FunctionsEnded.class);
    register("mission.persona-non-grata-declared", 1, MissionEvent.PersonaNonGrataDeclared.class);
    register("mission.discrepancy-noted", 1, MissionEvent.MissionDiscrepancyNoted.class);
    register("entry.corrected", 1, EntryEvent.EntryCorrected.class);
    register("entry.retracted", 1, EntryEvent.EntryRetracted.class);
    register("entry.account-recorded", 1, EntryEvent.AccountRecorded.class);
    register("entry.account-preferred", 1, EntryEvent.AccountPreferred.class);
  }

  private EventNames() {}

  /** All names, in the order of registration. */
  public static Collection<EventName> all() {
    return Collections.unmodifiableCollection(BY_NAME.values());
  }

  /** The name under which the event stands in the journal. */
  public static String nameOf(LedgerEvent event) {
    return Objects.requireNonNull(BY_TYPE.get(event.getClass()), "an event without a name").name();
  }

  /** The name under which events of the class stand in the journal. */
  public static String nameOf(Class<? extends LedgerEvent> type) {
    return required(type).name();
  }

  /** The class of events of a name that is written today. */
  public static Class<? extends LedgerEvent> typeOf(String name) {
    return Objects.requireNonNull(of(name), name).type();
  }

  static @Nullable EventName of(Class<?> type) {
    return BY_TYPE.get(type);
  }

  /** Fails where the class has none, for then nobody could ever read what it wrote. */
  static EventName required(Class<?> type) {
    EventName name = of(type);
    if (name == null) {
      throw new IllegalArgumentException("%s has no name in the journal".formatted(type.getName()));
    }
    return name;
  }

  static @Nullable EventName of(String name) {
    return BY_NAME.get(name);
  }

  private static void register(String name, int revision, Class<? extends LedgerEvent> type) {
    EventName entry = new EventName(name, revision, type);
    if (BY_NAME.put(name, entry) != null || BY_TYPE.put(type, entry) != null) {
      throw new IllegalStateException("%s is registered twice".formatted(entry));
    }
  }
}
