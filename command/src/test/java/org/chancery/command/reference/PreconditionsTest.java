package org.chancery.command.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.TILLERSON;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;
import static org.chancery.command.Examples.span;
import static org.chancery.shared.meeting.MeetingFormat.BILATERAL;

import java.util.List;
import org.chancery.command.TestLedger;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.meeting.MeetingCommand.CancelMeeting;
import org.chancery.shared.meeting.MeetingCommand.ExcludeParty;
import org.chancery.shared.meeting.MeetingCommand.RecordMeetingHeld;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.official.OfficialCommand.AppointOfficial;
import org.chancery.shared.official.OfficialCommand.EndAppointment;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.relationship.RelationshipCommand.ChangeRepresentation;
import org.chancery.shared.relationship.RelationshipCommand.EstablishRelations;
import org.chancery.shared.relationship.RelationshipCommand.NoteDiscrepancy;
import org.chancery.shared.relationship.RelationshipCommand.RecognizeParty;
import org.chancery.shared.relationship.RelationshipCommand.SeverRelations;
import org.chancery.shared.relationship.Representation;
import org.chancery.shared.relationship.StatedChange;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand.CancelTrip;
import org.chancery.shared.trip.TripCommand.PlanTrip;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.chancery.shared.trip.TripId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command takes for granted must be so. Today is the 30th of June 2026. */
@Tag("slow")
class PreconditionsTest {
  private static final PartyId ATLANTIS = new PartyId("atlantis");
  private static final PartyId SOVIET_UNION = new PartyId("soviet-union");
  private static final String OFFICE = "Secretary of State";
  private static final MeetingId BONN = new MeetingId("bonn");

  private final TestLedger ledger = new TestLedger();

  @Test
  void aNameIsOfOnePartyWhetherItIsAnIdOrACode() {
    RegisterParty byCode =
        new RegisterParty(
            ATLANTIS, "Atlantis", PartyKind.STATE, List.of("GERMANY"), null, List.of());
    assertThat(ledger.refuse(byCode).code()).isEqualTo("ALREADY_EXISTS");
    RegisterParty byId =
        new RegisterParty(new PartyId("deu"), "Deu", PartyKind.STATE, List.of(), null, List.of());
    assertThat(ledger.refuse(byId).code()).isEqualTo("ALREADY_EXISTS");
  }

  @BeforeEach
  void register() {
    List.of(US, RUSSIA).forEach(ledger::register);
    ledger.register(GERMANY, "DE", "DEU");
    ledger.register(SOVIET_UNION, span("1922-12-30/1991-12-25"));
    ledger.enter(new RegisterOfficial(TILLERSON, "Rex Tillerson"));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aPartyMustBeRegistered() {
    assertRefused("UNKNOWN_PARTY", held("2017", List.of(US, ATLANTIS), List.of(), null));
    assertRefused("UNKNOWN_PARTY", new ExcludeParty(BONN, ATLANTIS, "sunk"));
    assertRefused(
        "UNKNOWN_PARTY", held("2017", List.of(US, RUSSIA), List.of(), new Place(ATLANTIS, null)));
    assertRefused(
        "UNKNOWN_PARTY",
        held("2017", List.of(US, RUSSIA), List.of(new Participant(null, "Plato", ATLANTIS)), null));
    assertRefused("UNKNOWN_PARTY", new AppointOfficial(TILLERSON, OFFICE, ATLANTIS, on("2017")));
    assertRefused("UNKNOWN_PARTY", plan(TILLERSON, null, ATLANTIS, "2017"));
    assertRefused("UNKNOWN_PARTY", party("plato", ATLANTIS));
  }

  @Test
  void aNonStatePartyMeetsAndIsNotRecognized() {
    PartyId houthis = new PartyId("houthis");
    ledger.enter(registering(houthis, PartyKind.NON_STATE));
    EdtfDate day = on("2017-02-16");
    List<PartyId> pair = List.of(US, houthis);

    assertRefused("NON_STATE_PARTY", new RecognizeParty(US, houthis, day, false));
    assertRefused("NON_STATE_PARTY", new EstablishRelations(pair, day));
    assertRefused(
        "NON_STATE_PARTY", new ChangeRepresentation(pair, Representation.EMBASSY, day, null));
    assertRefused("NON_STATE_PARTY", new SeverRelations(pair, day, "war"));
    ledger.enter(new NoteDiscrepancy(pair, StatedChange.ESTABLISHMENT, day, "a source says so"));
    ledger.enter(held("2017-02-16", pair, List.of(), null));
  }

  @Test
  void aPartyThatIsRecognizedIsNotCorrectedIntoANonStateOne() {
    ledger.enter(new RecognizeParty(US, RUSSIA, on("1803-10-28"), false));
    long recognized = ledger.position();
    RegisterParty as = registering(RUSSIA, PartyKind.NON_STATE);

    Problem problem = ledger.refuse(new CorrectEntry(as.subject(), 2, 0, as, "no state"));

    assertThat(problem.code()).isEqualTo("CONFLICTS_WITH_LATER_ENTRY");
    assertThat(problem.entries()).containsExactly(recognized);
  }

  private static RegisterParty registering(PartyId party, PartyKind kind) {
    return new RegisterParty(party, party.value(), kind, List.of(), null, List.of());
  }

  @Test
  void allThatIsUnknownIsToldAtOnceWithItsPlaces() {
    Problem problem =
        ledger.refuse(
            held(
                "2027",
                List.of(ATLANTIS, US, new PartyId("mu")),
                List.of(
                    new Participant(null, "Plato", ATLANTIS),
                    new Participant(new OfficialId("nobody"), null, null)),
                new Place(ATLANTIS, null)));

    assertThat(problem.code()).isEqualTo("UNKNOWN_PARTY");
    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.detail())
        .isEqualTo(
            "no party 'atlantis' is registered; no party 'mu' is registered;"
                + " no official 'nobody' is registered; 2027 has not come yet anywhere (UTC+14)");
    assertThat(problem.errors())
        .extracting(Fault::pointer)
        .containsExactly(
            "/parties/0",
            "/participants/0/party",
            "/place/country",
            "/parties/2",
            "/participants/1/official",
            "/heldOn");
  }

