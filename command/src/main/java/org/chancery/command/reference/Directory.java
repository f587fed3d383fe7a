package org.chancery.command.reference;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializationException;
import org.chancery.journal.JournalParts;
import org.chancery.journal.Registry;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.conference.ConferenceEvent.ConferenceConvened;
import org.chancery.shared.conference.ConferenceEvent.ConferenceHeld;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.EffectiveHistory.EffectiveEvent;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyEvent.PartyRenamed;
import org.chancery.shared.party.PartyEvent.VariantNamesAdded;
import org.chancery.shared.text.TextForm;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parties, officials and conferences of the ledger, as commands name them. Kept in memory from
 * the journal: it is small, and every command asks it.
 */
public final class Directory {
  private static final Logger log = LoggerFactory.getLogger(Directory.class);

  private final Map<Subject, Known> entries = new HashMap<>();
  private final Map<String, PartyRegistered> parties = new ConcurrentHashMap<>();
  private final Map<String, PartyId> codes = new ConcurrentHashMap<>();
  private final Map<OfficialId, Terms> officials = new ConcurrentHashMap<>();
  private final Map<ConferenceId, Optional<ConferenceId>> conferences = new ConcurrentHashMap<>();
  private final Map<Subject, Set<String>> names = new ConcurrentHashMap<>();
  private final Map<String, Set<Subject>> called = new ConcurrentHashMap<>();
  private final Map<Subject, Illegible> illegible = new ConcurrentHashMap<>();
  private @Nullable JournalParts source;
  private volatile long learnt;

  /**
   * What was learnt of a subject.
   *
   * @param version its last entry's, from 0
   */
  private record Known(EffectiveHistory<LedgerEvent> entries, long version) {
    static final Known NOTHING = new Known(EffectiveHistory.byVersion(LedgerEvent.class), -1);

    Known with(LedgerEvent event, long next) {
      return new Known(entries.with(next, event), next);
    }

    List<LedgerEvent> standing() {
      return entries.standing().stream().map(EffectiveEvent::event).toList();
    }
  }

  /** Takes in what the journal holds, as far as this version can read it. */
  public synchronized void learn(JournalParts parts) {
    source = parts;
    long position = parts.journal().refreshedHead().position();
    for (String concept : Registry.CONCEPTS) {
      for (String subject : parts.journal().subjectsOf(concept)) {
        learn(parts, Subject.parse(subject));
      }
    }
    learnt = position;
  }

  /**
   * Takes in what has come since, up to a position.
   *
   * @param seen told each subject of which something has come
   */
  synchronized void learnUpTo(long position, JournalParts parts, Consumer<Subject> seen) {
    if (position > learnt) {
      for (Subject subject : parts.journal().subjects(learnt, position)) {
        seen.accept(subject);
        if (Registry.includes(subject)) {
          learn(parts, subject);
        }
      }
      learnt = position;
    }
  }

  /** The position up to which all is known. */
  long learnt() {
    return learnt;
  }

  /** Takes in all that the journal holds of a subject, in place of what was known of it. */
  private void learn(JournalParts parts, Subject subject) {
    try (var entries = parts.engine().readEvents(subject.toString()).asStream()) {
      Known all = Known.NOTHING;
      for (DomainEventMessage<?> entry : entries.toList()) {
        all = all.with((LedgerEvent) entry.getPayload(), entry.getSequenceNumber());
      }
      if (!illegible.containsKey(subject)) {
        learn(subject, all);
      }
    } catch (SerializationException unreadable) {
      log.error("{} cannot be read, so nobody can name it", subject, unreadable);
      leaveOut(Illegible.in(parts.journal(), subject));
    }
  }

  /** What was learnt of it before is left out too: a term may have been ended since. */
  private void leaveOut(Illegible unread) {
    illegible.put(unread.subject(), unread);
    entries.remove(unread.subject());
    learn(unread.subject(), List.of());
  }

  /**
   * Takes in what was appended, once it is durable; what other processes appended before to the
   * same subject is learnt from the journal, and this with it.
   */
  public synchronized void learn(List<? extends EventMessage<?>> events) {
    for (EventMessage<?> message : events) {
      LedgerEvent event = (LedgerEvent) message.getPayload();
      Subject subject = event.subject();
      if (Registry.includes(subject)
          && !illegible.containsKey(subject)
          && message instanceof DomainEventMessage<?> entry) {
        Known before = entries.getOrDefault(subject, Known.NOTHING);
        if (entry.getSequenceNumber() == before.version() + 1) {
          learn(subject, before.with(event, entry.getSequenceNumber()));
        } else if (entry.getSequenceNumber() > before.version() && source != null) {
          learn(source, subject);
        }
      }
    }
  }

  private void learn(Subject subject, Known known) {
    entries.put(subject, known);
    learnNames(subject, known.standing());
    learn(subject, known.standing());
  }

