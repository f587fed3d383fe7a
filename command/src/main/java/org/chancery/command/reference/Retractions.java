package org.chancery.command.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.SerializationException;
import org.chancery.journal.Concerning;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalParts;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.EffectiveHistory.EffectiveEvent;
import org.chancery.shared.entry.EntryCommand.PreferAccount;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.EntryEvent.AccountPreferred;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.precondition.Reference;

/** What an amendment means for other subjects, read from the journal: they are rare. */
public final class Retractions {
  private static final int MOST = 10;

  private final Journal journal;
  private final EventStorageEngine engine;
  private final Concerning concerning;

  public Retractions(JournalParts parts) {
    this.journal = parts.journal();
    this.engine = parts.engine();
    this.concerning = new Concerning(parts);
  }

  /**
   * What an amendment leads to.
   *
   * @param reinstated what stands again
   * @param leavesNothing true where nothing stands any more of the subject
   */
  record Effect(List<LedgerEvent> reinstated, boolean leavesNothing) {}

  /** Fails as a refusal where the entry has been superseded already. */
  Effect effectOf(RetractEntry retract) {
    return effectOf(
        retract.version(),
        new EntryRetracted(
            retract.subject(), retract.entry(), retract.version(), retract.reason()));
  }

  /** What is followed by a preference; fails likewise. */
  Effect effectOf(PreferAccount prefer) {
    return effectOf(
        prefer.accountVersion(),
        new AccountPreferred(
            prefer.subject(),
            prefer.entry(),
            prefer.version(),
            prefer.account(),
            prefer.accountVersion(),
            prefer.reason()));
  }

  private Effect effectOf(long inForce, EntryEvent event) {
    EffectiveHistory<LedgerEvent> before = entries(event.subject().toString());
    before.requireInForce(inForce);
    return new Effect(
        before.reinstatedBy(EffectiveHistory.NOT_RECORDED, event).stream()
            .map(EffectiveEvent::event)
            .toList(),
        before.with(EffectiveHistory.NOT_RECORDED, event).standing().isEmpty());
  }

  /**
   * The positions of entries on others that take it for registered and stand, be they accounts that
   * are not followed; ten at most.
   */
  List<Long> restingOn(Subject registered) {
    return restingOn(registered, taken -> takenForRegistered(taken).anyMatch(registered::equals));
  }

  /** Those that take the party for one that may be recognized. */
  List<Long> recognizing(PartyId party) {
    return restingOn(
        new Subject(PartyEvent.CONCEPT, party.value()), new Reference.Recognizable(party)::equals);
  }

  private List<Long> restingOn(Subject registered, Predicate<Reference> taken) {
    List<Long> resting = new ArrayList<>();
    concerning.subjects(
        registered.id(),
        subject -> {
          if (!subject.equals(registered.toString())) {
            resting.addAll(resting(subject, taken).toList());
          }
          return resting.size() < MOST;
        });
    return resting.stream().limit(MOST).sorted().toList();
  }

  private Stream<Long> resting(String subject, Predicate<Reference> taken) {
    return entries(subject).told().stream()
        .filter(standing -> standing.event().command().references().stream().anyMatch(taken))
        .flatMap(standing -> journal.ofSubject(subject, standing.entry(), 1).stream())
        .map(Entry::position);
  }

  private static Stream<Subject> takenForRegistered(Reference reference) {
    return switch (reference) {
      case Reference.Known(var party) -> Stream.of(new Subject(PartyEvent.CONCEPT, party.value()));
      case Reference.Recognizable(var party) ->
          Stream.of(new Subject(PartyEvent.CONCEPT, party.value()));
      case Reference.Extant(var party, var _) ->
          Stream.of(new Subject(PartyEvent.CONCEPT, party.value()));
      case Reference.Arisen(var party, var _) ->
          Stream.of(new Subject(PartyEvent.CONCEPT, party.value()));
      case Reference.KnownOfficial(var official) ->
          Stream.of(new Subject(OfficialEvent.CONCEPT, official.value()));
      case Reference.InOffice(var official, var _, var _) ->
          Stream.of(new Subject(OfficialEvent.CONCEPT, official.value()));
      case Reference.KnownConference(var conference) ->
          Stream.of(new Subject(ConferenceEvent.CONCEPT, conference.value()));
      case Reference.Within(var _, var whole) ->
          Stream.of(new Subject(ConferenceEvent.CONCEPT, whole.value()));
      case Reference.Unclaimed _, Reference.Begun _, Reference.Recorded _, Reference.NotServing _ ->
          Stream.empty();
    };
  }

  private EffectiveHistory<LedgerEvent> entries(String subject) {
    try (var events = engine.readEvents(subject, 0).asStream()) {
      return events.reduce(
          EffectiveHistory.byVersion(LedgerEvent.class),
          (known, entry) -> known.with(entry.getSequenceNumber(), (LedgerEvent) entry.getPayload()),
          (one, other) -> other);
    } catch (SerializationException unreadable) {
      throw Illegible.in(journal, Subject.parse(subject)).refusal();
    }
  }
}
