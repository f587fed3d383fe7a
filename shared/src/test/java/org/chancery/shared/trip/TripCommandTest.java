package org.chancery.shared.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.InvalidValues.assertInvalid;
import static org.chancery.shared.RefusalCode.INVALID_FIELDS;
import static org.chancery.shared.RefusalCode.REASON_REQUIRED;

import java.util.List;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.TripCommand.CancelTrip;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TripCommandTest {
  private static final TripId TRIP = new TripId("kellogg-1928-paris");
  private static final OfficialId KELLOGG = new OfficialId("kellogg-frank-billings");
  private static final PartyId FRANCE = new PartyId("france");
  private static final EdtfSpan DATES = EdtfSpan.parse("1928-08-24/1928-08-28");

  @Test
  void thePlacesOfAStopAreDifferentAndSaySomething() {
    assertThat(stopAt(" Paris ", "Reims").places()).containsExactly("Paris", "Reims");
    assertInvalid(INVALID_FIELDS, () -> stopAt("Paris", " Paris "));
    assertInvalid(INVALID_FIELDS, () -> stopAt("Paris", " "));
  }

  @Test
  void theOfficeNamedIsTakenToBeHeldAtEachStop() {
    assertThat(record("Secretary of State").references())
        .containsExactlyInAnyOrder(
            new Reference.KnownOfficial(KELLOGG),
            new Reference.Known(FRANCE),
            new Reference.InOffice(KELLOGG, "Secretary of State", DATES),
            new Reference.Begun(DATES));
  }

  @Test
  void whereNoOfficeIsNamedNoneIsTakenToBeHeld() {
    assertThat(record(null).references())
        .containsExactlyInAnyOrder(
            new Reference.KnownOfficial(KELLOGG),
            new Reference.Known(FRANCE),
            new Reference.Begun(DATES));
  }

  @Test
  void aTripIsNotCancelledWithoutAReason() {
    EdtfDate on = EdtfDate.parse("1928-08-01");

    assertInvalid(REASON_REQUIRED, () -> new CancelTrip(TRIP, on, " "));
  }

  private static RecordTrip record(@Nullable String office) {
    return new RecordTrip(TRIP, KELLOGG, office, null, List.of(stopAt("Paris")));
  }

  private static Stop stopAt(String... places) {
    return new Stop(FRANCE, null, List.of(places), DATES, null);
  }
}