  @Test
  void eachStopIsToldOfByItsPlace() {
    serve("2017-02-01", "2018-03-31");
    Problem problem =
        ledger.refuse(
            new RecordTrip(
                new TripId("t"),
                TILLERSON,
                OFFICE,
                null,
                List.of(stop(GERMANY, "2017-03"), stop(GERMANY, "2016"), stop(ATLANTIS, "2030"))));

    assertThat(problem.code()).isEqualTo("OFFICE_NOT_HELD");
    assertThat(problem.errors())
        .extracting(Fault::pointer)
        .containsExactly("/stops/1/dates", "/stops/2/country", "/stops/2/dates", "/stops/2/dates");
  }

  @Test
  void eachCodeThatIsTakenIsToldOf() {
    ledger.register(new PartyId("france"), "FR");
    Problem problem =
        ledger.refuse(
            new RegisterParty(
                ATLANTIS, "A", PartyKind.STATE, List.of("FR", "AT", "DE"), null, List.of()));

    assertThat(problem.errors())
        .containsExactly(
            new Fault("/codes/0", "france goes by the name FR"),
            new Fault("/codes/2", "germany goes by the name DE"));
  }

  @Test
  void anOfficialMustBeRegistered() {
    OfficialId nobody = new OfficialId("nobody");

    assertRefused("UNKNOWN_OFFICIAL", plan(nobody, null, GERMANY, "2017"));
    assertRefused(
        "UNKNOWN_OFFICIAL",
        held("2017", List.of(US, RUSSIA), List.of(new Participant(nobody, null, null)), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1922-12-29", "1991-12-26", "1992", "191X"})
  void aPartyThatDidNotExistOnTheDayHasNoPart(String date) {
    assertRefused("PARTY_NOT_EXTANT", establish(date));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1922-12-30", "1922", "1933-11-16", "1991-12-25", "199X"})
  void aPartyThatMayHaveExistedOnTheDayHasItsPart(String date) {
    assertThat(ledger.enter(establish(date))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-01-31", "2017-01", "2018-04-01", "2018-04/2018-05"})
  void aTravellerOnOfficialDutyHoldsTheOffice(String dates) {
    serve("2017-02-01", "2018-03-31");

    assertRefused("OFFICE_NOT_HELD", plan(TILLERSON, "secretary of state", GERMANY, dates));
    assertRefused("OFFICE_NOT_HELD", plan(TILLERSON, "Secretary\u00a0of State", GERMANY, dates));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-02-01", "2017", "2018-03-31", "2018-03-30/2018-04-02"})
  void aTravellerIsOnDutyWhereverTheTermTouchesTheTrip(String dates) {
    serve("2017-02-01", "2018-03-31");

    assertThat(ledger.enter(plan(TILLERSON, OFFICE, GERMANY, dates))).hasSize(1);
  }

  @Test
  void anOfficeOfWhichNoTermIsRecordedIsTakenOnTrust() {
    serve("2017-02-01", "2018-03-31");

    assertThat(ledger.enter(plan(TILLERSON, "Special Envoy", GERMANY, "1999"))).hasSize(1);
  }

  @Test
  void aTermThatBeginsAsTheLastOneEndsGoesOn() {
    serve("2001-01-01", "2005-05-05");
    serve("2005-05-05", "2013-02-01");

    assertThat(ledger.enter(plan(TILLERSON, OFFICE, GERMANY, "2011"))).hasSize(1);
  }

  @Test
  void aSecondTermInTheOfficeCountsToo() {
    serve("2001", "2005");
    serve("2009", "2013");

    assertRefused("OFFICE_NOT_HELD", plan(TILLERSON, OFFICE, GERMANY, "2007"));
    assertThat(ledger.enter(plan(TILLERSON, OFFICE, GERMANY, "2011"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-07-02",
        "2026-08",
        "2027",
        "2026-07-02/2026-07-03",
        "2026-06-28/2026-07-02",
        "2026/2026-08",
        "2026-06-28/.."
      })
  void whatHasNotBegunAndEndedByTodayHasNotHappened(String dates) {
    assertRefused("HELD_IN_FUTURE", held(dates, List.of(US, RUSSIA), List.of(), null));
    assertRefused(
        "HELD_IN_FUTURE",
        new RecordTrip(new TripId("t"), TILLERSON, null, null, List.of(stop(GERMANY, dates))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-06-30",
        "2026-07-01",
        "2026-06",
        "2026-07",
        "2026",
        "2026-06-30/2026-07-01",
        "2026-06-30/2026-07",
        "2026-06-30/"
      })
  void whatMayHaveBegunAndEndedAnywhereByTodayMayHaveHappened(String dates) {
    assertThat(ledger.enter(held(dates, List.of(US, RUSSIA), List.of(), null))).hasSize(1);
    assertThat(
            ledger.enter(
                new RecordTrip(
                    new TripId("t"), TILLERSON, null, null, List.of(stop(GERMANY, dates)))))
        .hasSize(1);
  }

  @Test
  void whatIsToBeCalledOffTomorrowHasNotBeenCalledOff() {
    ledger.enter(
        new ScheduleMeeting(
            BONN, BILATERAL, List.of(US, RUSSIA), List.of(), null, span("2027"), List.of()));
    ledger.enter(plan(TILLERSON, null, GERMANY, "2027"));

    assertRefused("HELD_IN_FUTURE", new CancelMeeting(BONN, on("2026-07-02"), "as if"));
    assertRefused("HELD_IN_FUTURE", new CancelTrip(new TripId("t"), on("2026-07-02"), "as if"));
    assertThat(ledger.enter(new CancelMeeting(BONN, on("2026-07-01"), "illness"))).hasSize(1);
    assertThat(ledger.enter(new CancelTrip(new TripId("t"), on("2026"), "illness"))).hasSize(1);
  }

  @Test
  void whatIsPlannedMayLieAhead() {
    assertThat(
            ledger.enter(
                new ScheduleMeeting(
                    BONN,
                    BILATERAL,
                    List.of(US, RUSSIA),
                    List.of(),
                    null,
                    span("2027"),
                    List.of())))
        .hasSize(1);
    assertThat(ledger.enter(plan(TILLERSON, null, GERMANY, "2027"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DE", "de", "Deu"})
  void aCodeNamesOneParty(String code) {
    assertRefused(
        "ALREADY_EXISTS",
        new RegisterParty(
            new PartyId("east-germany"),
            "GDR",
            PartyKind.STATE,
            List.of("DD", code),
            null,
            List.of()));
  }

  private void assertRefused(String code, LedgerCommand command) {
    long before = ledger.position();
    assertThat(ledger.refuse(command).code()).isEqualTo(code);
    assertThat(ledger.position()).isEqualTo(before);
  }

  private void serve(String from, String to) {
    ledger.enter(new AppointOfficial(TILLERSON, OFFICE, US, on(from)));
    ledger.enter(new EndAppointment(TILLERSON, OFFICE, US, on(to)));
  }

  private static RecordMeetingHeld held(
      String dates, List<PartyId> parties, List<Participant> participants, @Nullable Place place) {
    return new RecordMeetingHeld(
        BONN, span(dates), BILATERAL, parties, participants, place, List.of());
  }

  private static EstablishRelations establish(String date) {
    return new EstablishRelations(List.of(US, SOVIET_UNION), on(date));
  }

  private static RegisterParty party(String id, PartyId predecessor) {
    return new RegisterParty(
        new PartyId(id), id, PartyKind.STATE, List.of(), null, List.of(predecessor));
  }

  private static PlanTrip plan(
      OfficialId traveller, @Nullable String office, PartyId country, String dates) {
    return new PlanTrip(new TripId("t"), traveller, office, null, List.of(stop(country, dates)));
  }

  private static Stop stop(PartyId country, String dates) {
    return new Stop(country, null, List.of(), span(dates), null);
  }
}
