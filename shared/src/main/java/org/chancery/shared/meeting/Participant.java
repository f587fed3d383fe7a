package org.chancery.shared.meeting;

import org.chancery.shared.InvalidValue;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.precondition.Require;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part: an official of the ledger, or a person known by name alone.
 *
 * @param party for whom they take part
 */
public record Participant(
    @Nullable OfficialId official, @Nullable String name, @Nullable PartyId party) {

  public Participant {
    name = Require.optionalText("name", name);
    if ((official == null) == (name == null)) {
      throw new InvalidValue(
          RefusalCode.INVALID_FIELDS, "a participant is an official or a name, one of the two");
    }
  }
}
