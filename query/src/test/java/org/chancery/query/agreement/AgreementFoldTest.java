package org.chancery.query.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.query.agreement.AgreementView.AgreementStatus;
import org.chancery.query.agreement.AgreementView.Consent;
import org.chancery.query.agreement.AgreementView.Member;
import org.chancery.query.agreement.AgreementView.MemberStatus;
import org.chancery.query.agreement.AgreementView.Segment;
import org.chancery.query.agreement.AgreementView.Signature;
import org.chancery.query.agreement.AgreementView.Withdrawal;
import org.chancery.readmodel.TestHistory;
import org.chancery.readmodel.Version;
import org.chancery.shared.PartyId;
import org.chancery.shared.agreement.AgreementEvent;
import org.chancery.shared.agreement.AgreementEvent.AgreementAdopted;
import org.chancery.shared.agreement.AgreementEvent.AgreementSigned;
import org.chancery.shared.agreement.AgreementEvent.ConsentToBeBoundExpressed;
import org.chancery.shared.agreement.AgreementEvent.EnteredIntoForce;
import org.chancery.shared.agreement.AgreementEvent.ReservationMade;
import org.chancery.shared.agreement.AgreementEvent.WithdrawalNotified;
import org.chancery.shared.agreement.AgreementId;
import org.chancery.shared.agreement.AgreementKind;
import org.chancery.shared.agreement.AgreementState;
import org.chancery.shared.agreement.ConsentMeans;
import org.chancery.shared.agreement.PartyStanding;
import org.chancery.shared.agreement.Representative;
import org.chancery.shared.time.EdtfDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementFoldTest {
  private static final AgreementId INF = new AgreementId("inf-treaty");
  private static final PartyId US = new PartyId("united-states");
  private static final PartyId USSR = new PartyId("soviet-union");
  private static final PartyId RUSSIA = new PartyId("russia");

  /** Recorded out of order: a month of the other party's signature after its own ratification. */
  private final List<Version<AgreementView>> versions =
      AgreementFold.versions(
          TestHistory.<AgreementEvent>of(
              new AgreementAdopted(
                  INF,
                  "INF Treaty",
                  AgreementKind.TREATY,
                  List.of(US, USSR),
                  "arms control",
                  on("1987-12-08")),
              new AgreementSigned(
                  INF, US, new Representative(null, "Ronald Reagan"), on("1987-12-08")),
              new ConsentToBeBoundExpressed(INF, US, ConsentMeans.RATIFICATION, on("1988-05")),
              new AgreementSigned(INF, USSR, null, on("1987-12")),
              new ConsentToBeBoundExpressed(INF, USSR, ConsentMeans.RATIFICATION, on("1988-05-28")),
              new EnteredIntoForce(INF, on("1988-06-01")),
              new ConsentToBeBoundExpressed(INF, RUSSIA, ConsentMeans.SUCCESSION, on("1991")),
              new ReservationMade(INF, US, "not article 5", on("1988-05-31")),
              new WithdrawalNotified(INF, US, on("2019-02-02"), on("2019-08-02"), "a breach")));

  @ParameterizedTest
  @CsvSource({
    "1987-12-08, ADOPTED, 1987-12-08",
    "1988-05-31, ADOPTED, 1987-12-08",
    "1988-06-01, IN_FORCE, 1988-06-01",
    "2025-01-01, IN_FORCE, 1988-06-01"
  })
  void itIsWhatItsOwnStepsMakeOfIt(String day, AgreementStatus state, String since) {
    AgreementView view = TestHistory.on(day, versions).orElseThrow();

    assertThat(view.state()).isEqualTo(state);
    assertThat(view.since()).isEqualTo(on(since));
  }

  @ParameterizedTest
  @CsvSource({
    "1988-04-30, united-states, SIGNATORY, '', 2",
    "1988-05-15, united-states, INDETERMINATE, SIGNATORY BOUND, 2 3",
    "1988-06-01, united-states, BOUND, '', 3",
    "2019-08-01, united-states, BOUND, '', 3",
    "2019-08-02, united-states, WITHDRAWN, '', 9",
    "1987-12-20, soviet-union, INDETERMINATE, NEGOTIATING SIGNATORY, 1 4",
    "1988-01-01, soviet-union, SIGNATORY, '', 4",
    "1991-06-01, russia, INDETERMINATE, NONE BOUND, 7",
    "1992-01-01, russia, BOUND, '', 7"
  })
  void aPartyStandsToItByWhatItDidItself(
      String day, String party, MemberStatus standing, String between, String entries) {
    Member member = member(day, party);

    assertThat(member.standing()).isEqualTo(standing);
    assertThat(member.between().stream().map(PartyStanding::name))
        .isEqualTo(between.isEmpty() ? List.of() : List.of(between.split(" ")));
    assertThat(String.join(" ", member.entries().stream().map(Object::toString).toList()))
        .isEqualTo(entries);
  }

  @Test
  void whoHadNothingToDoWithItIsNotNamed() {
    assertThat(TestHistory.on("1990-12-31", versions).orElseThrow().parties())
        .extracting(Member::party)
        .containsExactlyInAnyOrder(US, USSR);
  }

  @Test
  void whatAPartyDidIsToldFromTheDayOnWhichItMayHave() {
    assertThat(member("1988-04-30", "united-states").consent()).isNull();
    assertThat(member("1988-05-15", "united-states").consent())
        .isEqualTo(new Consent(ConsentMeans.RATIFICATION, on("1988-05"), List.of(3L)));
    assertThat(member("1988-05-30", "united-states").reservations()).isEmpty();
    assertThat(member("1988-05-31", "united-states").reservations().getFirst().text())
        .isEqualTo("not article 5");
    assertThat(member("1987-12-08", "united-states").signature())
        .isEqualTo(
            new Signature(
                on("1987-12-08"), new Representative(null, "Ronald Reagan"), List.of(2L)));
    assertThat(member("2019-02-01", "united-states").withdrawal()).isNull();
    assertThat(member("2019-02-02", "united-states").withdrawal())
        .isEqualTo(
            new Withdrawal(on("2019-02-02"), on("2019-08-02"), "a breach", null, List.of(9L)));
  }

  @Test
  void withOnePartyLeftNothingIsTerminatedThatNoEntryTerminates() {
    AgreementView view =
        TestHistory.on(
                "2020-01-01",
                AgreementFold.versions(
                    TestHistory.<AgreementEvent>of(
                        adopted("1987"),
                        new ConsentToBeBoundExpressed(INF, US, ConsentMeans.SIGNATURE, on("1988")),
                        new EnteredIntoForce(INF, on("1989")),
                        new WithdrawalNotified(INF, US, on("2019"), on("2019"), null))))
            .orElseThrow();

    assertThat(view.state()).isEqualTo(AgreementStatus.IN_FORCE);
    assertThat(view.parties())
        .extracting(Member::standing)
        .containsExactly(MemberStatus.NEGOTIATING, MemberStatus.WITHDRAWN);
  }

  @Test
  void whereTheDatesLeaveItOpenItSaysBetweenWhat() {
    AgreementView view =
        TestHistory.on(
                "1988-06-01",
                AgreementFold.versions(
                    TestHistory.<AgreementEvent>of(
                        adopted("1987"), new EnteredIntoForce(INF, on("1988")))))
            .orElseThrow();

    assertThat(view.state()).isEqualTo(AgreementStatus.INDETERMINATE);
    assertThat(view.between()).containsExactly(AgreementState.ADOPTED, AgreementState.IN_FORCE);
    assertThat(view.since()).isNull();
  }

  @Test
  void whenAReservationWasMadeSaysNothingOfWhenThePartyConsented() {
    Member member =
        TestHistory.on(
                "1988-07-01",
                AgreementFold.versions(
                    TestHistory.<AgreementEvent>of(
                        adopted("1986"),
                        new AgreementSigned(INF, US, null, on("1987")),
                        new ConsentToBeBoundExpressed(
                            INF, US, ConsentMeans.RATIFICATION, on("1988")),
                        new ReservationMade(INF, US, "not article 5", on("1988-05")))))
            .orElseThrow()
            .parties()
            .getLast();

    assertThat(member.between()).containsExactly(PartyStanding.SIGNATORY, PartyStanding.BOUND);
  }

  @Test
  void beforeItWasAdoptedThereIsNothingToTell() {
    assertThat(TestHistory.on("1987-12-07", versions)).isEmpty();
  }

  @Test
  void itsHistoryCitesTheEntryOfEachState() {
    assertThat(TestHistory.on("2015-01-01", versions).orElseThrow().history())
        .extracting(Segment::entries)
        .containsExactly(List.of(1L), List.of(6L));
  }

  private static AgreementAdopted adopted(String date) {
    return new AgreementAdopted(
        INF, "INF Treaty", AgreementKind.TREATY, List.of(US, USSR), "arms control", on(date));
  }

  private Member member(String day, String party) {
    return TestHistory.on(day, versions).orElseThrow().parties().stream()
        .filter(member -> member.party().value().equals(party))
        .findFirst()
        .orElseThrow();
  }

  private static EdtfDate on(String text) {
    return EdtfDate.parse(text);
  }
}
