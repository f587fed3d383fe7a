package org.chancery.intake.source;

import org.chancery.shared.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * A record, or the rest of a file, that cannot be read. Others of the source are not refused for
 * it.
 *
 * @param origin the file, relative to the source
 * @param line where in the file, from 1; 0 where the file as a whole is meant
 * @param reason what is wrong, in words for whoever keeps the source
 * @param id what the source calls the record, or null where that cannot be read
 * @param isRecord false where it is no record but what is left of the file
 */
public record RejectedRecord(
    String origin, int line, String reason, @Nullable String id, boolean isRecord)
    implements ParsedRecord {

  public RejectedRecord(String origin, int line, String reason) {
    this(origin, line, reason, null, true);
  }

  /** A record that is faulty itself. */
  public RejectedRecord(String origin, int line, @Nullable String id, InvalidValue fault) {
    this(origin, line, String.valueOf(fault.getMessage()), id, true);
  }

  static RejectedRecord restOf(String file, int line, String reason) {
    return new RejectedRecord(file, line, reason, null, false);
  }

  public String place() {
    return "%s, line %d%s".formatted(origin, line, id == null ? "" : ", " + id);
  }
}
