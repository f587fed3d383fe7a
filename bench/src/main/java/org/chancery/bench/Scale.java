package org.chancery.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param warmUps how often each contestant has a turn that does not count
 * @param rounds how often each contestant has its turn then
 * @param requests questions asked over HTTP in a turn
 * @param appends commands a client executes in a turn
 * @param trips trips imported in a turn
 * @param entries length of the journal that is replayed
 * @param many length of the long journal
 * @param versions versions of the relationships that are looked up
 * @param lookups how long one measurement of lookups takes
 * @param lookupRounds how often lookups are measured, each time in new JVMs
 * @param leaves entries that are sealed
 * @param proofs how many of them are proved
 * @param limit after which no further round of one benchmark begins
 */
record Scale(
    int warmUps,
    int rounds,
    int requests,
    int appends,
    int trips,
    int entries,
    int many,
    List<Integer> versions,
    Duration lookups,
    int lookupRounds,
    int leaves,
    int proofs,
    Duration limit) {

  static Scale full() {
    return new Scale(
        3,
        5,
        400,
        400,
        20_000,
        50_000,
        1_000_000,
        List.of(10, 100, 1_000, 10_000),
        Duration.ofSeconds(1),
        3,
        1_000_000,
        20_000,
        Duration.ofMinutes(3));
  }

  static Scale quick() {
    return new Scale(
        1,
        1,
        40,
        60,
        500,
        2_000,
        20_000,
        List.of(10, 1_000),
        Duration.ofMillis(200),
        1,
        20_000,
        2_000,
        Duration.ofSeconds(10));
  }
}
