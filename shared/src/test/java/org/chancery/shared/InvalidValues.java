package org.chancery.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a test says of a value that means nothing. */
public final class InvalidValues {

  private InvalidValues() {}

  /** Asserts the code, and goes on with the message. */
  public static AbstractStringAssert<?> assertInvalid(RefusalCode code, ThrowingCallable making) {
    InvalidValue invalid = catchThrowableOfType(InvalidValue.class, making);
    assertThat(invalid).as("refused").isNotNull();
    assertThat(invalid.code()).isEqualTo(code);
    return assertThat(invalid.getMessage());
  }
}
