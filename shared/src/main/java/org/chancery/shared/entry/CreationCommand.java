package org.chancery.shared.entry;

/** Begins the record of a subject, so it may leave the subject's id to the server. */
public interface CreationCommand extends LedgerCommand {}
