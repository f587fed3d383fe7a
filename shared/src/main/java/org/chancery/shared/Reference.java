package org.chancery.shared;

import java.util.List;
import org.chancery.shared.official.OfficialId;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** Something outside its subject that a command takes for granted. */
public sealed interface Reference {

  /** The party is registered. */
  record Known(PartyId party) implements Reference {}

  /** The party is registered and existed at some time within the span. */
  record Extant(PartyId party, EdtfSpan when) implements Reference {}

  /** No other party goes by these codes. */
  record Unclaimed(PartyId party, List<String> codes) implements Reference {}

  /** What is told as past has begun by today. */
  record Begun(EdtfSpan when) implements Reference {}

  /** The official is registered. */
  record KnownOfficial(OfficialId official) implements Reference {}

  /** Where the official's terms in this office are recorded, one of them touches the span. */
  record InOffice(OfficialId official, String office, EdtfSpan when) implements Reference {}

  static List<Reference> extant(List<PartyId> parties, EdtfSpan when) {
    return parties.stream().<Reference>map(party -> new Extant(party, when)).toList();
  }

  static List<Reference> known(@Nullable PartyId party) {
    return party == null ? List.of() : List.of(new Known(party));
  }
}
