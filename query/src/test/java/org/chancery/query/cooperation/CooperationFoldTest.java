package org.chancery.query.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.chancery.query.cooperation.CooperationView.CooperationStatus;
import org.chancery.query.cooperation.CooperationView.Segment;
import org.chancery.readmodel.TestHistory;
import org.chancery.readmodel.Version;
import org.chancery.shared.PartyId;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.cooperation.CooperationEvent.CooperationResumed;
import org.chancery.shared.cooperation.CooperationEvent.CooperationSuspended;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.cooperation.CooperationState;
import org.chancery.shared.time.EdtfDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CooperationFoldTest {
  private static final CooperationId MILITARY = new CooperationId("nato-russia-military");

  /** Recorded out of order: the resumption before the suspension it ends. */
  private final List<Version<CooperationView>> versions =
      CooperationFold.versions(
          TestHistory.<CooperationEvent>of(
              new CooperationEstablished(
                  MILITARY,
                  List.of(new PartyId("nato"), new PartyId("russia")),
                  "military",
                  EdtfDate.parse("2002-05-28")),
              new CooperationSuspended(MILITARY, EdtfDate.parse("2014-04"), "Crimea"),
              new CooperationSuspended(MILITARY, EdtfDate.parse("2008-08-19"), "Georgia"),
              new CooperationResumed(MILITARY, EdtfDate.parse("2009"), "reset")));

  @ParameterizedTest
  @CsvSource({
    "2002-05-28,ACTIVE,2002-05-28",
    "2008-12-31,SUSPENDED,2008-08-19",
    "2009-07-01,INDETERMINATE,",
    "2010-01-01,ACTIVE,2009",
    "2014-04-15,INDETERMINATE,",
    "2015-01-01,SUSPENDED,2014-04"
  })
  void itStandsAsItsStepsInTheOrderOfTheWorldHaveIt(
      String day, CooperationStatus state, String since) {
    CooperationView view = TestHistory.on(day, versions).orElseThrow();

    assertThat(view.state()).isEqualTo(state);
    assertThat(view.since()).isEqualTo(since == null ? null : EdtfDate.parse(since));
  }

  @Test
  void whereTheDatesLeaveItOpenItSaysBetweenWhat() {
    assertThat(TestHistory.on("2014-04-15", versions).orElseThrow().between())
        .containsExactly(CooperationState.ACTIVE, CooperationState.SUSPENDED);
  }

  @Test
  void beforeItWasEstablishedThereIsNothingToTell() {
    assertThat(TestHistory.on("2002-05-27", versions)).isEmpty();
  }

  @Test
  void itsHistoryCitesTheEntryOfEachState() {
    List<Segment> history = TestHistory.on("2015-01-01", versions).orElseThrow().history();

    assertThat(history)
        .extracting(Segment::state, Segment::entries)
        .containsExactly(
            tuple(CooperationStatus.ACTIVE, List.of(1L)),
            tuple(CooperationStatus.SUSPENDED, List.of(3L)),
            tuple(CooperationStatus.INDETERMINATE, List.of(3L, 4L)),
            tuple(CooperationStatus.ACTIVE, List.of(4L)),
            tuple(CooperationStatus.INDETERMINATE, List.of(2L, 4L)),
            tuple(CooperationStatus.SUSPENDED, List.of(2L)));
    assertThat(history.getLast().to()).isNull();
  }
}
