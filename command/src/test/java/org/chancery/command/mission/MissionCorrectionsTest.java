package org.chancery.command.mission;

import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;

import org.chancery.command.Scenario;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.mission.DiplomaticAgent;
import org.chancery.shared.mission.MannerOfEnd;
import org.chancery.shared.mission.MissionEvent.CredentialsPresented;
import org.chancery.shared.mission.MissionEvent.FunctionsEnded;
import org.chancery.shared.mission.MissionEvent.HeadAppointed;
import org.chancery.shared.mission.TermId;
import org.junit.jupiter.api.Test;

/** A correction is judged in the place of its entry, and by what must still follow it. */
class MissionCorrectionsTest {
  private static final DiplomaticAgent HEAD = new DiplomaticAgent(null, "George Kennan");
  private static final TermId FIRST = new TermId("1");
  private static final HeadAppointed APPOINTED =
      new HeadAppointed(US, RUSSIA, HEAD, FIRST, "Ambassador", on("1952-03-14"));
  private static final CredentialsPresented ACCREDITED = presented("1952-05-14");
  private static final FunctionsEnded ENDED =
      new FunctionsEnded(US, RUSSIA, HEAD, FIRST, on("1952-09-19"), MannerOfEnd.LEFT_POST);
  private static final long POSITION = 1_000;

  @Test
  void aDateIsCorrected() {
    Scenario.of(Mission.class, APPOINTED, ACCREDITED, ENDED)
        .when(correct(1, presented("1952-05-15")))
        .enters(
            new EntryCorrected(
                APPOINTED.subject(), POSITION, 1, presented("1952-05-15"), "misread"));
  }

  @Test
  void aCorrectionIsRefusedWhereALaterEntryCouldNoLongerFollow() {
    Scenario.of(Mission.class, APPOINTED, ACCREDITED, ENDED)
        .when(correct(1, presented("1953-01-01")))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 2);
  }

  @Test
  void anEntryIsRetractedWhereTheOthersStillStand() {
    Scenario.of(Mission.class, APPOINTED, ACCREDITED, ENDED)
        .when(new RetractEntry(APPOINTED.subject(), POSITION, 1, "misread"))
        .enters(new EntryRetracted(APPOINTED.subject(), POSITION, 1, "misread"));
    Scenario.of(Mission.class, ACCREDITED, ENDED)
        .when(new RetractEntry(APPOINTED.subject(), POSITION, 0, "misread"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 1);
  }

  private static CredentialsPresented presented(String date) {
    return new CredentialsPresented(US, RUSSIA, HEAD, FIRST, on(date));
  }

  private static CorrectEntry correct(long version, CredentialsPresented as) {
    return new CorrectEntry(as.subject(), POSITION, version, as.command(), "misread");
  }
}
