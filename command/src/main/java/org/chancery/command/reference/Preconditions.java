package org.chancery.command.reference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.command.reference.Retractions.Effect;
import org.chancery.journal.AppendContext;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalParts;
import org.chancery.journal.Registry;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.PreferAccount;
import org.chancery.shared.entry.EntryCommand.RecordAccount;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.time.CivilDay;
import org.chancery.shared.time.EdtfSpan;

/** Checks what a command takes for granted, before history is asked. */
public final class Preconditions implements PreconditionChecker {
  private final Directory directory;
  private final Clock clock;
  private final Retractions retractions;
  private final Journal journal;

  public Preconditions(Directory directory, Clock clock, JournalParts parts) {
    this.directory = directory;
    this.clock = clock;
    this.retractions = new Retractions(parts);
    this.journal = parts.journal();
  }

  /** Fails as {@link Refusal} where any reference does not hold, and tells of each. */
  public void check(LedgerCommand command) {
    check(command, command.references());
    switch (command) {
      case RetractEntry retract -> check(retract);
      case PreferAccount prefer -> checkReinstated(retractions.effectOf(prefer));
      case CorrectEntry(var _, var _, var _, RegisterParty as, var _) -> checkRecognized(as);
      case RecordAccount(var _, var _, var _, RegisterParty as) -> checkRecognized(as);
      default -> {}
    }
  }

  @Override
  public void check(LedgerCommand command, List<Reference> taken) {
    Unmet unmet = new Unmet(command);
    for (Reference reference : taken) {
      each(reference).forEach(one -> unmet.unless(one, this::check));
    }
    unmet.refuse();
  }

  /** Each name by itself, and the party's id among them. */
  private static Stream<Reference> each(Reference reference) {
    return reference instanceof Reference.Unclaimed(var party, var codes)
        ? Stream.concat(codes.stream(), Stream.of(party.value().toUpperCase(Locale.ROOT)))
            .map(name -> new Reference.Unclaimed(party, List.of(name)))
        : Stream.of(reference);
  }

  private void checkRecognized(RegisterParty as) {
    if (as.kind() == PartyKind.NON_STATE) {
      AppendContext.requireUnnamed(as.party().value(), journal.head().position());
      requireNone(
          retractions.recognizing(as.party()),
          "%s is recognized by other entries".formatted(as.party()));
    }
  }

  private void checkReinstated(Effect effect) {
    effect.reinstated().forEach(event -> check(event.command(), event.command().references()));
  }

  /** What stands again must be able to; and what others rest on stays. */
  private void check(RetractEntry retract) {
    Effect effect = retractions.effectOf(retract);
    checkReinstated(effect);
    if (effect.leavesNothing() && Registry.includes(retract.subject())) {
      AppendContext.requireUnnamed(retract.subject().id(), journal.head().position());
      requireNone(
          retractions.restingOn(retract.subject()),
          "%s could no longer be named, and other entries rest on it: retract those first"
              .formatted(retract.subject()));
    }
  }

  private static void requireNone(List<Long> resting, String otherwise) {
    if (!resting.isEmpty()) {
      throw new ProblemException(
          Problem.of(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, otherwise).naming(resting));
    }
  }

  private void check(Reference reference) {
    switch (reference) {
      case Reference.Known(var party) -> known(party);
      case Reference.Recognizable(var party) -> recognizable(known(party));
      case Reference.Extant(var party, var when) -> extant(known(party), when);
      case Reference.Arisen(var party, var when) -> arisen(known(party), when);
      case Reference.Unclaimed(var party, var names) ->
          names.forEach(name -> unclaimed(party, name));
      case Reference.Begun(var when) -> begun(when);
      case Reference.Recorded(var cause) -> recorded(cause);
      case Reference.KnownOfficial(var official) -> known(official);
      case Reference.KnownConference(var conference) -> known(conference);
      case Reference.Within(var part, var whole) -> within(part, whole);
      case Reference.InOffice office -> inOffice(office);
      case Reference.NotServing serving -> notServing(serving);
    }
  }

  private PartyRegistered known(PartyId party) {
    return directory.party(party).orElseThrow(() -> unknown(party));
  }

  /** It may be a code of a party that cannot be read. */
  private Refusal unknown(PartyId party) {
    directory.requireLegibleParties();
    return new Refusal(RefusalCode.UNKNOWN_PARTY, "no party '%s' is registered".formatted(party));
  }

  private Terms known(OfficialId official) {
    directory.requireLegible(new Subject(OfficialEvent.CONCEPT, official.value()));
    return directory
        .official(official)
        .orElseThrow(
            () ->
                new Refusal(
                    RefusalCode.UNKNOWN_OFFICIAL,
                    "no official '%s' is registered".formatted(official)));
  }

