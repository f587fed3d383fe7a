package org.chancery.command.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.Refusal;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.precondition.Reference;

/** Gathers what a command takes for granted in vain. */
final class Unmet {
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
