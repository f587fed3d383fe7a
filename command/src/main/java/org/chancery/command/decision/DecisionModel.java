package org.chancery.command.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.EffectiveHistory.Account;
import org.chancery.shared.entry.EffectiveHistory.EffectiveEvent;
import org.chancery.shared.entry.EntryCommand;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.PreferAccount;
import org.chancery.shared.entry.EntryCommand.RecordAccount;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.EntryEvent.AccountPreferred;
import org.chancery.shared.entry.EntryEvent.AccountRecorded;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.entry.LedgerEvent;

/**
 * All that the deciding side keeps of a subject: its entries as they stand, and what they come to.
 * A correction is judged as if its command had been given in the place of the entry; what was
 * recorded since must still be able to follow. Immutable.
 */
public final class DecisionModel<
    C extends LedgerCommand, E extends LedgerEvent, S extends Decider<C, E, S>> {

  /** Why what tells of no fact itself is neither corrected nor told otherwise. */
  public static final String NOT_CORRECTED =
      "/entry: it retracts an entry or prefers an account; to undo that, retract it";

  private final Class<C> commands;
  private final Class<E> events;
  private final S blank;
  private final EffectiveHistory<E> entries;
  private final S state;

  private DecisionModel(
      Class<C> commands, Class<E> events, S blank, EffectiveHistory<E> entries, S state) {
    this.commands = commands;
    this.events = events;
    this.blank = blank;
    this.entries = entries;
    this.state = state;
  }

  /** Of a subject of which nothing is recorded. */
  public static <C extends LedgerCommand, E extends LedgerEvent, S extends Decider<C, E, S>>
      DecisionModel<C, E, S> of(Class<C> commands, Class<E> events, S blank) {
    return new DecisionModel<>(commands, events, blank, EffectiveHistory.byVersion(events), blank);
  }

  /** What the command leads to; fails as {@link Refusal} where history does not bear it. */
  public List<? extends LedgerEvent> decide(LedgerCommand command, PreconditionChecker checker) {
    return command instanceof EntryCommand amendment
        ? List.of(amend(amendment, checker))
        : decide(commands.cast(command), state, checker);
  }

  private List<E> decide(C command, S known, PreconditionChecker checker) {
    List<E> events = known.decide(command);
    checker.check(command, known.preconditions(command));
    return events;
  }

  private EntryEvent amend(EntryCommand command, PreconditionChecker checker) {
    entries.requireInForce(command.version());
    EntryEvent event =
        switch (command) {
          case CorrectEntry correct -> corrected(correct, checker);
          case RetractEntry(var subject, var entry, var version, var reason) ->
              new EntryRetracted(subject, entry, version, reason);
          case RecordAccount record -> recorded(record, checker);
          case PreferAccount prefer -> preferred(prefer);
        };
    requireOthersStillStand(entries.with(EffectiveHistory.NOT_RECORDED, event), checker);
    return event;
  }

  private EntryCorrected corrected(CorrectEntry command, PreconditionChecker checker) {
    requireFact(command.version());
    E as = inPlace(command.version(), command.as(), checker);
    requireChange(command.version(), as);
    return new EntryCorrected(
        command.subject(), command.entry(), command.version(), as, command.reason());
  }

  private void requireFact(long version) {
    if (entries.retracts(version) || entries.prefers(version)) {
      throw new Refusal(RefusalCode.INVALID_FIELDS, NOT_CORRECTED, List.of(version));
    }
  }

  /** What the command would have led to in the place of the entry. */
  private E inPlace(long version, LedgerCommand command, PreconditionChecker checker) {
    long place = entries.placeOf(version);
    S before = fold(entries.standing().stream().filter(other -> other.place() < place).toList());
    return decide(commands.cast(command), before, checker).getFirst();
  }

  private AccountRecorded recorded(RecordAccount command, PreconditionChecker checker) {
    requireFact(command.version());
    E as = inPlace(command.version(), command.as(), checker);
    entries.accountsBeside(command.version()).stream()
        .filter(account -> account.event().equals(as))
        .forEach(
            account -> {
              throw new Refusal(
                  RefusalCode.NOTHING_CHANGED,
                  "an account says just that already",
                  List.of(account.entry()));
            });
    return new AccountRecorded(command.subject(), command.entry(), command.version(), as);
  }

  private AccountPreferred preferred(PreferAccount command) {
    long wanted = command.accountVersion();
    Account<E> account =
        entries.accountsBeside(command.version()).stream()
            .filter(each -> each.entry() == wanted)
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal(
                        RefusalCode.NO_SUCH_ACCOUNT,
                        "the entry is no account of that fact, or no longer stands",
                        List.of(command.version(), wanted)));
    if (account.isFollowed()) {
      throw new Refusal(
          RefusalCode.NOTHING_CHANGED, "answers follow that account already", List.of(wanted));
    }
    return new AccountPreferred(
        command.subject(),
        command.entry(),
        command.version(),
        command.account(),
        wanted,
        command.reason());
  }

  private void requireChange(long version, E as) {
    if (entries.standing().stream()
        .anyMatch(each -> each.entry() == version && each.event().equals(as))) {
      throw new Refusal(
          RefusalCode.NOTHING_CHANGED, "the entry says just that already", List.of(version));
    }
  }

  private void requireOthersStillStand(EffectiveHistory<E> amended, PreconditionChecker checker) {
    Map<Long, Refusal> unable = refusals(amended, checker);
    unable.keySet().removeAll(refusals(entries, checker).keySet());
    if (!unable.isEmpty()) {
      Refusal first = unable.values().iterator().next();
      throw new Refusal(
          RefusalCode.CONFLICTS_WITH_LATER_ENTRY,
          "what else is recorded could no longer stand: " + first.detail(),
          List.copyOf(unable.keySet()));
    }
  }

  /** The places whose entries do not fit what stands before them; old ones may be among them. */
  private Map<Long, Refusal> refusals(EffectiveHistory<E> amended, PreconditionChecker checker) {
    Map<Long, Refusal> refusals = new LinkedHashMap<>();
    S before = blank;
    for (EffectiveEvent<E> standing : amended.standing()) {
      try {
        decide(commands.cast(standing.event().command()), before, checker);
      } catch (Refusal refusal) {
        refusals.put(standing.entry(), refusal);
      }
      before = before.evolve(standing.event(), standing.entry());
    }
    return refusals;
  }

  /** With what was recorded; the entry has this version. */
  public DecisionModel<C, E, S> evolve(LedgerEvent event, long version) {
    EffectiveHistory<E> more = entries.with(version, event);
    S now =
        event instanceof EntryEvent
            ? fold(more.standing())
            : state.evolve(events.cast(event), version);
    return new DecisionModel<>(commands, events, blank, more, now);
  }

  private S fold(List<EffectiveEvent<E>> standing) {
    S after = blank;
    for (EffectiveEvent<E> entry : standing) {
      after = after.evolve(entry.event(), entry.entry());
    }
    return after;
  }
}
