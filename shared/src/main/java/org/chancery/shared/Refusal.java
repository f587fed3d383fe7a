package org.chancery.shared;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.shared.Problem.Fault;

/**
 * A command that history does not bear. Thrown, not returned, so that nothing of the command is
 * kept.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RefusalCode code;
  private final String detail;
  private final transient List<Long> versions;
  private final transient List<Fault> faults;

  /**
   * Refuses, naming what stands in the way.
   *
   * @param detail one sentence in the words of the domain
   * @param versions the subject's versions (from 0) whose entries stand in the way
   */
  public Refusal(RefusalCode code, String detail, List<Long> versions) {
    this(code, detail, versions, List.of());
  }

  /** Refuses, naming the places of the command's content that are at fault too. */
  public Refusal(RefusalCode code, String detail, List<Long> versions, List<Fault> faults) {
    super(detail, null, false, false);
    this.code = code;
    this.detail = detail;
    this.versions = List.copyOf(versions);
    this.faults = List.copyOf(faults);
  }

  public Refusal(RefusalCode code, String detail) {
    this(code, detail, List.of());
  }

  /** Fields that history does not give, so that the command must. */
  public static Refusal missing(String detail, String... fields) {
    return new Refusal(
        RefusalCode.INVALID_FIELDS,
        detail,
        List.of(),
        Stream.of(fields).map(field -> new Fault("/" + field, detail)).toList());
  }

  /** The record of the subject was begun before, by its first entry. */
  public static Refusal alreadyExists(Subject subject) {
    return new Refusal(
        RefusalCode.ALREADY_EXISTS, "%s is in the ledger already".formatted(subject), List.of(0L));
  }

  public static Refusal unknown(Subject subject) {
    return new Refusal(RefusalCode.UNKNOWN_SUBJECT, "nothing is recorded of " + subject);
  }

  public RefusalCode code() {
    return code;
  }

  public String detail() {
    return detail;
  }

  public List<Long> versions() {
    return versions;
  }

  public List<Fault> faults() {
    return faults;
  }
}
