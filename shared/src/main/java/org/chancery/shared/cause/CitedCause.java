package org.chancery.shared.cause;

/**
 * Over what something was done: an entry of the ledger, whatever became of that entry since.
 *
 * @param entry its position in the journal
 */
public record CitedCause(Long entry) {}
