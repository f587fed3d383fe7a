package org.chancery.command.official;

import org.chancery.shared.PartyId;
import org.chancery.shared.text.TextForm;

/**
 * An office of a party; sources disagree on capitals, accents and spaces, so the spelling does not
 * tell offices apart.
 */
record Office(String title, PartyId party) {

  Office {
    title = TextForm.folded(title);
  }
}
