package org.chancery.query.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.query.ExactReading;
import org.chancery.query.agreement.AgreementView.AgreementStatus;
import org.chancery.query.agreement.AgreementView.Member;
import org.chancery.query.agreement.AgreementView.MemberStatus;
import org.chancery.readmodel.TestHistory;
import org.chancery.readmodel.Version;
import org.chancery.shared.PartyId;
import org.chancery.shared.agreement.AgreementCourses;
import org.chancery.shared.agreement.AgreementEvent;
import org.chancery.shared.agreement.AgreementEvent.AgreementAdopted;
import org.chancery.shared.agreement.AgreementEvent.AgreementSigned;
import org.chancery.shared.agreement.AgreementEvent.AgreementTerminated;
import org.chancery.shared.agreement.AgreementEvent.ConsentToBeBoundExpressed;
import org.chancery.shared.agreement.AgreementEvent.EnteredIntoForce;
import org.chancery.shared.agreement.AgreementEvent.OperationResumed;
import org.chancery.shared.agreement.AgreementEvent.OperationSuspended;
import org.chancery.shared.agreement.AgreementEvent.ProvisionalApplicationBegun;
import org.chancery.shared.agreement.AgreementEvent.ReservationMade;
import org.chancery.shared.agreement.AgreementEvent.WithdrawalNotified;
import org.chancery.shared.agreement.AgreementId;
import org.chancery.shared.agreement.AgreementKind;
import org.chancery.shared.agreement.AgreementState;
import org.chancery.shared.agreement.AgreementStep;
import org.chancery.shared.agreement.AgreementStep.Change;
import org.chancery.shared.agreement.ConsentMeans;
import org.chancery.shared.agreement.PartyStanding;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.Step;

class AgreementFoldProperties {
  private static final AgreementId ID = new AgreementId("a");
  private static final PartyId US = new PartyId("united-states");
  private static final PartyId RUSSIA = new PartyId("russia");
  private static final PartyId FRANCE = new PartyId("france");
  private static final List<PartyId> PARTIES = List.of(US, RUSSIA, FRANCE);
  private static final List<Function<EdtfDate, AgreementEvent>> KINDS =
      List.of(
          on ->
              new AgreementAdopted(ID, "A", AgreementKind.TREATY, List.of(US, RUSSIA), "arms", on),
          on -> new AgreementSigned(ID, US, null, on),
          on -> new AgreementSigned(ID, RUSSIA, null, on),
          on -> new ConsentToBeBoundExpressed(ID, US, ConsentMeans.RATIFICATION, on),
          on -> new ConsentToBeBoundExpressed(ID, RUSSIA, ConsentMeans.RATIFICATION, on),
          on -> new ConsentToBeBoundExpressed(ID, FRANCE, ConsentMeans.ACCESSION, on),
          on -> new ReservationMade(ID, US, "one article", on),
          on -> new WithdrawalNotified(ID, RUSSIA, on, on, null),
          on -> new ProvisionalApplicationBegun(ID, on),
          on -> new EnteredIntoForce(ID, on),
          on -> new OperationSuspended(ID, on, "why"),
          on -> new OperationResumed(ID, on, "why"),
          on -> new AgreementTerminated(ID, on, "why"));

  @Property(tries = 500)
  void whateverDaysWereMeantTheAnswerAllowsForWhatWasSo(
      @ForAll("readings") ExactReading<AgreementEvent> reading) {
    List<Version<AgreementView>> told = versions(reading.recorded());
    List<Version<AgreementView>> meant = versions(reading.exact());
    for (LocalDate day : days(told, meant)) {
      assertThat(states(day, told)).containsAll(states(day, meant));
      for (PartyId party : PARTIES) {
        assertThat(standings(day, party, told)).containsAll(standings(day, party, meant));
      }
    }
  }

  @Property(tries = 500)
  void aPartyStandsToItAsIfTheOthersHadDoneNothing(
      @ForAll("readings") ExactReading<AgreementEvent> reading) {
    List<Version<AgreementView>> all = versions(reading.recorded());
    for (PartyId party : PARTIES) {
      List<Version<AgreementView>> alone =
          versions(reading.recorded().stream().filter(event -> concerns(event, party)).toList());
      for (LocalDate day : days(all, alone)) {
        assertThat(standings(day, party, all)).isEqualTo(standings(day, party, alone));
      }
    }
  }

  @Property(tries = 500)
  void anAnswerHoldsOnEachDayOnceAndIsOpenBetweenSeveralStatesOnly(
      @ForAll("readings") ExactReading<AgreementEvent> reading) {
    List<Version<AgreementView>> told = versions(reading.recorded());
    IntStream.range(1, told.size())
        .forEach(i -> assertThat(told.get(i).from()).isEqualTo(told.get(i - 1).to()));
    told.forEach(version -> assertThat(version.view().between().size()).isNotEqualTo(1));
  }

  private static boolean concerns(AgreementEvent event, PartyId party) {
    AgreementStep step = AgreementStep.of(event);
    return step.parties().contains(party)
        || event instanceof AgreementAdopted
        || event instanceof AgreementTerminated;
  }

  private static List<AgreementState> states(LocalDate day, List<Version<AgreementView>> versions) {
    return TestHistory.on(day.toString(), versions)
        .map(
            view ->
                view.state() == AgreementStatus.INDETERMINATE
                    ? view.between()
                    : List.of(AgreementState.valueOf(view.state().name())))
        .orElse(List.of(AgreementState.NONE));
  }

  private static List<PartyStanding> standings(
      LocalDate day, PartyId party, List<Version<AgreementView>> versions) {
    return TestHistory.on(day.toString(), versions).stream()
        .flatMap(view -> view.parties().stream())
        .filter(member -> member.party().equals(party))
        .findFirst()
        .map(AgreementFoldProperties::standings)
        .orElse(List.of(PartyStanding.NONE));
  }

  private static List<PartyStanding> standings(Member member) {
    return member.standing() == MemberStatus.INDETERMINATE
        ? member.between()
        : List.of(PartyStanding.valueOf(member.standing().name()));
  }

  private static List<LocalDate> days(
      List<Version<AgreementView>> some, List<Version<AgreementView>> more) {
    return Stream.concat(some.stream(), more.stream())
        .map(Version::from)
        .flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1)))
        .toList();
  }

  private static List<Version<AgreementView>> versions(List<AgreementEvent> history) {
    return AgreementFold.versions(TestHistory.of(history.toArray(AgreementEvent[]::new)));
  }

  @Provide
  Arbitrary<ExactReading<AgreementEvent>> readings() {
    return ExactReading.of(KINDS, AgreementFoldProperties::order);
  }

  /** Where a reservation stands among the steps is no matter of standings. */
  private static List<String> order(List<AgreementEvent> history) {
    AgreementCourses courses = AgreementCourses.NONE;
    for (AgreementEvent event : history) {
      Step<AgreementStep> step = new Step<>(AgreementStep.of(event), event.on(), 1);
      courses.admit(step);
      courses = courses.accept(step);
    }
    return Stream.concat(Stream.of(courses.agreement()), courses.parties().values().stream())
        .flatMap(course -> course.steps().stream())
        .filter(step -> step.what().change() != Change.RESERVED)
        .map(step -> step.what().toString())
        .toList();
  }
}
