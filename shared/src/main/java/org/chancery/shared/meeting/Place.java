package org.chancery.shared.meeting;

import org.chancery.shared.PartyId;
import org.chancery.shared.precondition.Require;
import org.jspecify.annotations.Nullable;

/** Where a meeting is held: a country, a locality in it, or both as far as known. */
public record Place(@Nullable PartyId country, @Nullable String locality) {

  public Place {
    locality = Require.optionalText("locality", locality);
  }
}
