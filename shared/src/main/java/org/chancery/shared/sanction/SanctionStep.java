package org.chancery.shared.sanction;

import java.util.Locale;
import org.chancery.shared.sanction.SanctionEvent.SanctionsAmended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsEased;
import org.chancery.shared.sanction.SanctionEvent.SanctionsImposed;
import org.chancery.shared.sanction.SanctionEvent.SanctionsLifted;
import org.chancery.shared.sanction.SanctionEvent.SanctionsReinstated;
import org.chancery.shared.sanction.SanctionEvent.SanctionsSuspended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsThreatened;

/** A change in sanctions. An amendment changes their measures and not their state. */
public enum SanctionStep {
  THREATENED,
  IMPOSED,
  AMENDED,
  EASED,
  SUSPENDED,
  REINSTATED,
  LIFTED;

  /** What an event changes. */
  public static SanctionStep of(SanctionEvent event) {
    return switch (event) {
      case SanctionsThreatened _ -> THREATENED;
      case SanctionsImposed _ -> IMPOSED;
      case SanctionsAmended _ -> AMENDED;
      case SanctionsEased _ -> EASED;
      case SanctionsSuspended _ -> SUSPENDED;
      case SanctionsReinstated _ -> REINSTATED;
      case SanctionsLifted _ -> LIFTED;
    };
  }

  @Override
  public String toString() {
    return "sanctions " + name().toLowerCase(Locale.ROOT);
  }
}
