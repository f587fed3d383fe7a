package org.chancery.query.asof;

import org.chancery.shared.LedgerEvent;

/** An event and the journal position that says so. */
public record Recorded<E extends LedgerEvent>(long position, E event) {}
