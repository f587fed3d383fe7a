package org.chancery.command.official;

import java.util.Locale;
import org.chancery.shared.party.PartyId;

/** An office of a party; sources disagree on capitals, so they do not tell offices apart. */
record Office(String title, PartyId party) {

  Office {
    title = title.toLowerCase(Locale.ROOT);
  }
}
