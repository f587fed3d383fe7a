package org.chancery.intake.travel;

import org.chancery.intake.source.RejectedRecord;
import org.chancery.shared.OfficialId;
import org.jspecify.annotations.Nullable;

/**
 * A leg, or the rest of a file, that cannot be read.
 *
 * @param traveller whose leg it is; null where it may be anybody's of the file
 */
record LegFault(RejectedRecord told, @Nullable OfficialId traveller) {

  static LegFault ofAnybody(String file, int line, String reason) {
    return new LegFault(new RejectedRecord(file, line, reason), null);
  }

  String file() {
    return told.origin();
  }

  String place() {
    return told.place();
  }
}
