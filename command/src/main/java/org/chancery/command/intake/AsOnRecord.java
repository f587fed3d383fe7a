package org.chancery.command.intake;

/**
 * A record that asks nothing of the ledger: it stands there as told, or by a later word.
 *
 * @param draft what would have been submitted
 */
public record AsOnRecord(Draft draft) implements Reading {}
