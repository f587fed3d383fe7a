package org.chancery.query.precedent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.query.TestLedger;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.precedent.Between.Kind;
import org.chancery.query.precedent.MeetingPrecedentsView.First;
import org.chancery.query.precedent.MeetingPrecedentsView.Pairing;
import org.chancery.query.precedent.Occurrence.Certainty;
import org.chancery.query.precedent.Precedents.Asked;
import org.chancery.query.precedent.PrecedentsView.Count;
import org.chancery.query.relationship.Contact;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.TestDatabases;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class PrecedentsTest {
  private static final PartyId US = new PartyId("united-states");
  private static final PartyId RUSSIA = new PartyId("russia");
  private static final Between BOTH = new Between(Kind.PARTY, "united-states", "russia");
  private static final String TODAY = "2026-01-01";

  private final TestLedger ledger = new TestLedger(TestDatabases.h2());
  private final Precedents precedents = ledger.bean(Precedents.class);
  private final MeetingPrecedents ofMeetings = ledger.bean(MeetingPrecedents.class);

  @BeforeEach
  void aStory() {
    OfficialId tillerson = new OfficialId("tillerson");
    ledger.record(
        List.of(
            new PartyRegistered(
                US, "United States", PartyKind.STATE, List.of("US"), null, List.of()),
            new PartyRegistered(RUSSIA, "Russia", PartyKind.STATE, List.of("RU"), null, List.of()),
            new OfficialRegistered(tillerson, "Rex Tillerson"),
            new OfficialAppointed(
                tillerson, "Secretary of State", US, EdtfDate.parse("2017-02-01")),
            held("geneva", "2014-04-17", MeetingFormat.BILATERAL, "kerry", "lavrov"),
            held("call", "2015", MeetingFormat.PHONE),
            new MeetingScheduled(
                new MeetingId("to-come"),
                MeetingFormat.BILATERAL,
                List.of(US, RUSSIA),
                List.of(),
                null,
                EdtfSpan.parse("2027-05-05"),
                List.of()),
            held("bonn", "2017-02-16", MeetingFormat.BILATERAL, "tillerson", "lavrov")));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void theFirstAndTheLastContactBeforeTheDayAreToldWithTheGap() {
    PrecedentsView view = before("2017-02-16");

    assertThat(id(view.first())).isEqualTo("geneva");
    assertThat(id(view.last())).isEqualTo("call");
    assertThat(view.contacts()).isEqualTo(new Count(2, 2));
    assertThat(view.since()).isEqualTo(new Interval(413, 777));
    assertThat(view.entries()).containsExactly(5L, 6L);
    assertThat(view.summary())
        .isEqualTo(
            "2 contacts between United States and Russia before 2017-02-16 in this ledger."
                + " First: 2014-04-17 (geneva). Last: 2015 (call), 413 to 777 days earlier.");
  }

  @Test
  void theScopeSaysWhatWasSearched() {
    Scope scope = before("2017-02-16").scope();

    assertThat(scope.meetingsKnown()).isEqualTo(3);
    assertThat(scope.before()).hasToString("2017-02-16");
    assertThat(scope.knowledge().position()).isEqualTo(8);
    assertThat(scope.words()).contains("3 meetings").contains("in this ledger at position 8");
  }

  @Test
  void aMeetingOfWhichNoOutcomeIsOnRecordLeavesTheLastContactUncertain() {
    ledger.record(
        new MeetingScheduled(
            new MeetingId("overdue"),
            MeetingFormat.BILATERAL,
            List.of(US, RUSSIA),
            List.of(),
            null,
            EdtfSpan.parse("2016-05-05"),
            List.of()));

    PrecedentsView view = before("2017-02-16");

    assertThat(view.last().certainty()).isEqualTo(Certainty.UNCERTAIN);
    assertThat(view.contacts()).isEqualTo(new Count(2, 3));
    assertThat(view.since()).isEqualTo(new Interval(0, 777));
    assertThat(view.overdue())
        .extracting(each -> each.meeting().value())
        .containsExactly("overdue");
    assertThat(view.entries()).containsExactly(5L, 6L, 9L);
    assertThat(ofMeeting("bonn").parties().getFirst().inAnyFormat().overdue()).hasSize(1);
    assertThat(ofMeeting("bonn").parties().getFirst().inAnyFormat().first()).isEqualTo(First.NO);
    assertThat(before("2016-05-05").overdue()).isEmpty();
  }

  /** Whoever is recorded by name alone may be either of the two. */
  @ParameterizedTest
  @CsvSource({"tillerson,1", "lavrov,1", "'',2", "kerry,2"})
  void whoIsRecordedByNameAloneLeavesTheFirstContactUncertain(String byId, int named) {
    Between two = new Between(Kind.OFFICIAL, "tillerson", "lavrov");
    assertThat(id(of(two, null, null, TODAY, ledger.on(TODAY)).first())).isEqualTo("bonn");

    ledger.record(List.of(named("sochi", byId, named)));

    PrecedentsView view = of(two, null, null, TODAY, ledger.on(TODAY));
    assertThat(view.first().certainty()).isEqualTo(Certainty.UNCERTAIN);
    assertThat(view.first().contact()).isNotNull();
    assertThat(view.contacts()).isEqualTo(new Count(1, 2));
    assertThat(view.scope().meetingsUnsearched()).isEqualTo(1);
    assertThat(view.summary()).contains("uncertain", "in 1 meeting", "by name alone");
    assertThat(officials("bonn").inAnyFormat().first()).isEqualTo(First.INDETERMINATE);
    PrecedentsView none = of(two, null, null, "2014-01-01", ledger.on(TODAY));
    assertThat(none.last().certainty()).isEqualTo(Certainty.UNCERTAIN);
    assertThat(of(two, null, MeetingFormat.PHONE, TODAY, ledger.on(TODAY)).first().certainty())
        .isEqualTo(Certainty.NONE);
    assertThat(of(two, null, null, "2013-01-01", ledger.on(TODAY)).first().certainty())
        .isEqualTo(Certainty.NONE);
  }

  @ParameterizedTest
  @CsvSource({"kerry,1", "'',1"})
  void whereNobodyByNameAloneCanHaveMetTheOtherTheFirstIsCertain(String byId, int named) {
    Between two = new Between(Kind.OFFICIAL, "tillerson", "lavrov");
    ledger.record(List.of(named("sochi", byId, named)));

    assertThat(id(of(two, null, null, TODAY, ledger.on(TODAY)).first())).isEqualTo("bonn");
    assertThat(officials("bonn").inAnyFormat().first()).isEqualTo(First.YES);
  }

  @Test
  void whoIsRecordedByNameAloneMayHaveHeldTheOffice() {
    ledger.record(List.of(named("sochi", "", 1)));

    PrecedentsView view = of(BOTH, "secretary-of-state", null, TODAY, ledger.on(TODAY));
    assertThat(view.first().certainty()).isEqualTo(Certainty.UNCERTAIN);
    assertThat(view.scope().meetingsUnsearched()).isEqualTo(1);
  }

  private Pairing officials(String meeting) {
    return ofMeeting(meeting).officials().getFirst();
  }

  private static MeetingHeld named(String id, String byId, int named) {
    Stream<Participant> known =
        byId.isEmpty()
            ? Stream.empty()
            : Stream.of(new Participant(new OfficialId(byId), null, null));
    Stream<Participant> others =
        IntStream.range(0, named).mapToObj(n -> new Participant(null, "S. Lavrov " + n, null));
    return new MeetingHeld(
        new MeetingId(id),
        EdtfSpan.parse("2013-05-07"),
        MeetingFormat.BILATERAL,
        List.of(US, RUSSIA),
        Stream.concat(known, others).toList(),
        null,
        List.of());
  }

  @Test
  void whereThereIsNoneThatIsSaidOfThisLedgerAlone() {
    PrecedentsView view = before("2014-04-17");

    assertThat(view.last().certainty()).isEqualTo(Certainty.NONE);
    assertThat(view.since()).isNull();
    assertThat(view.summary())
        .isEqualTo(
            "No contact between United States and Russia before 2014-04-17 is in this ledger.");
  }

  @Test
  void whereTheOrderIsOpenAllThatMayBeTheLastAreNamed() {
    ledger.record(held("sochi", "2015-05-12", MeetingFormat.BILATERAL));

    PrecedentsView view = before("2017-02-16");

    assertThat(view.last().certainty()).isEqualTo(Certainty.INDETERMINATE);
    assertThat(view.last().contact()).isNull();
    assertThat(ids(view.last())).containsExactly("call", "sochi");
    assertThat(view.last().perhapsNone()).isFalse();
    assertThat(view.summary()).contains("Last: 2015 (call) or 2015-05-12 (sochi)");
  }

  @Test
  void whatMayHaveBeenBeforeTheDayIsCountedAsPerhaps() {
    PrecedentsView view = before("2015-07-01");

    assertThat(view.contacts()).isEqualTo(new Count(1, 2));
    assertThat(ids(view.last())).containsExactly("geneva", "call");
    assertThat(id(view.first())).isEqualTo("geneva");
  }

  @Test
  void whoWasInTheOfficeThenIsAskedOfTheTerms() {
    PrecedentsView view = of(BOTH, "secretary-of-state", null, "2018-01-01", ledger.on(TODAY));

    assertThat(id(view.last())).isEqualTo("bonn");
    assertThat(view.contacts()).isEqualTo(new Count(1, 1));
    assertThat(view.scope().office()).isEqualTo("secretary-of-state");
    assertThat(of(BOTH, "Secretary\u00a0of State", null, "2018-01-01", ledger.on(TODAY)).contacts())
        .isEqualTo(view.contacts());
  }

  @Test
  void aTermOfWhichTheDatesAreOpenLeavesTheContactOpen() {
    ledger.record(new OfficialRegistered(new OfficialId("kerry"), "John Kerry"));
    ledger.record(
        new OfficialAppointed(
            new OfficialId("kerry"), "Secretary of State", US, EdtfDate.parse("2014")));

    PrecedentsView view = of(BOTH, "secretary", null, "2015-01-01", ledger.on(TODAY));

    assertThat(view.contacts()).isEqualTo(new Count(0, 1));
    assertThat(view.last().certainty()).isEqualTo(Certainty.INDETERMINATE);
    assertThat(ids(view.last())).containsExactly("geneva");
    assertThat(view.last().perhapsNone()).isTrue();
  }

  @Test
  void aContactIsCountedOnlyWhereOneDayIsInTheTermAndBeforeTheDay() {
    ledger.record(held("some-time", "201X", MeetingFormat.BILATERAL, "tillerson", "lavrov"));

    PrecedentsView early = of(BOTH, "secretary", null, "2016-05-28", ledger.on(TODAY));
    assertThat(early.contacts()).isEqualTo(new Count(0, 0));

    PrecedentsView late = of(BOTH, "secretary", null, "2017-02-10", ledger.on(TODAY));
    assertThat(late.contacts()).isEqualTo(new Count(0, 1));
    assertThat(late.since()).as("on a day of the term").isEqualTo(new Interval(1, 9));
  }

  @Test
  void theGapReachesNoFurtherThanWhatSurelyWas() {
    ledger.record(held("some-time", "201X", MeetingFormat.BILATERAL));

    assertThat(before("2017-02-20").since()).isEqualTo(new Interval(1, 4));
  }

  @Test
  void onlyContactsOfTheFormatAreCountedWhereItIsAskedFor() {
    PrecedentsView view = of(BOTH, null, MeetingFormat.BILATERAL, "2017-02-16", ledger.on(TODAY));

    assertThat(id(view.last())).isEqualTo("geneva");
  }

  @Test
  void whatWasNotYetKnownOrHadNotYetBeenIsNotTold() {
    AsOf early = new AsOf(LocalDate.parse(TODAY), null, ledger.on(TODAY).position() - 2);
    assertThat(id(of(BOTH, null, null, "2020-01-01", early).last())).isEqualTo("call");

    AsOf then = ledger.on("2014-12-31");
    assertThat(id(of(BOTH, null, null, "2020-01-01", then).last())).isEqualTo("geneva");
  }

  @Test
  void aMeetingIsToldFromTheOneBeforeItOfPartiesAndOfOfficials() {
    MeetingPrecedentsView view = ofMeeting("bonn");
    Pairing parties = view.parties().getFirst();
    Pairing officials = view.officials().getFirst();

    assertThat(view.parties()).hasSize(1);
    assertThat(parties.inAnyFormat().first()).isEqualTo(First.NO);
    assertThat(id(parties.inAnyFormat().before())).isEqualTo("call");
    assertThat(parties.inAnyFormat().since()).isEqualTo(new Interval(413, 777));
    assertThat(parties.inAnyFormat().summary())
        .isEqualTo(
            "The first contact of United States and Russia in this ledger since 2015 (call),"
                + " 413 to 777 days earlier.");
    assertThat(id(parties.inThisFormat().before())).isEqualTo("geneva");
    assertThat(officials.between()).map(Object::toString).containsExactly("tillerson", "lavrov");
    assertThat(officials.inAnyFormat().first()).isEqualTo(First.YES);
    assertThat(officials.inAnyFormat().summary())
        .isEqualTo("The first contact of Rex Tillerson and lavrov in this ledger.");
    assertThat(view.entries()).containsExactly(5L, 6L, 8L);
  }

  @Test
  void theOrderOfTwoMeetingsOnOneDayIsOpen() {
    ledger.record(held("dinner", "2017-02-16", MeetingFormat.DINNER, "tillerson", "lavrov"));

    Pairing parties = ofMeeting("bonn").parties().getFirst();
    Pairing officials = ofMeeting("bonn").officials().getFirst();

    assertThat(ids(parties.inAnyFormat().before())).containsExactly("call", "dinner");
    assertThat(parties.inAnyFormat().first()).isEqualTo(First.NO);
    assertThat(officials.inAnyFormat().first()).isEqualTo(First.INDETERMINATE);
    assertThat(officials.inAnyFormat().summary()).startsWith("Perhaps the first contact of");
    assertThat(officials.inThisFormat().first()).isEqualTo(First.YES);
  }

  @Test
  void twoWhoSurelyStandForTheSamePartyAreNoPair() {
    ledger.record(
        new MeetingHeld(
            new MeetingId("delegations"),
            EdtfSpan.parse("2017-03-01"),
            MeetingFormat.BILATERAL,
            List.of(US, RUSSIA),
            List.of(
                new Participant(new OfficialId("tillerson"), null, null),
                new Participant(new OfficialId("shannon"), null, US),
                new Participant(null, "An interpreter", RUSSIA)),
            null,
            List.of()));

    assertThat(ofMeeting("delegations").officials()).isEmpty();
  }

  @Test
  void aLargeMeetingIsAnsweredLikeASmallOne() {
    List<PartyId> many = List.of(US, RUSSIA, new PartyId("a"), new PartyId("b"), new PartyId("c"));
    ledger.record(
        new MeetingHeld(
            new MeetingId("plenary"),
            EdtfSpan.parse("2017-07-07"),
            MeetingFormat.PLENARY,
            many,
            List.of(),
            null,
            List.of()));

    MeetingPrecedentsView view = ofMeeting("plenary");

    assertThat(view.parties()).hasSize(10);
    assertThat(id(view.parties().getFirst().inAnyFormat().before())).isEqualTo("bonn");
    assertThat(view.parties().getLast().inAnyFormat().first()).isEqualTo(First.YES);
  }

  private PrecedentsView before(String day) {
    return of(BOTH, null, null, day, ledger.on(TODAY));
  }

  private PrecedentsView of(
      Between two,
      @Nullable String office,
      @Nullable MeetingFormat format,
      String before,
      AsOf asOf) {
    return precedents.of(two, new Asked(office, format, LocalDate.parse(before)), asOf);
  }

  private MeetingPrecedentsView ofMeeting(String id) {
    AsOf asOf = ledger.on(TODAY);
    MeetingView meeting = ledger.model(MeetingView.class).at("meetings/" + id, asOf).orElseThrow();
    return ofMeetings.of(meeting, new Pairs.Of(null, null), asOf);
  }

  private static String id(Occurrence finding) {
    assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
    return finding.contact() == null ? "" : finding.contact().meeting().value();
  }

  private static List<String> ids(Occurrence finding) {
    return finding.candidates().stream().map(Contact::meeting).map(MeetingId::value).toList();
  }

  private static MeetingHeld held(String id, String on, MeetingFormat format, String... officials) {
    List<Participant> present =
        List.of(officials).stream()
            .map(official -> new Participant(new OfficialId(official), null, null))
            .toList();
    return new MeetingHeld(
        new MeetingId(id),
        EdtfSpan.parse(on),
        format,
        List.of(US, RUSSIA),
        present,
        null,
        List.of());
  }
}
