package org.chancery.journal;

import java.util.Set;
import org.chancery.shared.Subject;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyEvent;

/**
 * The concepts whose subjects others name once they are on record. Each command is decided knowing
 * of them, so the journal keeps where the last entry on any of them stands.
 */
public final class Registry {
  /** By their names in the paths of subjects. */
  public static final Set<String> CONCEPTS =
      Set.of(PartyEvent.CONCEPT, OfficialEvent.CONCEPT, ConferenceEvent.CONCEPT);

  private Registry() {}

  /** True of a subject that others may name. */
  public static boolean includes(Subject subject) {
    return CONCEPTS.contains(subject.concept());
  }
}
