package org.chancery.query.relationship;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.shared.relationship.RelationsState;
import org.chancery.shared.relationship.RelationsStep;
import org.chancery.shared.time.Stretch;

/**
 * Claims upon one history. Each may be right or wrong, so one may follow from another: a severance
 * that a resumption ended leaves other traces than either of the two alone.
 */
final class Claims {
  private final List<Claim> all;
  private final List<Stretch<RelationsState, RelationsStep>> stretches;

  /** By the entry of the claim, what it may have made of what was before. */
  private final Map<Long, Possible> outsets = new HashMap<>();

  /**
   * Follows the claims.
   *
   * @param stretches all of the history without them
   */
  Claims(List<Claim> all, List<Stretch<RelationsState, RelationsStep>> stretches) {
    this.all = List.copyOf(all);
    this.stretches = stretches;
    all.forEach(claim -> outsets.put(claim.entry(), claim.madeOf(told(claim))));
    // There are a few dozen states at most, so that this ends.
    boolean more = true;
    while (more) {
      more = combined();
    }
  }

  private Possible told(Claim claim) {
    return Possible.told(
        claim.within(stretches).stream().flatMap(s -> s.states().stream()).distinct().toList());
  }

  /** True where something was added. */
  private boolean combined() {
    boolean more = false;
    for (Claim claim : all) {
      for (Claim other : all) {
        if (claim.mayFollow(other)) {
          more |= outset(claim).add(claim.madeOf(before(claim, other)));
        }
      }
    }
    return more;
  }

  private Possible before(Claim claim, Claim other) {
    Possible before = new Possible();
    claim.within(stretches).forEach(on -> before.add(other.ledTo(outset(other), on)));
    return before;
  }

  /** What they may have led to on a part of a stretch; nothing before the first of them. */
  Possible on(Stretch<RelationsState, RelationsStep> part) {
    Possible led = new Possible();
    for (Claim claim : all) {
      if (claim.mayHold(part)) {
        led.join(claim.ledTo(outset(claim), part));
      }
    }
    return led;
  }

  private Possible outset(Claim claim) {
    return Objects.requireNonNull(outsets.get(claim.entry()));
  }
}
