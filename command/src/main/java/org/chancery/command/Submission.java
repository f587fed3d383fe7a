package org.chancery.command;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.chancery.journal.Attribution;
import org.chancery.shared.LedgerCommand;
import org.chancery.shared.official.OfficialCommand;
import org.chancery.shared.party.PartyCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command as it was handed in, with all that its entries will say of it.
 *
 * @param ifMatch the version that the subject must have, or null where any will do
 * @param retryable true where the caller chose the key, so that it may have been used before
 */
public record Submission(
    LedgerCommand command, Attribution attribution, @Nullable Long ifMatch, boolean retryable) {

  String key() {
    return attribution.commandId();
  }

  String subject() {
    return command.subject().toString();
  }

  /** True where what others may name changes, so that whoever comes next must wait for it. */
  boolean registers() {
    return command instanceof PartyCommand || command instanceof OfficialCommand;
  }

  CommandMessage<LedgerCommand> asMessage() {
    Map<String, Object> metaData = new HashMap<>(attribution.asMetaData());
    if (ifMatch != null) {
      metaData.put(Attribution.IF_MATCH, ifMatch.toString());
    }
    return new GenericCommandMessage<>(command, metaData);
  }
}
