package org.chancery.command.cooperation;

import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;

import java.util.List;
import org.chancery.command.Scenario;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.cooperation.CooperationCommand.SuspendCooperation;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.cooperation.CooperationEvent.CooperationResumed;
import org.chancery.shared.cooperation.CooperationEvent.CooperationSuspended;
import org.chancery.shared.cooperation.CooperationEvent.CooperationTerminated;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.entry.LedgerEvent;
import org.junit.jupiter.api.Test;

/** A correction is judged in the place of its entry, and by what must still follow it. */
class CooperationCorrectionsTest {
  private static final CooperationId MILITARY = new CooperationId("us-ru-military");
  private static final Subject SUBJECT = new Subject("cooperations", "us-ru-military");
  private static final CooperationEstablished ESTABLISHED = established("1992");
  private static final CooperationSuspended SUSPENDED =
      new CooperationSuspended(MILITARY, on("2014-03-03"), "Crimea");
  private static final CooperationResumed RESUMED =
      new CooperationResumed(MILITARY, on("2015"), "talks");
  private static final long POSITION = 1_000;

  @Test
  void aDateIsCorrected() {
    Scenario.of(Cooperation.class, ESTABLISHED, SUSPENDED)
        .when(correct(1, suspended("2014-04-01")))
        .enters(corrected(1, suspended("2014-04-01")));
  }

  @Test
  void aCorrectionIsRefusedWhereItsCommandWouldHaveBeen() {
    Scenario.of(Cooperation.class, ESTABLISHED, SUSPENDED)
        .when(correct(1, suspended("1980")))
        .isRefused(RefusalCode.COOPERATION_NOT_ACTIVE);
  }

  @Test
  void aCorrectionIsRefusedWhereALaterEntryCouldNoLongerFollow() {
    Scenario.of(Cooperation.class, ESTABLISHED, SUSPENDED)
        .when(correct(0, established("2015")))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 1);
  }

  @Test
  void whatDidNotFitBeforeDoesNotStandInTheWay() {
    Scenario.of(Cooperation.class, ESTABLISHED, RESUMED)
        .when(correct(0, established("1993")))
        .enters(corrected(0, established("1993")));
  }

  @Test
  void anEntryIsRetracted() {
    Scenario.of(Cooperation.class, ESTABLISHED, SUSPENDED).when(retract(1)).enters(retracted(1));
  }

  @Test
  void anEntryOnWhichAnotherRestsIsNotRetracted() {
    Scenario.of(Cooperation.class, ESTABLISHED, SUSPENDED, RESUMED)
        .when(retract(1))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 2);
    Scenario.of(Cooperation.class, ESTABLISHED, SUSPENDED)
        .when(retract(0))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 1);
  }

  @Test
  void anEntryIsSupersededOnce() {
    Scenario.of(Cooperation.class, ESTABLISHED, SUSPENDED, corrected(1, suspended("2014-04-01")))
        .when(correct(1, suspended("2014-05-01")))
        .isRefused(RefusalCode.ENTRY_SUPERSEDED, 2);
  }

  @Test
  void aCorrectionIsItselfCorrected() {
    Scenario.of(Cooperation.class, ESTABLISHED, SUSPENDED, corrected(1, suspended("2014-04-01")))
        .when(correct(2, suspended("2014-05-01")))
        .enters(corrected(2, suspended("2014-05-01")));
  }

  @Test
  void onceACorrectionIsRetractedTheEntryStandsAgain() {
    Scenario.of(
            Cooperation.class,
            ESTABLISHED,
            SUSPENDED,
            corrected(1, suspended("2016-01-01")),
            retracted(2))
        .when(resume("2015"))
        .enters(RESUMED);
  }

  @Test
  void aRetractionIsItselfRetracted() {
    List<LedgerEvent> history = List.of(ESTABLISHED, SUSPENDED, retracted(1));
    Scenario.of(Cooperation.class, history)
        .when(resume("2015"))
        .isRefused(RefusalCode.NOT_SUSPENDED, 0);
    Scenario.of(Cooperation.class, history).when(retract(2)).enters(retracted(2));
    Scenario.of(Cooperation.class, ESTABLISHED, SUSPENDED, retracted(1), retracted(2))
        .when(resume("2015"))
        .enters(RESUMED);
  }

  @Test
  void aRetractionIsNotCorrected() {
    Scenario.of(Cooperation.class, ESTABLISHED, SUSPENDED, retracted(1))
        .when(correct(2, suspended("2014-04-01")))
        .isRefused(RefusalCode.INVALID_FIELDS, 2);
  }

  @Test
  void whatIsRecordedLaterIsJudgedByWhatStands() {
    Scenario.of(
            Cooperation.class,
            ESTABLISHED,
            new CooperationTerminated(MILITARY, on("2014"), "Crimea"),
            retracted(1))
        .when(new SuspendCooperation(MILITARY, on("2016"), "Syria"))
        .enters(new CooperationSuspended(MILITARY, on("2016"), "Syria"));
  }

  @Test
  void whenAllIsRetractedTheRecordMayBeBegunAnew() {
    CooperationEstablished anew =
        new CooperationEstablished(MILITARY, List.of(US, GERMANY), "military", on("1993"));
    Scenario.of(Cooperation.class, ESTABLISHED, retracted(0)).when(anew.command()).enters(anew);
  }

  private static CooperationEstablished established(String on) {
    return new CooperationEstablished(MILITARY, List.of(US, RUSSIA), "military", on(on));
  }

  private static CooperationSuspended suspended(String on) {
    return new CooperationSuspended(MILITARY, on(on), "Crimea");
  }

  private static LedgerCommand resume(String on) {
    return new CooperationResumed(MILITARY, on(on), "talks").command();
  }

  private static CorrectEntry correct(long version, LedgerEvent as) {
    return new CorrectEntry(SUBJECT, POSITION + version, version, as.command(), "misread");
  }

  private static EntryCorrected corrected(long version, LedgerEvent as) {
    return new EntryCorrected(SUBJECT, POSITION + version, version, as, "misread");
  }

  private static RetractEntry retract(long version) {
    return new RetractEntry(SUBJECT, POSITION + version, version, "another case");
  }

  private static EntryRetracted retracted(long version) {
    return new EntryRetracted(SUBJECT, POSITION + version, version, "another case");
  }
}
