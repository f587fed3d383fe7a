package org.chancery.seal;

import java.time.Duration;

/**
 * How long the sealing rests.
 *
 * @param checkpoint after each checkpoint: it costs a sync
 * @param afterFailure before a database that failed is asked again
 * @param look before the next look for a checkpoint that the witness has not seen
 * @param afterTrouble before a witness that did not cosign is asked again
 */
record Pauses(Duration checkpoint, Duration afterFailure, Duration look, Duration afterTrouble) {
  static final Pauses USUAL =
      new Pauses(
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5));
}
