package org.chancery.journal;

/**
 * By what a command is known again: keys belong to the principal who used them, so two principals
 * may use the same one for different things.
 *
 * @param principal who sent the command
 * @param id the idempotency key, or what the ledger gave in its place
 */
public record CommandKey(String principal, String id) {}
