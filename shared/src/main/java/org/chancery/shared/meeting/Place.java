package org.chancery.shared.meeting;

import org.chancery.shared.Require;
import org.chancery.shared.party.PartyId;
import org.jspecify.annotations.Nullable;

/** Where a meeting is held: a country, a locality in it, or both as far as known. */
public record Place(@Nullable PartyId country, @Nullable String locality) {

  public Place {
    locality = Require.optionalText("locality", locality);
  }
}
