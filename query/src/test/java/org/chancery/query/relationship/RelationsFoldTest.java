package org.chancery.query.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.query.asof.TestHistory;
import org.chancery.query.asof.Version;
import org.chancery.query.relationship.RelationsView.Level;
import org.chancery.query.relationship.RelationsView.RelationsStatus;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.relationship.Recognition;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.relationship.RelationshipEvent.DiscrepancyNoted;
import org.chancery.shared.relationship.RelationshipEvent.PartyRecognized;
import org.chancery.shared.relationship.RelationshipEvent.RelationsEstablished;
import org.chancery.shared.relationship.RelationshipEvent.RelationsSevered;
import org.chancery.shared.relationship.RelationshipEvent.RepresentationChanged;
import org.chancery.shared.relationship.Representation;
import org.chancery.shared.relationship.StatedChange;
import org.chancery.shared.time.EdtfDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationsFoldTest {
  private static final PartyId CUBA = new PartyId("cuba");
  private static final PartyId US = new PartyId("united-states");
  private static final Pair PAIR = new Pair(CUBA, US);

  private final List<Version<RelationsView>> versions =
      RelationsFold.versions(
          TestHistory.<RelationshipEvent>of(
              new RelationsSevered(PAIR, EdtfDate.parse("1961-01-03"), "staff limits"),
              new PartyRecognized(US, CUBA, EdtfDate.parse("1902"), false, Recognition.UNSPECIFIED),
              new RelationsEstablished(PAIR, EdtfDate.parse("1902-05-27")),
              new RepresentationChanged(
                  PAIR, Representation.EMBASSY, EdtfDate.parse("1923"), null)));

  @ParameterizedTest
  @CsvSource({
    "1902-01-10,INDETERMINATE,NONE,",
    "1902-05-27,ESTABLISHED,NONE,1902-05-27",
    "1923-06-01,ESTABLISHED,INDETERMINATE,1902-05-27",
    "1924-01-01,ESTABLISHED,EMBASSY,1902-05-27",
    "1961-01-03,SEVERED,NONE,1961-01-03"
  })
  void relationsAndRepresentationStandAsTheirStepsHaveIt(
      String day, RelationsStatus relations, Level level, String since) {
    RelationsView view = TestHistory.on(day, versions).orElseThrow();

    assertThat(view.diplomaticRelations().state()).isEqualTo(relations);
    assertThat(view.representation().level()).isEqualTo(level);
    assertThat(view.diplomaticRelations().since())
        .isEqualTo(since == null ? null : EdtfDate.parse(since));
  }

  @Test
  void eachAnswerCitesWhatItRestsOnAndNothingLater() {
    RelationsView view = TestHistory.on("1924-01-01", versions).orElseThrow();

    assertThat(view.diplomaticRelations().entries()).containsExactly(3L);
    assertThat(view.representation().entries()).containsExactly(4L);
    assertThat(view.entries()).containsExactly(2L, 3L, 4L);
    assertThat(view.recognitions()).hasSize(1);
  }

  @Test
  void whereNothingHasHappenedNothingIsHeld() {
    assertThat(TestHistory.on("1901-12-31", versions)).isEmpty();
  }

  @Test
  void aDiscrepancyIsToldAndChangesNothing() {
    List<Version<RelationsView>> noted =
        RelationsFold.versions(
            TestHistory.<RelationshipEvent>of(
                new DiscrepancyNoted(
                    PAIR, StatedChange.SEVERANCE, EdtfDate.parse("1890"), "nothing to sever")));

    RelationsView view = TestHistory.on("1950-01-01", noted).orElseThrow();
    assertThat(view.diplomaticRelations().state()).isEqualTo(RelationsStatus.NONE);
    assertThat(view.discrepancies()).hasSize(1);
    assertThat(view.entries()).containsExactly(1L);
  }
}
