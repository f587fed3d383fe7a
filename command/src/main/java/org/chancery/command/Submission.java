package org.chancery.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.chancery.command.reference.Directory;
import org.chancery.journal.Attribution;
import org.chancery.journal.CommandKey;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.chancery.shared.entry.LedgerCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command as it was handed in, with all that its entries will say of it.
 *
 * @param ifMatch the version that the subject must have, or null where any will do
 * @param retryable true where the caller chose the key, so that it may have been used before
 * @param changed what a correction changes of what stood
 */
public record Submission(
    LedgerCommand command,
    Attribution attribution,
    @Nullable IfMatch ifMatch,
    boolean retryable,
    List<CorrectedPlace> changed) {

  CommandKey key() {
    return attribution.key();
  }

  String subject() {
    return command.subject().toString();
  }

  /** The same after an append of which nobody knows whether it took place: its key may be used. */
  Submission perhapsEntered() {
    return new Submission(command, attribution, ifMatch, true, changed);
  }

  /** True where what others may name changes, so that whoever comes next must wait for it. */
  boolean registers() {
    return Directory.REGISTERED.contains(command.subject().concept());
  }

  /** True where what others may name may cease to be registered. */
  boolean mayUnregister() {
    return registers() && command instanceof RetractEntry;
  }

  /** Goes to the aggregate of its concept. */
  CommandMessage<LedgerCommand> asMessage() {
    Map<String, Object> metaData = new HashMap<>(attribution.asMetaData());
    String versions = ifMatch == null ? null : ifMatch.text();
    if (versions != null) {
      metaData.put(Attribution.IF_MATCH, versions);
    }
    return new GenericCommandMessage<>(
        new GenericMessage<>(command, metaData), command.subject().concept());
  }
}
