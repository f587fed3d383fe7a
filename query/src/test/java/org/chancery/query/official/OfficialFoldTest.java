package org.chancery.query.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.query.asof.Facet;
import org.chancery.query.asof.TestHistory;
import org.chancery.query.asof.Version;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.query.official.OfficialView.Held;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.official.OfficialId;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.time.EdtfDate;
import org.junit.jupiter.api.Test;

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

  @Test
  void anOfficeIsFoundInFullAsASlugAndByItsFirstWord() {
    assertThat(OfficeFacets.of(SECRETARY))
        .containsExactlyInAnyOrder(
            new Facet("office", "Secretary of State"),
            new Facet("office", "secretary-of-state"),
            new Facet("office", "secretary"));
  }

  private List<Held> holds(String day) {
    return TestHistory.on(day, versions).orElseThrow().holds();
  }
}
