package org.chancery.query.plover;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.shared.NamedPerson;
import org.chancery.shared.PartyId;
import org.chancery.shared.agreement.AgreementEvent.AgreementAdopted;
import org.chancery.shared.agreement.AgreementEvent.AgreementSigned;
import org.chancery.shared.agreement.AgreementEvent.ConsentToBeBoundExpressed;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.conference.Attendee;
import org.chancery.shared.conference.ConferenceEvent.ConferenceHeld;
import org.chancery.shared.cooperation.CooperationEvent.CooperationSuspended;
import org.chancery.shared.cooperation.CooperationEvent.CooperationTerminated;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.mission.MissionEvent.AgrementRefused;
import org.chancery.shared.mission.MissionEvent.PersonaNonGrataDeclared;
import org.chancery.shared.relationship.RelationshipEvent.PartyRecognized;
import org.chancery.shared.relationship.RelationshipEvent.RelationsEstablished;
import org.chancery.shared.relationship.RelationshipEvent.RelationsInterrupted;
import org.chancery.shared.relationship.RelationshipEvent.RelationsResumed;
import org.chancery.shared.relationship.RelationshipEvent.RelationsSevered;
import org.chancery.shared.sanction.Measure;
import org.chancery.shared.sanction.SanctionEvent.SanctionsImposed;
import org.chancery.shared.sanction.SanctionEvent.SanctionsThreatened;
import org.chancery.shared.statement.Stance;
import org.chancery.shared.statement.StatementEvent.StatementMade;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.chancery.shared.trip.VisitKind;
import org.jspecify.annotations.Nullable;

/**
 * What happened in the terms of PLOVER, the Political Language Ontology for Verifiable Event
 * Records, by its manual of 4 February 2024. Names of categories, modes and contexts are the
 * manual's, as are the rules that follow from what it says: a signature is SUPPORT, and all who
 * meet are actors.
 *
 * @param recipients to whom it is directed, where that is told
 */
