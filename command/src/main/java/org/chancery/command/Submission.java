package org.chancery.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.chancery.journal.Attribution;
import org.chancery.journal.CommandKey;
import org.chancery.journal.Registry;
import org.chancery.shared.ProblemException;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.chancery.shared.entry.LedgerCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command as it was handed in, with all that its entries will say of it.
 *
 * @param ifMatch the version that the subject must have, or null where any will do
 * @param retryable true where the caller chose the key, so that it may have been used before
 * @param changed what a correction changes of what stood
 * @param reading null where names were ids already
 */
public record Submission(
    LedgerCommand command,
    Attribution attribution,
    @Nullable IfMatch ifMatch,
    boolean retryable,
    List<CorrectedPlace> changed,
    @Nullable Reading reading) {

  /**
   * How a command was read.
   *
   * @param learnt up to which position it was known then what its names stand for
   * @param again reads it once more; fails as {@link ProblemException}
   */
  record Reading(long learnt, Supplier<Submission> again) {}

  CommandKey key() {
    return attribution.key();
  }

  String subject() {
    return command.subject().toString();
  }

  /** The same after an append of which nobody knows whether it took place: its key may be used. */
  Submission perhapsEntered() {
    return new Submission(command, attribution, ifMatch, true, changed, reading);
  }

  Submission read(Reading by) {
    return new Submission(command, attribution, ifMatch, retryable, changed, by);
  }

  /** The same command under the same key, its names understood as they are by now. */
  Submission again() {
    if (reading == null) {
      return this;
    }
    Submission now = reading.again().get();
    return new Submission(
        now.command, now.attribution, ifMatch, retryable, now.changed, now.reading);
  }

  /** Up to which position its names were understood, if not later than the given one. */
  long learnt(long position) {
    return reading == null ? position : Math.min(position, reading.learnt());
  }

  /** True where what others may name changes, so that whoever comes next must wait for it. */
  boolean registers() {
    return Registry.includes(command.subject());
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
