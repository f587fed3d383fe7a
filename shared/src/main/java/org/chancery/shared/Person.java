package org.chancery.shared;

/**
 * A person of whom something is recorded: an official of the ledger, or one known by name alone.
 */
public sealed interface Person permits OfficialId, NamedPerson {}
