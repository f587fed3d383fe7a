package org.chancery.command.decision;

import java.util.List;

/**
 * What is no ground to refuse a command, and should be looked at.
 *
 * @param code stable, for programs; there may be further ones
 * @param subject the address of what the command may be confused with
 * @param entries the entries that it rests on
 */
public record Warning(String code, String subject, List<Long> entries, String detail) {

  /** That the subject looks like what the command tells of. */
  public static Warning looksLike(String subject, List<Long> entries, String detail) {
    return new Warning("LOOKS_LIKE", "/api/" + subject, entries, detail);
  }

  /** That nobody could look, in time or at all. */
  public static Warning notCompared(String subject) {
    return new Warning(
        "NOT_COMPARED",
        "/api/" + subject,
        List.of(),
        "the read models are behind or kept elsewhere, so nothing was looked for that it may be"
            + " confused with");
  }
}
