package org.chancery.shared.agreement;

import org.chancery.shared.InvalidValue;
import org.chancery.shared.OfficialId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.precondition.Require;
import org.jspecify.annotations.Nullable;

/** Who signs for a party: an official of the ledger, or a person known by name alone. */
public record Representative(@Nullable OfficialId official, @Nullable String name) {

  public Representative {
    name = Require.optionalText("name", name);
    if ((official == null) == (name == null)) {
      throw new InvalidValue(
          RefusalCode.INVALID_FIELDS, "a representative is an official or a name, one of the two");
    }
  }
}
