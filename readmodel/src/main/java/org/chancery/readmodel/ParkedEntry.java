package org.chancery.readmodel;

import java.time.Instant;

/**
 * An entry that a read model lacks.
 *
 * @param subject what it is about, as a path
 * @param cause what went wrong, in one text
 * @param since recorded time at which it was parked first
 */
record ParkedEntry(long position, String subject, String cause, Instant since) {

  ParkedEntry since(Instant earlier) {
    return new ParkedEntry(position, subject, cause, earlier);
  }
}
