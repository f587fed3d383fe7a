package org.chancery.command.mission;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.chancery.command.decision.Decider;
import org.chancery.command.decision.History;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.mission.DiplomaticAgent;
import org.chancery.shared.mission.HeadLifecycle;
import org.chancery.shared.mission.HeadStep;
import org.chancery.shared.mission.MannerOfEnd;
import org.chancery.shared.mission.MissionCommand;
import org.chancery.shared.mission.MissionCommand.AppointHeadOfMission;
import org.chancery.shared.mission.MissionCommand.DeclarePersonaNonGrata;
import org.chancery.shared.mission.MissionCommand.EndMission;
import org.chancery.shared.mission.MissionCommand.GrantAgrement;
import org.chancery.shared.mission.MissionCommand.NominateHeadOfMission;
import org.chancery.shared.mission.MissionCommand.NoteMissionDiscrepancy;
import org.chancery.shared.mission.MissionCommand.OfHead;
import org.chancery.shared.mission.MissionCommand.PresentCredentials;
import org.chancery.shared.mission.MissionCommand.RecordArrival;
import org.chancery.shared.mission.MissionCommand.RefuseAgrement;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.mission.MissionEvent.AgrementGranted;
import org.chancery.shared.mission.MissionEvent.AgrementRefused;
import org.chancery.shared.mission.MissionEvent.CredentialsPresented;
import org.chancery.shared.mission.MissionEvent.FunctionsEnded;
import org.chancery.shared.mission.MissionEvent.HeadAppointed;
import org.chancery.shared.mission.MissionEvent.HeadArrived;
import org.chancery.shared.mission.MissionEvent.HeadNominated;
import org.chancery.shared.mission.MissionEvent.MissionDiscrepancyNoted;
import org.chancery.shared.mission.MissionEvent.OfTerm;
import org.chancery.shared.mission.MissionEvent.PersonaNonGrataDeclared;
import org.chancery.shared.mission.MissionId;
import org.chancery.shared.mission.TermId;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a mission: each term of each head is a history of its own, for heads overlap and
 * follow each other as they may; a step is judged where its date puts it in its term.
 */
