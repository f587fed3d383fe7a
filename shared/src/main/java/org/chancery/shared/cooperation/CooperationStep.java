package org.chancery.shared.cooperation;

import java.util.Locale;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.cooperation.CooperationEvent.CooperationResumed;
import org.chancery.shared.cooperation.CooperationEvent.CooperationSuspended;
import org.chancery.shared.cooperation.CooperationEvent.CooperationTerminated;

/** A change in a cooperation. */
public enum CooperationStep {
  ESTABLISHED,
  SUSPENDED,
  RESUMED,
  TERMINATED;

  /** What an event changes. */
  public static CooperationStep of(CooperationEvent event) {
    return switch (event) {
      case CooperationEstablished _ -> ESTABLISHED;
      case CooperationSuspended _ -> SUSPENDED;
      case CooperationResumed _ -> RESUMED;
      case CooperationTerminated _ -> TERMINATED;
    };
  }

  @Override
  public String toString() {
    return "cooperation " + name().toLowerCase(Locale.ROOT);
  }
}