record PloverEvent(
    Category category,
    List<String> modes,
    List<String> contexts,
    List<PartyId> actors,
    List<PartyId> recipients,
    @Nullable Place place) {
  private static final String DIPLOMATIC = "diplomatic";
  private static final String EXPEL = "expel";

  /** The categories that anything here comes to. */
  enum Category {
    CONSULT,
    SUPPORT,
    REQUEST,
    ACCUSE,
    REJECT,
    THREATEN,
    SANCTION
  }

  /**
   * Empty where the manual has no category for it, or one that asks for more than is recorded.
   *
   * @param parties those of the item of the timeline, without those who were left out
   */
  static Optional<PloverEvent> of(LedgerEvent event, List<PartyId> parties) {
    return switch (event) {
      case MeetingHeld held -> Optional.of(held(held, parties));
      case ConferenceHeld held -> Optional.of(held(held));
      case TripRecorded trip -> visit(trip);
      case StatementMade statement -> said(statement);
      case AgreementAdopted adopted -> Optional.of(diplomatic(Category.SUPPORT, adopted.parties()));
      case AgreementSigned signed ->
          Optional.of(diplomatic(Category.SUPPORT, List.of(signed.party())));
      case ConsentToBeBoundExpressed bound ->
          Optional.of(diplomatic(Category.SUPPORT, List.of(bound.party())));
      case PartyRecognized recognized -> Optional.of(recognized(recognized));
      case RelationsEstablished begun ->
          Optional.of(diplomatic(Category.SUPPORT, begun.pair().parties()));
      case RelationsResumed again ->
          Optional.of(diplomatic(Category.SUPPORT, again.pair().parties()));
      case LedgerEvent other -> adverse(other, parties);
    };
  }

  /** Refusals, threats, and what reduces relations. */
  private static Optional<PloverEvent> adverse(LedgerEvent event, List<PartyId> parties) {
    return switch (event) {
      case SanctionsThreatened threat -> Optional.of(threatened(threat));
      case SanctionsImposed imposed -> imposed(imposed);
      case AgrementRefused refused ->
          Optional.of(
              diplomatic(Category.REJECT, List.of(refused.receiving()))
                  .to(List.of(refused.sending())));
      case PersonaNonGrataDeclared declared ->
          Optional.of(
              diplomatic(Category.SANCTION, List.of(declared.by()))
                  .in(List.of(EXPEL))
                  .to(List.of(declared.sending())));
      case MeetingCancelled cancelled ->
          towards(Category.REJECT, cancelled.by(), parties)
              .map(refusal -> refusal.in(List.of("meet")));
      case RelationsInterrupted interrupted ->
          reduced(interrupted, interrupted.pair().parties(), DIPLOMATIC);
      case RelationsSevered severed -> reduced(severed, severed.pair().parties(), DIPLOMATIC);
      case CooperationSuspended suspended -> reduced(suspended, parties, null);
      case CooperationTerminated terminated -> reduced(terminated, parties, null);
      case LedgerEvent _ -> Optional.empty();
    };
  }

  /** By those of the parties who did it, to the others; empty where it is a third's doing. */
  private static Optional<PloverEvent> towards(
      Category category, List<PartyId> by, List<PartyId> parties) {
    List<PartyId> others = parties.stream().filter(party -> !by.contains(party)).toList();
    return by.isEmpty() || others.isEmpty() || !parties.containsAll(by)
        ? Optional.empty()
        : Optional.of(of(category, by).to(others));
  }

  private static Optional<PloverEvent> reduced(
      Caused ended, List<PartyId> parties, @Nullable String context) {
    return towards(Category.SANCTION, ended.by(), parties)
        .map(event -> event.in(List.of("discontinue")))
        .map(event -> event.about(context == null ? List.of() : List.of(context)));
  }

  private static PloverEvent of(Category category, List<PartyId> actors) {
    return new PloverEvent(category, List.of(), List.of(), actors, List.of(), null);
  }

  private static PloverEvent diplomatic(Category category, List<PartyId> actors) {
    return of(category, actors).about(List.of(DIPLOMATIC));
  }

  private PloverEvent in(List<String> asModes) {
    return new PloverEvent(category, asModes, contexts, actors, recipients, place);
  }

  private PloverEvent about(List<String> inContexts) {
    return new PloverEvent(category, modes, inContexts, actors, recipients, place);
  }

  private PloverEvent to(List<PartyId> whom) {
    return new PloverEvent(category, modes, contexts, actors, whom, place);
  }

  private PloverEvent at(@Nullable Place where) {
    return new PloverEvent(category, modes, contexts, actors, recipients, where);
  }

  private static PloverEvent held(MeetingHeld held, List<PartyId> attending) {
    boolean remote = held.format() == MeetingFormat.PHONE || held.format() == MeetingFormat.VIDEO;
    return of(Category.CONSULT, attending)
        .in(
            Stream.of(remote ? "phone" : "", held.partOf() == null ? "" : "multilateral")
                .filter(mode -> !mode.isEmpty())
                .toList())
        .at(held.place());
  }

  private static PloverEvent held(ConferenceHeld held) {
    return of(Category.CONSULT, Attendee.parties(held.participants()))
        .in(List.of("multilateral"))
        .at(held.place());
  }

  /** A journey to a country is no consultation with it, unless it was somebody's guest. */
  private static Optional<PloverEvent> visit(TripRecorded trip) {
    PartyId visiting = trip.traveller() instanceof NamedPerson named ? named.party() : null;
    return visiting == null || trip.host() == null || isPassing(trip.visitKind())
        ? Optional.empty()
        : Optional.of(
            of(Category.CONSULT, List.of(visiting)).in(List.of("visit")).to(List.of(trip.host())));
  }

  private static boolean isPassing(@Nullable VisitKind kind) {
    return kind == VisitKind.TRANSIT || kind == VisitKind.PRIVATE;
  }

  /** Of whom a statement speaks is not to whom it is directed. */
  private static Optional<PloverEvent> said(StatementMade said) {
    List<PartyId> actors = said.speaker().speaksFor().stream().toList();
    Stance stance = said.position() == null ? Stance.UNDECIDED : said.position().stance();
    return switch (stance) {
      case SUPPORTS -> Optional.of(of(Category.SUPPORT, actors));
      case OPPOSES -> Optional.of(of(Category.ACCUSE, actors).in(List.of("disapprove")));
      case CALLS_FOR -> Optional.of(of(Category.REQUEST, actors));
      case CONDITIONAL, UNDECIDED, DENIES, COMMITS -> Optional.empty();
    };
  }

  private static PloverEvent recognized(PartyRecognized recognized) {
    return recognized.mutual()
        ? diplomatic(Category.SUPPORT, recognized.pair().parties())
        : diplomatic(Category.SUPPORT, List.of(recognized.by())).to(List.of(recognized.of()));
  }

  private static PloverEvent threatened(SanctionsThreatened threat) {
    return of(Category.THREATEN, threat.by())
        .in(threat.measures().contains(Measure.EXPULSION) ? List.of(EXPEL) : List.of())
        .about(contexts(threat.measures()))
        .to(threat.against());
  }

  /** The category needs a recipient: sanctions on persons alone are against no party. */
  private static Optional<PloverEvent> imposed(SanctionsImposed imposed) {
    boolean expelling = imposed.measures().contains(Measure.EXPULSION);
    boolean alone = expelling && imposed.measures().size() == 1;
    return imposed.against().isEmpty()
        ? Optional.empty()
        : Optional.of(
            of(Category.SANCTION, imposed.by())
                .in(
                    Stream.of(alone ? "" : "discontinue", expelling ? EXPEL : "")
                        .filter(mode -> !mode.isEmpty())
                        .toList())
                .about(contexts(imposed.measures()))
                .to(imposed.against()));
  }

  private static List<String> contexts(List<Measure> measures) {
    return measures.contains(Measure.TRADE) || measures.contains(Measure.FINANCIAL)
        ? List.of("economic")
        : List.of();
  }
}
