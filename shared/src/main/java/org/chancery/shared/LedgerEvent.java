package org.chancery.shared;

/** What became true, or was learned to have been true. Recorded once, never edited. */
public interface LedgerEvent {

  Subject subject();
}
