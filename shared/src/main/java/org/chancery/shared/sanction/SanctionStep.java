package org.chancery.shared.sanction;

import java.util.List;
import java.util.Locale;
import org.chancery.shared.sanction.SanctionEvent.SanctionsAmended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsEased;
import org.chancery.shared.sanction.SanctionEvent.SanctionsImposed;
import org.chancery.shared.sanction.SanctionEvent.SanctionsLifted;
import org.chancery.shared.sanction.SanctionEvent.SanctionsReinstated;
import org.chancery.shared.sanction.SanctionEvent.SanctionsSuspended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsThreatened;

/**
 * A change in sanctions.
 *
 * @param measures those from then on; empty where they stay what they were
 */
public record SanctionStep(Change change, List<Measure> measures) {

  /** What changes. */
  public enum Change {
    THREATENED,
    IMPOSED,
    AMENDED,
    EASED,
    SUSPENDED,
    REINSTATED,
    LIFTED
  }

  /** What an event changes. */
  public static SanctionStep of(SanctionEvent event) {
    return switch (event) {
      case SanctionsThreatened as -> new SanctionStep(Change.THREATENED, as.measures());
      case SanctionsImposed as -> new SanctionStep(Change.IMPOSED, as.measures());
      case SanctionsAmended as -> new SanctionStep(Change.AMENDED, as.measures());
      case SanctionsEased as -> new SanctionStep(Change.EASED, as.measures());
      case SanctionsReinstated as -> new SanctionStep(Change.REINSTATED, as.measures());
      case SanctionsSuspended _ -> new SanctionStep(Change.SUSPENDED, List.of());
      case SanctionsLifted _ -> new SanctionStep(Change.LIFTED, List.of());
    };
  }

  @Override
  public String toString() {
    return "sanctions " + change.name().toLowerCase(Locale.ROOT);
  }
}