record MissionHistory(
    @Nullable MissionId mission, Map<Term, History<Set<HeadStep>, HeadStep>> terms)
    implements Decider<MissionCommand, MissionEvent, MissionHistory> {
  static final MissionHistory NONE = new MissionHistory(null, Map.of());

  private static final History<Set<HeadStep>, HeadStep> UNTOUCHED = History.of(new HeadLifecycle());

  /** A term of a person at the head. */
  record Term(String head, TermId id) {
    static Term of(OfTerm told) {
      return new Term(told.head().key(), told.term());
    }
  }

  @Override
  public List<MissionEvent> decide(MissionCommand command) {
    requireParties(command.mission());
    MissionEvent event = wished(command);
    HeadStep step = HeadStep.of(event);
    if (step != null && event instanceof OfTerm told) {
      history(Term.of(told)).admit(step, event.on());
    }
    return List.of(event);
  }

  @Override
  public MissionHistory evolve(MissionEvent event, long version) {
    HeadStep step = HeadStep.of(event);
    if (step == null || !(event instanceof OfTerm told)) {
      return new MissionHistory(event.mission(), terms);
    }
    Map<Term, History<Set<HeadStep>, HeadStep>> more = new HashMap<>(terms);
    more.compute(
        Term.of(told),
        (_, known) -> (known == null ? UNTOUCHED : known).with(step, event.on(), version));
    return new MissionHistory(event.mission(), Map.copyOf(more));
  }

  /** Ids hold hyphens, so that two pairs may lead to one id; the first to use it keeps it. */
  private void requireParties(MissionId named) {
    if (mission != null && !mission.equals(named)) {
      throw new Refusal(
          RefusalCode.ALREADY_EXISTS,
          "%s is the mission of %s to %s".formatted(named, mission.sending(), mission.receiving()),
          List.of(0L));
    }
  }

  private MissionEvent wished(MissionCommand command) {
    DiplomaticAgent head = command.head();
    return switch (command) {
      case NominateHeadOfMission(var from, var to, var _, var _, var _, var rank, var on) ->
          new HeadNominated(from, to, head, term(command, HeadStep.NOMINATED), rank, on);
      case GrantAgrement(var from, var to, var _, var _, var _, var on) ->
          new AgrementGranted(from, to, head, term(command, HeadStep.AGREMENT_GRANTED), on);
      case RefuseAgrement(var from, var to, var _, var _, var _, var on, var reason) ->
          new AgrementRefused(from, to, head, term(command, HeadStep.AGREMENT_REFUSED), on, reason);
      case AppointHeadOfMission(var from, var to, var _, var _, var _, var rank, var on) ->
          new HeadAppointed(from, to, head, term(command, HeadStep.APPOINTED), rank, on);
      case RecordArrival(var from, var to, var _, var _, var _, var on) ->
          new HeadArrived(from, to, head, term(command, HeadStep.ARRIVED), on);
      case PresentCredentials(var from, var to, var _, var _, var _, var on) ->
          new CredentialsPresented(
              from, to, head, term(command, HeadStep.CREDENTIALS_PRESENTED), on);
      case EndMission end -> ended(end);
      case DeclarePersonaNonGrata(var from, var to, var person, var by, var on, var reason) ->
          new PersonaNonGrataDeclared(from, to, person, by, on, reason);
      case NoteMissionDiscrepancy note -> noted(note);
    };
  }

  private FunctionsEnded ended(EndMission end) {
    return new FunctionsEnded(
        end.sending(),
        end.receiving(),
        end.head(),
        term(end, HeadStep.FUNCTIONS_ENDED),
        end.on(),
        end.manner() == null ? MannerOfEnd.UNSPECIFIED : end.manner(),
        end.because());
  }

  private MissionDiscrepancyNoted noted(NoteMissionDiscrepancy note) {
    return new MissionDiscrepancyNoted(
        note.sending(),
        note.receiving(),
        note.head(),
        term(note, note.stated()),
        note.stated(),
        note.on(),
        note.reason());
  }

  /** The term that is named; else the latest that allows the step, and else a new one. */
  private TermId term(MissionCommand command, HeadStep step) {
    if (command instanceof OfHead named && named.term() != null) {
      return named.term();
    }
    List<Term> known = of(command.head().key());
    return known.stream()
        .filter(term -> allows(history(term), step, command.on()))
        .findFirst()
        .or(() -> known.stream().limit(begins(step) ? 0 : 1).findFirst())
        .map(Term::id)
        .orElseGet(() -> unused(known));
  }

  private static boolean begins(HeadStep step) {
    return step == HeadStep.NOMINATED || step == HeadStep.APPOINTED;
  }

  /** The latest first. */
  private List<Term> of(String head) {
    return terms.keySet().stream()
        .filter(term -> term.head().equals(head))
        .sorted(
            Comparator.comparing(this::last).thenComparing(term -> term.id().value()).reversed())
        .toList();
  }

  private EdtfDate last(Term term) {
    return history(term).last().orElseThrow().on();
  }

  private static boolean allows(
      History<Set<HeadStep>, HeadStep> history, HeadStep step, EdtfDate on) {
    try {
      history.admit(step, on);
      return true;
    } catch (Refusal _) {
      return false;
    }
  }

  private static TermId unused(List<Term> known) {
    return IntStream.rangeClosed(1, known.size() + 1)
        .mapToObj(number -> new TermId(Integer.toString(number)))
        .filter(id -> known.stream().noneMatch(term -> term.id().equals(id)))
        .findFirst()
        .orElseThrow();
  }

  private History<Set<HeadStep>, HeadStep> history(Term term) {
    return terms.getOrDefault(term, UNTOUCHED);
  }
}
