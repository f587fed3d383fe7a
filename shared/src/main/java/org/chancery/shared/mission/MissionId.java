package org.chancery.shared.mission;

import org.chancery.shared.Identifier;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A permanent mission: of one party, to another. Its id follows from theirs, such as {@code
 * united-states-to-russia}.
 */
public record MissionId(PartyId sending, PartyId receiving) {

  /** Fails as SELF_RELATION where they are one, as INVALID_ID where the ids are too long. */
  public MissionId {
    if (sending.equals(receiving)) {
      throw new InvalidValue(
          RefusalCode.SELF_RELATION, "receiving", "%s has no mission to itself".formatted(sending));
    }
    Identifier.checked(value(sending, receiving));
  }

  private static String value(PartyId sending, PartyId receiving) {
    return sending + "-to-" + receiving;
  }

  /** Someone who serves in it; an official or a name. */
  DiplomaticAgent agent(@Nullable OfficialId official, @Nullable String name) {
    return new DiplomaticAgent(official, name);
  }

  public Subject subject() {
    return new Subject(MissionEvent.CONCEPT, toString());
  }

  @Override
  public String toString() {
    return value(sending, receiving);
  }
}
