package org.chancery.intake.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.intake.RealData;
import org.chancery.intake.source.Readings;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.chancery.shared.trip.VisitKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The visits of 1874 to the 2020s, whole. */
@EnabledIf(value = RealData.IS_AT_HAND, disabledReason = RealData.ABSENT)
class RealVisitsTest {
  private static Readings visits = new Readings(List.of());

  @BeforeAll
  static void read() {
    visits =
        Readings.of(new VisitReader(VisitsOnRecord::none, List.of()), RealData.at("visits/data"));
  }

  @Test
  void everyVisitIsATrip() {
    assertThat(visits.malformed()).isEmpty();
    assertThat(visits.commands(RecordTrip.class)).hasSize(3_264);
    assertThat(visits.commands(RecordTrip.class))
        .extracting(RecordTrip::trip)
        .doesNotHaveDuplicates();
    assertThat(visits.keys()).doesNotHaveDuplicates();
  }

  @Test
  void kindsAreReadInTheirSpellings() {
    Map<VisitKind, Long> kinds =
        visits.commands(RecordTrip.class).stream()
            .collect(
                Collectors.groupingBy(
                    trip -> trip.visitKind() == null ? VisitKind.UNSPECIFIED : trip.visitKind(),
                    Collectors.counting()));
    assertThat(kinds.keySet()).contains(VisitKind.values());
    assertThat(kinds.get(VisitKind.STATE)).isBetween(170L, 190L);
    assertThat(kinds.get(VisitKind.WORKING)).isBetween(680L, 700L);
  }

  @Test
  void whatACarefulReaderChecksIsFlaggedAndKept() {
    assertThat(visits.flags("entered twice").map(flag -> flag.replaceAll("\\D+", " ").strip()))
        .contains("2044 2064", "3196 3201", "3257 3314")
        .hasSize(6);
    assertThat(visits.flags("only have been announced")).hasSize(9);
    assertThat(visits.flags("more than one person")).hasSize(8);
    assertThat(visits.flags("lasts")).contains("visit 2236 lasts 63 days");
    assertThat(visits.flags("list of countries")).isEmpty();
  }
}
