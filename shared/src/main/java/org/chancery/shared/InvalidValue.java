package org.chancery.shared;

/** A value that no history could make meaningful, with the code that tells the caller why. */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final RefusalCode code;

  public InvalidValue(RefusalCode code, String message) {
    super(message);
    this.code = code;
  }

  public RefusalCode code() {
    return code;
  }
}
