package org.chancery.command.reference;

import java.util.List;
import org.chancery.command.decision.Warning;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyCommand.RenameParty;
import org.chancery.shared.text.TextForm;

/** Finds those who go or went by the name of one who is to be registered or renamed. */
public final class Namesakes {
  private final Directory directory;
  private final Journal journal;

  public Namesakes(Directory directory, Journal journal) {
    this.directory = directory;
    this.journal = journal;
  }

  /** Those whose registration stood at a position; ten at most. */
  public List<Warning> of(LedgerCommand command, long position) {
    return switch (command) {
      case RegisterOfficial(var _, var name) -> of(command.subject(), name, position);
      case RegisterParty party -> of(command.subject(), party.name(), position);
      case RenameParty party -> of(command.subject(), party.name(), position);
      default -> List.of();
    };
  }

  private List<Warning> of(Subject self, String name, long position) {
    return directory.called(self.concept(), TextForm.folded(name)).stream()
        .filter(other -> !other.equals(self))
        .flatMap(other -> journal.ofSubject(other.toString(), 0, 1).stream())
        .filter(entry -> entry.position() <= position)
        .map(entry -> warning(entry, name))
        .limit(10)
        .toList();
  }

  private static Warning warning(Entry registered, String name) {
    return Warning.looksLike(
        registered.subject().toString(),
        List.of(registered.position()),
        "the same name, %s".formatted(name));
  }
}
