package org.chancery.shared;

/** A value that no history could make meaningful, with the code that tells the caller why. */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final RefusalCode code;
  private final String detail;

  /** Says in one sentence what is wrong with the value. */
  public InvalidValue(RefusalCode code, String detail) {
    super(detail);
    this.code = code;
    this.detail = detail;
  }

  public RefusalCode code() {
    return code;
  }

  public String detail() {
    return detail;
  }
}
