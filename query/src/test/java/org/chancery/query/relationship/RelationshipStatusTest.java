package org.chancery.query.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.chancery.query.cooperation.CooperationView;
import org.chancery.query.cooperation.CooperationView.CooperationStatus;
import org.chancery.query.relationship.RelationsView.Relations;
import org.chancery.query.relationship.RelationsView.RelationsStatus;
import org.chancery.query.sanction.SanctionView;
import org.chancery.query.sanction.SanctionView.SanctionStatus;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.cooperation.CooperationState;
import org.chancery.shared.sanction.SanctionId;
import org.chancery.shared.sanction.SanctionState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationshipStatusTest {

  @ParameterizedTest(name = "relations {0}, cooperations {1}, sanctions {2}: {3}")
  @CsvSource({
    "NONE,,,NONE",
    "UNKNOWN,,,UNKNOWN",
    "RECOGNIZED,,,UNKNOWN",
    "UNKNOWN,NONE,,UNKNOWN",
    "UNKNOWN,ACTIVE,,NORMAL",
    "UNKNOWN|ESTABLISHED,,,UNKNOWN NORMAL",
    "ESTABLISHED,,,NORMAL",
    "INTERRUPTED,,,STRAINED",
    "SEVERED,,,SEVERED",
    "NONE,ACTIVE,,NORMAL",
    "ESTABLISHED,ACTIVE SUSPENDED,,STRAINED",
    "ESTABLISHED,TERMINATED,,STRAINED",
    "SEVERED,ACTIVE TERMINATED,,SEVERED",
    "NONE|ESTABLISHED,,,NONE NORMAL",
    "NONE|ESTABLISHED,ACTIVE,,NORMAL",
    "ESTABLISHED,ACTIVE|SUSPENDED,,NORMAL STRAINED",
    "NONE|ESTABLISHED,NONE|ACTIVE,,NONE NORMAL",
    "ESTABLISHED|SEVERED,ACTIVE|SUSPENDED,,NORMAL STRAINED SEVERED",
    "SEVERED,ACTIVE|SUSPENDED,,SEVERED",
    "INTERRUPTED|ESTABLISHED,SUSPENDED,,STRAINED",
    "UNKNOWN,,IN_FORCE,STRAINED",
    "ESTABLISHED,ACTIVE,EASED,STRAINED",
    "SEVERED,,IN_FORCE,SEVERED",
    "UNKNOWN,,THREATENED,UNKNOWN",
    "ESTABLISHED,,SUSPENDED LIFTED,NORMAL",
    "ESTABLISHED,,LIFTED IN_FORCE,STRAINED",
    "ESTABLISHED,,IN_FORCE|EASED,STRAINED",
    "ESTABLISHED,,NONE|IN_FORCE,NORMAL STRAINED",
    "UNKNOWN|SEVERED,,EASED|LIFTED,UNKNOWN STRAINED SEVERED"
  })
  void theGravestThatIsSoDecidesOverAllThatTheDatesAllow(
      String relations, String cooperations, String sanctions, String statuses) {
    List<CooperationView> together =
        cooperations == null
            ? List.of()
            : Arrays.stream(cooperations.split(" ")).map(RelationshipStatusTest::standing).toList();

    assertThat(
            RelationshipStatus.possible(
                relations(relations), new Ties(together, sanctions(sanctions))))
        .extracting(Enum::name)
        .containsExactly(statuses.split(" "));
  }

  private static List<SanctionView> sanctions(@Nullable String states) {
    return states == null
        ? List.of()
        : Arrays.stream(states.split(" ")).map(RelationshipStatusTest::sanction).toList();
  }

  private static SanctionView sanction(String states) {
    List<SanctionState> between =
        Arrays.stream(states.split("\\|")).map(SanctionState::valueOf).toList();
    return new SanctionView(
        new SanctionId("s"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        "why",
        between.size() == 1 ? SanctionStatus.valueOf(states) : SanctionStatus.INDETERMINATE,
        between.size() == 1 ? List.of() : between,
        null,
        List.of(),
        List.of(),
        List.of());
  }

  private static Relations relations(String states) {
    List<RelationsStatus> between =
        Arrays.stream(states.split("\\|")).map(RelationsStatus::valueOf).toList();
    return between.size() == 1
        ? new Relations(RelationsStatus.valueOf(states), null, List.of(), List.of())
        : new Relations(RelationsStatus.INDETERMINATE, null, between, List.of());
  }

  private static CooperationView standing(String states) {
    List<CooperationState> between =
        Arrays.stream(states.split("\\|")).map(CooperationState::valueOf).toList();
    return new CooperationView(
        new CooperationId("c"),
        "field",
        List.of(),
        between.size() == 1 ? CooperationStatus.valueOf(states) : CooperationStatus.INDETERMINATE,
        between.size() == 1 ? List.of() : between,
        null,
        List.of(),
        List.of(),
        List.of());
  }
}