  private void learn(Subject subject, List<LedgerEvent> standing) {
    switch (subject.concept()) {
      case PartyEvent.CONCEPT -> learnParty(subject.id(), standing);
      case OfficialEvent.CONCEPT -> learnOfficial(new OfficialId(subject.id()), standing);
      default -> learnConference(new ConferenceId(subject.id()), standing);
    }
  }

  private void learnNames(Subject subject, List<LedgerEvent> standing) {
    Set<String> all =
        standing.stream()
            .map(Directory::nameIn)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Set<String> before = Objects.requireNonNullElse(names.put(subject, all), Set.of());
    before.stream()
        .filter(name -> !all.contains(name))
        .forEach(name -> called.computeIfPresent(name, (_, they) -> without(subject, they)));
    all.forEach(
        name -> called.computeIfAbsent(name, _ -> ConcurrentHashMap.newKeySet()).add(subject));
  }

  private static @Nullable Set<Subject> without(Subject subject, Set<Subject> all) {
    all.remove(subject);
    return all.isEmpty() ? null : all;
  }

  private static @Nullable String nameIn(LedgerEvent event) {
    return switch (event) {
      case PartyRegistered party -> TextForm.folded(party.name());
      case PartyRenamed party -> TextForm.folded(party.name());
      case OfficialRegistered official -> TextForm.folded(official.name());
      default -> null;
    };
  }

  /** The subjects of a concept that go or went by a name, folded. */
  List<Subject> called(String concept, String name) {
    return called.getOrDefault(name, Set.of()).stream()
        .filter(subject -> subject.concept().equals(concept))
        .sorted(Comparator.comparing(Subject::id))
        .toList();
  }

  /** What stays is there at every moment: others ask meanwhile. */
  private void learnParty(String id, List<LedgerEvent> standing) {
    Set<String> kept = new HashSet<>();
    for (LedgerEvent event : standing) {
      switch ((PartyEvent) event) {
        case PartyRegistered registered -> {
          parties.put(id, registered);
          registered.codes().forEach(code -> codes.put(code, registered.party()));
          kept.addAll(registered.codes());
        }
        case PartyRenamed _, VariantNamesAdded _ -> {}
      }
    }
    codes.entrySet().removeIf(code -> isOf(id, code.getValue()) && !kept.contains(code.getKey()));
    if (standing.isEmpty()) {
      parties.remove(id);
    }
  }

  private static boolean isOf(String id, PartyId party) {
    return party.value().equals(id);
  }

  private void learnOfficial(OfficialId official, List<LedgerEvent> standing) {
    Terms terms = Terms.NONE;
    for (LedgerEvent event : standing) {
      terms = terms.evolve((OfficialEvent) event);
    }
    if (standing.isEmpty()) {
      officials.remove(official);
    } else {
      officials.put(official, terms);
    }
  }

  private void learnConference(ConferenceId conference, List<LedgerEvent> standing) {
    if (standing.isEmpty()) {
      conferences.remove(conference);
    } else {
      conferences.put(
          conference, standing.stream().flatMap(Directory::wholeIn).reduce((_, last) -> last));
    }
  }

  private static Stream<ConferenceId> wholeIn(LedgerEvent event) {
    return switch (event) {
      case ConferenceConvened convened -> Stream.ofNullable(convened.partOf());
      case ConferenceHeld held -> Stream.ofNullable(held.partOf());
      default -> Stream.empty();
    };
  }

  /** Fails where this version cannot read the subject. */
  void requireLegible(Subject subject) {
    Illegible unread = illegible.get(subject);
    if (unread != null) {
      throw unread.refusal();
    }
  }

  /** Fails where this version cannot read one of the parties: nobody knows what codes it has. */
  void requireLegibleParties() {
    illegible.keySet().stream()
        .filter(subject -> subject.concept().equals(PartyEvent.CONCEPT))
        .sorted(Comparator.comparing(Subject::id))
        .forEach(this::requireLegible);
  }

  /**
   * The id of the party that goes by this id or code, in any case; the text where there is none.
   */
  public String partyNamed(String text) {
    String id = text.toLowerCase(Locale.ROOT);
    PartyId byCode = codes.get(text.toUpperCase(Locale.ROOT));
    return parties.containsKey(id) || byCode == null ? id : byCode.value();
  }

  Optional<PartyRegistered> party(PartyId party) {
    return Optional.ofNullable(parties.get(party.value()));
  }

  /** The party with this id, whatever its codes. */
  Optional<PartyId> party(String id) {
    return Optional.ofNullable(parties.get(id)).map(PartyRegistered::party);
  }

  Optional<PartyId> holderOf(String code) {
    return Optional.ofNullable(codes.get(code));
  }

  boolean holds(ConferenceId conference) {
    return conferences.containsKey(conference);
  }

  /** That within which the conference lies. */
  Optional<ConferenceId> wholeOf(ConferenceId conference) {
    return conferences.getOrDefault(conference, Optional.empty());
  }

  Optional<Terms> official(OfficialId official) {
    return Optional.ofNullable(officials.get(official));
  }
}