  private void known(ConferenceId conference) {
    directory.requireLegible(new Subject(ConferenceEvent.CONCEPT, conference.value()));
    if (!directory.holds(conference)) {
      throw new Refusal(
          RefusalCode.UNKNOWN_CONFERENCE, "no conference '%s' is on record".formatted(conference));
    }
  }

  private void recorded(CitedCause cause) {
    if (journal.at(cause.entry()).isEmpty()) {
      throw new Refusal(
          RefusalCode.UNKNOWN_ENTRY, "the journal holds no entry %d".formatted(cause.entry()));
    }
  }

  /** Each lies within one at most, so going up ends, unless it comes back to the part. */
  private void within(ConferenceId part, ConferenceId whole) {
    Optional<ConferenceId> above = Optional.of(whole);
    while (above.isPresent()) {
      if (above.get().equals(part)) {
        throw new Refusal(RefusalCode.PART_OF_ITSELF, "%s would lie within itself".formatted(part));
      }
      known(above.get());
      above = directory.wholeOf(above.get());
    }
  }

  private static void recognizable(PartyRegistered party) {
    if (party.kind() == PartyKind.NON_STATE) {
      throw new Refusal(
          RefusalCode.NON_STATE_PARTY,
          "%s is no state or organization, so nobody recognizes it".formatted(party.party()));
    }
  }

  private static void extant(PartyRegistered party, EdtfSpan when) {
    if (party.existed() != null && !party.existed().mayTouch(when)) {
      throw new Refusal(
          RefusalCode.PARTY_NOT_EXTANT,
          "%s existed %s, not on %s".formatted(party.party(), party.existed(), when));
    }
  }

  private static void arisen(PartyRegistered party, EdtfSpan when) {
    if (party.existed() != null && party.existed().earliest().isAfter(when.latest())) {
      throw new Refusal(
          RefusalCode.PARTY_NOT_EXTANT,
          "%s existed %s, not yet on %s".formatted(party.party(), party.existed(), when));
    }
  }

  private void inOffice(Reference.InOffice taken) {
    if (!known(taken.official()).allow(taken.office(), taken.when())) {
      throw new Refusal(
          RefusalCode.OFFICE_NOT_HELD,
          "%s did not hold the office '%s' on %s"
              .formatted(taken.official(), taken.office(), taken.when()));
    }
  }

  /** Who may have served another party too is given the benefit of the doubt. */
  private void notServing(Reference.NotServing taken) {
    if (known(taken.official()).served(taken.when()).equals(Set.of(taken.party()))) {
      throw new Refusal(
          taken.otherwise(),
          "%s served %s on %s".formatted(taken.official(), taken.party(), taken.when()),
          List.of(taken.version()));
    }
  }

  /** Ids and codes share one space, in any case: each names one party. */
  private void unclaimed(PartyId party, String code) {
    Optional<PartyId> byId = directory.party(code.toLowerCase(Locale.ROOT));
    Optional<PartyId> holder = byId.or(() -> directory.holderOf(code));
    if (holder.isEmpty()) {
      directory.requireLegibleParties();
    } else if (!holder.get().equals(party)) {
      throw new Refusal(
          RefusalCode.ALREADY_EXISTS, "%s goes by the name %s".formatted(holder.get(), code));
    }
  }

  private void begun(EdtfSpan when) {
    LocalDate today = CivilDay.begunBy(clock.instant());
    if (when.earliest().isAfter(today)) {
      throw new Refusal(
          RefusalCode.HELD_IN_FUTURE, "%s has not come yet anywhere (UTC+14)".formatted(when));
    }
    if (when.lastsTo().isAfter(today)) {
      throw new Refusal(
          RefusalCode.HELD_IN_FUTURE,
          "the last day of %s has not come yet anywhere (UTC+14)".formatted(when));
    }
  }

  /** Gathers what a command takes for granted in vain. */
  private static final class Unmet {
    private static final int MOST = 100;

    private final LedgerCommand command;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<Fault> faults = new LinkedHashSet<>();

    Unmet(LedgerCommand command) {
      this.command = command;
    }

    /** Notes the reference where its check fails. */
    void unless(Reference reference, Consumer<Reference> check) {
      if (faults.size() >= MOST) {
        return;
      }
      try {
        check.accept(reference);
      } catch (Refusal refusal) {
        refusals.add(refusal);
        new Places(command)
            .of(reference, refusal.code())
            .forEach(pointer -> faults.add(new Fault(pointer, refusal.detail())));
      }
    }

    /** Fails with the code of the first and the words of all. */
    void refuse() {
      if (!refusals.isEmpty()) {
        throw new Refusal(
            refusals.getFirst().code(),
            refusals.stream().map(Refusal::detail).distinct().collect(Collectors.joining("; ")),
            refusals.stream().flatMap(refusal -> refusal.versions().stream()).distinct().toList(),
            List.copyOf(faults));
      }
    }
  }
}
