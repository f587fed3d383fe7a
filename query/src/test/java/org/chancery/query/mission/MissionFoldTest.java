package org.chancery.query.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.query.official.MissionTerm;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.readmodel.TestHistory;
import org.chancery.readmodel.Version;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.mission.DiplomaticAgent;
import org.chancery.shared.mission.HeadStep;
import org.chancery.shared.mission.MannerOfEnd;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.mission.MissionEvent.AgrementRefused;
import org.chancery.shared.mission.MissionEvent.CredentialsPresented;
import org.chancery.shared.mission.MissionEvent.FunctionsEnded;
import org.chancery.shared.mission.MissionEvent.HeadAppointed;
import org.chancery.shared.mission.MissionEvent.HeadArrived;
import org.chancery.shared.mission.MissionEvent.HeadNominated;
import org.chancery.shared.mission.MissionEvent.MissionDiscrepancyNoted;
import org.chancery.shared.mission.MissionEvent.PersonaNonGrataDeclared;
import org.chancery.shared.mission.TermId;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissionFoldTest {
  private static final PartyId US = new PartyId("united-states");
  private static final PartyId RU = new PartyId("russia");

  /** Moscow, 1943 to 1948; the second entered before the first. */
  private final List<Version<MissionView>> moscow =
      versions(
          appointed("smith", "1946-03-22"),
          presented("smith", "1946-04-03"),
          ended("smith", "1948-12-25"),
          appointed("harriman", "1943-10-07"),
          presented("harriman", "1943-10-23"),
          ended("harriman", "1946-01-24"));

  @ParameterizedTest
  @CsvSource({
    "1943-10-06,UNKNOWN,,,,harriman",
    "1943-10-07,UNKNOWN,,harriman,,harriman",
    "1943-10-23,YES,harriman,,,smith",
    "1946-01-24,YES,harriman,,,smith",
    "1946-02-22,UNKNOWN,,,harriman,smith",
    "1946-03-25,UNKNOWN,,smith,harriman,smith",
    "1946-04-03,YES,smith,,harriman,",
    "1948-12-26,UNKNOWN,,,smith,"
  })
  void credentialsMakeAHeadAndNobodyOnRecordIsNotNobody(
      String day,
      Certainty headed,
      @Nullable String head,
      @Nullable String designated,
      @Nullable String predecessor,
      @Nullable String successor) {
    MissionView view = on(day, moscow);

    assertThat(view.headed()).isEqualTo(headed);
    assertThat(view.heads()).extracting(MissionFoldTest::who).isEqualTo(all(head));
    assertThat(view.designated()).extracting(MissionFoldTest::who).isEqualTo(all(designated));
    assertThat(view.predecessor() == null ? null : who(view.predecessor())).isEqualTo(predecessor);
    assertThat(view.successor() == null ? null : who(view.successor())).isEqualTo(successor);
  }

  @Test
  void anAnswerCitesWhatItRestsOnAlone() {
    assertThat(on("1946-02-22", moscow).entries()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(on("1948-12-26", moscow).entries()).containsExactly(1L, 2L, 3L);
    MissionTerm head = on("1944-01-01", moscow).heads().getFirst();
    assertThat(head.by()).isEqualTo(HeadStep.CREDENTIALS_PRESENTED);
    assertThat(head.since()).isEqualTo(EdtfDate.parse("1943-10-23"));
    assertThat(head.manner()).isEqualTo(MannerOfEnd.LEFT_POST);
  }

  @ParameterizedTest
  @CsvSource({"1850-02-15,INDETERMINATE", "1850-03-01,YES", "1851-06-01,INDETERMINATE"})
  void impreciseDatesLeaveOpenWhoHeadsIt(String day, Certainty headed) {
    var versions = versions(presented("one", "1850-02"), ended("one", "1851"));

    assertThat(on(day, versions).headed()).isEqualTo(headed);
  }

  @Test
  void whoOnlyArrivedOrWasOnlyAppointedMayHeadIt() {
    var versions =
        versions(
            appointed("one", "1990-01-01"),
            arrived("one", "1990-02-01"),
            presented("one", "1990-03-01"),
            ended("one", "1991-01-01"),
            appointed("two", "1992-01-01"),
            ended("two", "1993-01-01"));

    assertThat(on("1990-01-15", versions).designated()).hasSize(1);
    MissionView arrived = on("1990-02-15", versions);
    assertThat(arrived.headed()).isEqualTo(Certainty.INDETERMINATE);
    assertThat(arrived.heads().getFirst().by()).isEqualTo(HeadStep.ARRIVED);
    MissionView appointed = on("1992-06-01", versions);
    assertThat(appointed.headed()).isEqualTo(Certainty.INDETERMINATE);
    assertThat(appointed.heads().getFirst().by()).isEqualTo(HeadStep.APPOINTED);
  }

  @Test
  void whereNoEndIsRecordedTheNextOnesCredentialsAreIt() {
    var versions = versions(presented("one", "1850-01-01"), presented("two", "1855-06"));

    assertThat(heads("1854-01-01", versions)).containsExactly("one");
    assertThat(on("1855-06-15", versions).headed()).isEqualTo(Certainty.INDETERMINATE);
    assertThat(heads("1855-06-15", versions)).containsExactly("one", "two");
    assertThat(heads("1856-01-01", versions)).containsExactly("two");
    assertThat(on("1856-01-01", versions).predecessor())
        .extracting(MissionFoldTest::who)
        .isEqualTo("one");
  }

  @Test
  void headsWhoOverlapAreBothTold() {
    var versions =
        versions(
            presented("one", "1850-01-01"),
            ended("one", "1855-03-01"),
            presented("two", "1855-02-01"));

    assertThat(heads("1855-02-15", versions)).containsExactly("one", "two");
  }

  @Test
  void whereDatesLeaveOpenWhoWasNextAllAreNamed() {
    var versions =
        versions(
            presented("one", "1850-01-01"),
            ended("one", "1850-12-31"),
            presented("two", "1855"),
            ended("two", "1856"),
            presented("three", "1855-05-01"),
            ended("three", "1855-05-02"));

    MissionView view = on("1852-01-01", versions);
    assertThat(view.successor()).isNull();
    assertThat(view.possibleSuccessors())
        .extracting(MissionFoldTest::who)
        .containsExactly("two", "three");
  }

  @Test
  void whatASourceStatesOutOfOrderLeavesTheAnswerOpen() {
    var versions =
        versions(
            appointed("one", "1856-06-25"),
            ended("one", "1858-12-01"),
            new MissionDiscrepancyNoted(
                US,
                RU,
                agent("one"),
                new TermId("1"),
                HeadStep.CREDENTIALS_PRESENTED,
                EdtfDate.parse("1854-12-01"),
                "before the appointment"));

    assertThat(on("1854-11-30", versions).headed()).isEqualTo(Certainty.UNKNOWN);
    MissionView view = on("1855-01-01", versions);
    assertThat(view.headed()).isEqualTo(Certainty.INDETERMINATE);
    assertThat(view.heads().getFirst().discrepancies()).hasSize(1);
    assertThat(view.entries()).contains(3L);
  }

  @Test
  void whoseEndAloneIsStatedMayHaveHeadedItOnThatDay() {
    var versions =
        versions(
            new MissionDiscrepancyNoted(
                US,
                RU,
                agent("one"),
                new TermId("1"),
                HeadStep.FUNCTIONS_ENDED,
                EdtfDate.parse("1944-11-29"),
                "nothing tells of a beginning"));

    assertThat(on("1944-11-28", versions).headed()).isEqualTo(Certainty.UNKNOWN);
    assertThat(on("1944-11-29", versions).headed()).isEqualTo(Certainty.INDETERMINATE);
    assertThat(on("1944-11-30", versions).headed()).isEqualTo(Certainty.UNKNOWN);
    assertThat(on("1944-11-30", versions).designated()).isEmpty();
    assertThat(on("1944-11-30", versions).predecessor())
        .extracting(MissionFoldTest::who)
        .isEqualTo("one");
  }

  @Test
  void whoIsDeclaredPersonaNonGrataMayHaveCeasedToHeadIt() {
    var versions =
        versions(
            presented("kennan", "1952-05-14"),
            new PersonaNonGrataDeclared(
                US, RU, agent("kennan"), RU, EdtfDate.parse("1952-10-03"), "an interview"));

    assertThat(on("1952-10-03", versions).headed()).isEqualTo(Certainty.YES);
    MissionView after = on("1952-10-04", versions);
    assertThat(after.headed()).isEqualTo(Certainty.INDETERMINATE);
    assertThat(after.personaeNonGratae()).hasSize(1);
    assertThat(after.heads().getFirst().personaNonGrata()).hasSize(1);
    assertThat(on("1952-10-02", versions).personaeNonGratae()).isEmpty();
  }

  @Test
  void aNomineeIsNoHeadAndIsForgottenOnceRefusedOrOnceAnotherTookUpTheFunctions() {
    var versions =
        versions(
            new HeadNominated(US, RU, agent("one"), new TermId("1"), null, EdtfDate.parse("1850")),
            new HeadNominated(
                US, RU, agent("two"), new TermId("1"), null, EdtfDate.parse("1851-01-01")),
            new AgrementRefused(
                US, RU, agent("two"), new TermId("1"), EdtfDate.parse("1851-02-01"), null),
            presented("three", "1852-01-01"));

    assertThat(on("1851-01-15", versions).designated())
        .extracting(MissionFoldTest::who)
        .containsExactly("one", "two");
    assertThat(on("1851-03-01", versions).designated())
        .extracting(MissionFoldTest::who)
        .containsExactly("one");
    assertThat(on("1851-03-01", versions).headed()).isEqualTo(Certainty.UNKNOWN);
    assertThat(on("1852-01-01", versions).designated()).isEmpty();
  }

  @Test
  void nobodyIsHisOwnPredecessor() {
    var versions =
        versions(
            presented("one", "1850-01-01"),
            ended("one", "1852-01-01"),
            presented("two", "1853-01-01"),
            ended("two", "1854-01-01"),
            new CredentialsPresented(
                US, RU, agent("two"), new TermId("2"), EdtfDate.parse("1854-01-01")));

    assertThat(on("1855-01-01", versions).predecessor())
        .extracting(MissionFoldTest::who)
        .isEqualTo("one");
  }

  private static List<String> heads(String day, List<Version<MissionView>> versions) {
    return on(day, versions).heads().stream().map(MissionFoldTest::who).toList();
  }

  private static MissionView on(String day, List<Version<MissionView>> versions) {
    return TestHistory.on(day, versions).orElseThrow();
  }

  private static List<Version<MissionView>> versions(MissionEvent... events) {
    return MissionFold.versions(TestHistory.<MissionEvent>of(events));
  }

  private static String who(MissionTerm term) {
    return String.valueOf(term.official());
  }

  private static List<String> all(@Nullable String one) {
    return one == null ? List.of() : List.of(one);
  }

  private static DiplomaticAgent agent(String id) {
    return new DiplomaticAgent(new OfficialId(id), null);
  }

  private static HeadAppointed appointed(String who, String on) {
    return new HeadAppointed(US, RU, agent(who), new TermId("1"), "Envoy", EdtfDate.parse(on));
  }

  private static HeadArrived arrived(String who, String on) {
    return new HeadArrived(US, RU, agent(who), new TermId("1"), EdtfDate.parse(on));
  }

  private static CredentialsPresented presented(String who, String on) {
    return new CredentialsPresented(US, RU, agent(who), new TermId("1"), EdtfDate.parse(on));
  }

  private static FunctionsEnded ended(String who, String on) {
    return new FunctionsEnded(
        US, RU, agent(who), new TermId("1"), EdtfDate.parse(on), MannerOfEnd.LEFT_POST);
  }
}
