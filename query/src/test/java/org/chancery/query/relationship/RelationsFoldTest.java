package org.chancery.query.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.chancery.query.relationship.RelationsView.Level;
import org.chancery.query.relationship.RelationsView.Mission;
import org.chancery.query.relationship.RelationsView.RelationsStatus;
import org.chancery.readmodel.TestHistory;
import org.chancery.readmodel.Version;
import org.chancery.shared.PartyId;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.relationship.Recognition;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.relationship.RelationshipEvent.DiscrepancyNoted;
import org.chancery.shared.relationship.RelationshipEvent.PartyRecognized;
import org.chancery.shared.relationship.RelationshipEvent.RelationsEstablished;
import org.chancery.shared.relationship.RelationshipEvent.RelationsInterrupted;
import org.chancery.shared.relationship.RelationshipEvent.RelationsResumed;
import org.chancery.shared.relationship.RelationshipEvent.RelationsSevered;
import org.chancery.shared.relationship.RelationshipEvent.RepresentationChanged;
import org.chancery.shared.relationship.Representation;
import org.chancery.shared.relationship.StatedChange;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    "1902-01-10,INDETERMINATE,UNKNOWN,",
    "1902-05-27,ESTABLISHED,UNKNOWN,1902-05-27",
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

  @ParameterizedTest(name = "{0} stated after {1}: {2}")
  @CsvSource({
    "SEVERANCE,,UNKNOWN SEVERED",
    "INTERRUPTION,,UNKNOWN INTERRUPTED",
    "RESUMPTION,,UNKNOWN ESTABLISHED",
    "REPRESENTATION,,UNKNOWN ESTABLISHED",
    "RECOGNITION,,UNKNOWN RECOGNIZED",
    "REPRESENTATION,SEVERED,SEVERED ESTABLISHED",
    "RECOGNITION,SEVERED,SEVERED ESTABLISHED",
    "INTERRUPTION,SEVERED,SEVERED INTERRUPTED",
    "ESTABLISHMENT,ESTABLISHED,ESTABLISHED",
    "RECOGNITION,ESTABLISHED,ESTABLISHED",
    "SEVERANCE,SEVERED,SEVERED",
  })
  void aDiscrepancyIsToldAndLeavesOpenWhetherItIsRight(
      StatedChange stated, @Nullable String before, String states) {
    List<RelationshipEvent> history = new ArrayList<>();
    if (before != null) {
      history.add(new RelationsEstablished(PAIR, EdtfDate.parse("1902-05-27")));
    }
    if ("SEVERED".equals(before)) {
      history.add(new RelationsSevered(PAIR, EdtfDate.parse("1917"), "war"));
    }
    history.add(new DiscrepancyNoted(PAIR, stated, EdtfDate.parse("1944"), "why"));

    RelationsView view = on("1950-01-01", history);

    assertThat(view.discrepancies()).hasSize(1);
    assertThat(view.diplomaticRelations().states())
        .extracting(Enum::name)
        .containsExactly(states.split(" "));
    assertThat(view.diplomaticRelations().entries().contains((long) history.size()))
        .isEqualTo(states.contains(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "1943-12-31,SEVERED",
    "1944-01-01,SEVERED ESTABLISHED",
    "1945-12-31,SEVERED ESTABLISHED",
    "1946-06-01,SEVERED ESTABLISHED",
    "1947-01-01,ESTABLISHED",
    "1950-01-01,SEVERED",
  })
  void whatIsDoubtfulStaysSoUntilALaterFactSurelyDecides(String day, String states) {
    RelationsView view =
        on(
            day,
            List.of(
                new RelationsEstablished(PAIR, EdtfDate.parse("1902-05-27")),
                new RelationsSevered(PAIR, EdtfDate.parse("1942-11-08"), "war"),
                new DiscrepancyNoted(
                    PAIR, StatedChange.REPRESENTATION, EdtfDate.parse("1944"), "embassy reopened"),
                new RelationsResumed(PAIR, EdtfDate.parse("1946"), "treaty"),
                new RelationsSevered(PAIR, EdtfDate.parse("1950-01-01"), "war")));

    assertThat(view.diplomaticRelations().states())
        .extracting(Enum::name)
        .containsExactly(states.split(" "));
  }

  private static RelationsView on(String day, List<RelationshipEvent> history) {
    return TestHistory.on(
            day, RelationsFold.versions(TestHistory.of(history.toArray(RelationshipEvent[]::new))))
        .orElseThrow();
  }

  @Test
  void resumingRelationsLeavesOpenWhatMissionsThereAre() {
    List<RelationshipEvent> turkey =
        List.of(
            new RelationsEstablished(PAIR, EdtfDate.parse("1831-09-13")),
            new RepresentationChanged(PAIR, Representation.EMBASSY, EdtfDate.parse("1906"), null),
            new RelationsSevered(PAIR, EdtfDate.parse("1917-04-20"), "war"),
            new RelationsResumed(PAIR, EdtfDate.parse("1927-02-17"), "treaty"));

    assertThat(on("1920-01-01", turkey).representation().level()).isEqualTo(Level.NONE);
    assertThat(on("1920-01-01", turkey).representation().entries()).containsExactly(3L);
    assertThat(on("1927-02-17", turkey).representation()).isEqualTo(Mission.UNKNOWN);
  }

  @Test
  void ofTwoDiscrepanciesBothMayBeRight() {
    RelationsView view =
        on(
            "1950-01-01",
            List.of(
                new DiscrepancyNoted(
                    PAIR, StatedChange.SEVERANCE, EdtfDate.parse("1940"), "relations broken"),
                new DiscrepancyNoted(
                    PAIR, StatedChange.RECOGNITION, EdtfDate.parse("1944"), "new government")));

    assertThat(view.diplomaticRelations().states())
        .containsExactlyInAnyOrder(
            RelationsStatus.UNKNOWN,
            RelationsStatus.SEVERED,
            RelationsStatus.RECOGNIZED,
            RelationsStatus.ESTABLISHED);
    assertThat(view.diplomaticRelations().entries()).contains(1L, 2L);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void twoDiscrepanciesThatALaterFactRefutesOneByOneMayBeRightTogether(boolean resumedFirst) {
    DiscrepancyNoted severed =
        new DiscrepancyNoted(PAIR, StatedChange.SEVERANCE, EdtfDate.parse("1940"), "broken");
    DiscrepancyNoted resumed =
        new DiscrepancyNoted(PAIR, StatedChange.RESUMPTION, EdtfDate.parse("1942"), "treaty");
    RelationsView view =
        on(
            "1950-01-01",
            List.of(
                new RelationsEstablished(PAIR, EdtfDate.parse("1902-05-27")),
                new RepresentationChanged(
                    PAIR, Representation.EMBASSY, EdtfDate.parse("1923"), null),
                resumedFirst ? resumed : severed,
                resumedFirst ? severed : resumed,
                new RelationsInterrupted(PAIR, EdtfDate.parse("1944"), "unrest")));

    assertThat(view.diplomaticRelations().state()).isEqualTo(RelationsStatus.INTERRUPTED);
    assertThat(view.representation())
        .isEqualTo(
            new Mission(
                Level.INDETERMINATE,
                null,
                List.of(Level.EMBASSY, Level.UNKNOWN),
                List.of(2L, 3L, 4L)));
  }
}
