package org.chancery.query.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.query.official.OfficialView.Certainty.UNKNOWN;
import static org.chancery.query.official.OfficialView.Certainty.YES;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.official.OfficialView.Attestation;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.query.official.OfficialView.Held;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.TestHistory;
import org.chancery.readmodel.Version;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficeAttested;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficialFoldTest {
  private static final OfficialId KERRY = new OfficialId("kerry-john");
  private static final PartyId US = new PartyId("united-states");
  private static final String SECRETARY = "Secretary of State";

  private final List<Version<OfficialView>> versions =
      OfficialFold.versions(
          TestHistory.<OfficialEvent>of(
              new OfficialRegistered(KERRY, "John Kerry"),
              new AppointmentEnded(KERRY, SECRETARY, US, EdtfDate.parse("2017-01-20")),
              new OfficialAppointed(KERRY, SECRETARY, US, EdtfDate.parse("2013-02"))));

  @Test
  void anOfficeIsHeldFromItsFirstDayToItsLastBothIncluded() {
    assertThat(holds("2013-01-31")).isEmpty();
    assertThat(holds("2013-03-01"))
        .containsExactly(new Held(SECRETARY, US, Certainty.YES, List.of(2L, 3L)));
    assertThat(holds("2017-01-20")).extracting(Held::held).containsExactly(Certainty.YES);
    assertThat(holds("2017-01-21")).isEmpty();
  }

  @Test
  void whileItMayNotHaveBegunYetItIsIndeterminate() {
    assertThat(holds("2013-02-15")).extracting(Held::held).containsExactly(Certainty.INDETERMINATE);
  }

  @Test
  void allTermsAreToldOnAnyDay() {
    OfficialView view = TestHistory.on("1990-01-01", versions).orElseThrow();

    assertThat(view.name()).isEqualTo("John Kerry");
    assertThat(view.appointments()).hasSize(1);
    assertThat(view.entries()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aSecondTermIsATermOfItsOwn() {
    List<Version<OfficialView>> twice =
        OfficialFold.versions(
            TestHistory.<OfficialEvent>of(
                new OfficialAppointed(KERRY, SECRETARY, US, EdtfDate.parse("2001")),
                new AppointmentEnded(KERRY, SECRETARY, US, EdtfDate.parse("2003")),
                new OfficialAppointed(KERRY, SECRETARY, US, EdtfDate.parse("2005"))));

    assertThat(TestHistory.on("2004-06-01", twice).orElseThrow().holds()).isEmpty();
    assertThat(TestHistory.on("2006-01-01", twice).orElseThrow().holds()).hasSize(1);
    assertThat(TestHistory.on("2006-01-01", twice).orElseThrow().appointments()).hasSize(2);
  }

  @Test
  void aTermThatBeginsAsTheLastOneEndsDoesNotEndWithIt() {
    List<Version<OfficialView>> reappointed =
        OfficialFold.versions(
            TestHistory.<OfficialEvent>of(
                new OfficialAppointed(KERRY, SECRETARY, US, EdtfDate.parse("2001-01-01")),
                new AppointmentEnded(KERRY, SECRETARY, US, EdtfDate.parse("2005-05-05")),
                new OfficialAppointed(KERRY, SECRETARY, US, EdtfDate.parse("2005-05-05"))));

    assertThat(TestHistory.on("2010-01-01", reappointed).orElseThrow().holds())
        .containsExactly(new Held(SECRETARY, US, Certainty.YES, List.of(3L)));
  }

  @ParameterizedTest
  @CsvSource({
    "2017-02-14, UNKNOWN", // nobody says when it was taken up
    "2017-02-15, YES",
    "2017-02-17, YES",
    "2017-02-18, INDETERMINATE",
    "2018-01-01, YES",
    "2018-01-02, UNKNOWN", // nor when it was left
    "9998-01-01, UNKNOWN",
  })
  void anAttestedOfficeIsHeldOnTheDaysAttestedAndOnOthersNobodySays(String day, Certainty held) {
    var attested = attested("2017-02-15/2017-02-17", "2018-01-01");
    assertThat(on(day, attested).holds())
        .containsExactly(new Held(SECRETARY, US, held, List.of(2L)));
    assertThat(on(day, attested).attestations())
        .containsExactly(
            new Attestation(
                SECRETARY,
                US,
                LocalDate.of(2017, 2, 15),
                LocalDate.of(2018, 1, 1),
                2,
                List.of(2L)));
  }

  @Test
  void oneUnknownDayOfAMonthAttestsNoDayForSure() {
    var attested = attested("2017-02");
    assertThat(on("2017-02-15", attested).holds())
        .extracting(Held::held)
        .containsExactly(Certainty.INDETERMINATE);
  }

  @Test
  void aTermThatIsRecordedSaysMoreThanTheDaysThatAttestIt() {
    var term =
        attested(
            List.of(
                new OfficialAppointed(KERRY, SECRETARY, US, EdtfDate.parse("2017-02")),
                new AppointmentEnded(KERRY, SECRETARY, US, EdtfDate.parse("2018-03-31"))),
            "2017-02-15/2017-02-17",
            "2018-01-01");
    assertThat(on("2017-01-31", term).holds()).isEmpty();
    assertThat(on("2017-02-14", term).holds())
        .containsExactly(new Held(SECRETARY, US, Certainty.INDETERMINATE, List.of(3L, 4L)));
    assertThat(on("2017-02-15", term).holds())
        .containsExactly(new Held(SECRETARY, US, Certainty.YES, List.of(2L, 3L, 4L)));
    assertThat(on("2017-06-01", term).holds())
        .containsExactly(new Held(SECRETARY, US, Certainty.YES, List.of(3L, 4L)));
    assertThat(on("2018-04-01", term).holds()).isEmpty();
  }

  @Test
  void whatIsAttestedBesideATermLeavesOpenTheTimeUpToIt() {
    var beside =
        attested(
            List.of(new OfficialAppointed(KERRY, SECRETARY, US, EdtfDate.parse("2017-02-01"))),
            "2010-05-05");
    assertThat(on("2010-05-05", beside).holds()).extracting(Held::held).containsExactly(YES);
    assertThat(on("2015-01-01", beside).holds()).extracting(Held::held).containsExactly(UNKNOWN);
    assertThat(on("2017-02-01", beside).holds())
        .containsExactly(new Held(SECRETARY, US, Certainty.YES, List.of(3L)));
  }

  private static List<Version<OfficialView>> attested(String... days) {
    return attested(List.of(), days);
  }

  private static List<Version<OfficialView>> attested(List<OfficialEvent> terms, String... days) {
    List<EdtfSpan> on = Stream.of(days).map(EdtfSpan::parse).toList();
    List<OfficialEvent> history = new ArrayList<>();
    history.add(new OfficialRegistered(KERRY, "John Kerry"));
    history.add(new OfficeAttested(KERRY, SECRETARY, US, on));
    history.addAll(terms);
    return OfficialFold.versions(TestHistory.of(history.toArray(OfficialEvent[]::new)));
  }

  private static OfficialView on(String day, List<Version<OfficialView>> all) {
    return TestHistory.on(day, all).orElseThrow();
  }

  @Test
  void anOfficeIsFoundInFullAsASlugAndByItsFirstWord() {
    assertThat(OfficeAttributes.of(SECRETARY))
        .containsExactlyInAnyOrder(
            new FilterAttribute("office", "Secretary of State"),
            new FilterAttribute("office", "secretary-of-state"),
            new FilterAttribute("office", "secretary"));
  }

  private List<Held> holds(String day) {
    return TestHistory.on(day, versions).orElseThrow().holds();
  }

  /** With a no-break space; its accent is combined with the letter before it. */
  @Test
  void oneOfficeInTwoSpellingsIsOneOffice() {
    String composed = "Secr\u00e9taire d'\u00c9tat";
    String otherwise = "secre\u0301taire\u00a0d'E\u0301tat";
    List<Version<OfficialView>> spelt =
        OfficialFold.versions(
            TestHistory.<OfficialEvent>of(
                new OfficialAppointed(KERRY, composed, US, EdtfDate.parse("2013-02-01")),
                new AppointmentEnded(KERRY, otherwise, US, EdtfDate.parse("2017-01-20")),
                attesting(composed, "2015-01-01"),
                attesting(otherwise, "2016-01-01")));

    OfficialView view = TestHistory.on("2015-01-01", spelt).orElseThrow();

    assertThat(view.appointments()).hasSize(1);
    assertThat(view.appointments().getFirst().office()).isEqualTo(composed);
    assertThat(view.attestations()).hasSize(1);
    assertThat(view.holds()).hasSize(1);
  }

  private static OfficeAttested attesting(String office, String day) {
    return new OfficeAttested(KERRY, office, US, List.of(EdtfSpan.parse(day)));
  }
}
