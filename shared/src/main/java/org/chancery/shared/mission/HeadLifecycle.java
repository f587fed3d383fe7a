package org.chancery.shared.mission;

import static org.chancery.shared.mission.HeadStep.AGREMENT_GRANTED;
import static org.chancery.shared.mission.HeadStep.AGREMENT_REFUSED;
import static org.chancery.shared.mission.HeadStep.APPOINTED;
import static org.chancery.shared.mission.HeadStep.ARRIVED;
import static org.chancery.shared.mission.HeadStep.CREDENTIALS_PRESENTED;
import static org.chancery.shared.mission.HeadStep.FUNCTIONS_ENDED;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.Lifecycle;
import org.jspecify.annotations.Nullable;

/**
 * One term at the head of a mission. Steps that nobody recorded may lack; each is taken once, and
 * none after a later one (Vienna Convention 1961, arts. 4, 10, 13 and 43).
 */
public final class HeadLifecycle implements Lifecycle<Set<HeadStep>, HeadStep> {

  @Override
  public Set<HeadStep> initial() {
    return Set.of();
  }

  @Override
  public @Nullable RefusalCode objection(Set<HeadStep> taken, HeadStep step) {
    if (taken.contains(FUNCTIONS_ENDED)) {
      return RefusalCode.FUNCTIONS_ENDED;
    }
    if (step == FUNCTIONS_ENDED) {
      return taken.isEmpty() ? RefusalCode.OFFICE_NOT_HELD : null;
    }
    if (taken.contains(AGREMENT_REFUSED)) {
      return RefusalCode.AGREMENT_REFUSED;
    }
    boolean tooLate = taken.stream().anyMatch(other -> other == step || precedes(step, other));
    return tooLate ? RefusalCode.STEP_TAKEN : null;
  }

  /** An agrément is asked for before a nomination is told or after it, so they have no order. */
  private static boolean precedes(HeadStep step, HeadStep other) {
    return switch (step) {
      case NOMINATED, APPOINTED -> other.compareTo(step) > 0 && other.compareTo(APPOINTED) >= 0;
      case AGREMENT_GRANTED, AGREMENT_REFUSED -> other == ARRIVED || other == CREDENTIALS_PRESENTED;
      case ARRIVED -> other == CREDENTIALS_PRESENTED;
      case CREDENTIALS_PRESENTED, FUNCTIONS_ENDED -> false;
    };
  }

  @Override
  public Set<HeadStep> after(Set<HeadStep> taken, HeadStep step) {
    EnumSet<HeadStep> more = EnumSet.of(step);
    more.addAll(taken);
    if (step == AGREMENT_REFUSED) {
      more.remove(AGREMENT_GRANTED);
    }
    return Collections.unmodifiableSet(more);
  }
}
