package org.chancery.shared.mission;

import org.chancery.shared.Choice;
import org.chancery.shared.mission.MissionEvent.AgrementGranted;
import org.chancery.shared.mission.MissionEvent.AgrementRefused;
import org.chancery.shared.mission.MissionEvent.CredentialsPresented;
import org.chancery.shared.mission.MissionEvent.FunctionsEnded;
import org.chancery.shared.mission.MissionEvent.HeadAppointed;
import org.chancery.shared.mission.MissionEvent.HeadArrived;
import org.chancery.shared.mission.MissionEvent.HeadNominated;
import org.chancery.shared.mission.MissionEvent.MissionDiscrepancyNoted;
import org.chancery.shared.mission.MissionEvent.PersonaNonGrataDeclared;
import org.jspecify.annotations.Nullable;

/** A step of one term at the head of a mission, in the order in which they are taken. */
public enum HeadStep {
  NOMINATED,
  AGREMENT_GRANTED,
  AGREMENT_REFUSED,
  APPOINTED,
  ARRIVED,
  CREDENTIALS_PRESENTED,
  FUNCTIONS_ENDED;

  /** What an event changes; null where it changes nothing. */
  public static @Nullable HeadStep of(MissionEvent event) {
    return switch (event) {
      case HeadNominated _ -> NOMINATED;
      case AgrementGranted _ -> AGREMENT_GRANTED;
      case AgrementRefused _ -> AGREMENT_REFUSED;
      case HeadAppointed _ -> APPOINTED;
      case HeadArrived _ -> ARRIVED;
      case CredentialsPresented _ -> CREDENTIALS_PRESENTED;
      case FunctionsEnded _ -> FUNCTIONS_ENDED;
      case PersonaNonGrataDeclared _, MissionDiscrepancyNoted _ -> null;
    };
  }

  @Override
  public String toString() {
    return Choice.text(this);
  }
}
