package org.chancery.query.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.chancery.query.sanction.SanctionView.SanctionStatus;
import org.chancery.query.sanction.SanctionView.Segment;
import org.chancery.readmodel.TestHistory;
import org.chancery.readmodel.Version;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.sanction.DesignatedPerson;
import org.chancery.shared.sanction.Measure;
import org.chancery.shared.sanction.SanctionEvent;
import org.chancery.shared.sanction.SanctionEvent.SanctionsAmended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsEased;
import org.chancery.shared.sanction.SanctionEvent.SanctionsImposed;
import org.chancery.shared.sanction.SanctionEvent.SanctionsLifted;
import org.chancery.shared.sanction.SanctionEvent.SanctionsReinstated;
import org.chancery.shared.sanction.SanctionEvent.SanctionsSuspended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsThreatened;
import org.chancery.shared.sanction.SanctionId;
import org.chancery.shared.sanction.SanctionState;
import org.chancery.shared.time.EdtfDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanctionFoldTest {
  private static final SanctionId ID = new SanctionId("us-ru-2014");
  private static final PartyId US = new PartyId("united-states");
  private static final PartyId EU = new PartyId("european-union");
  private static final PartyId RUSSIA = new PartyId("russia");
  private static final DesignatedPerson PERSON =
      new DesignatedPerson(new OfficialId("official"), null, RUSSIA);

  /** The threat comes to be known last. */
  private final List<Version<SanctionView>> versions =
      SanctionFold.versions(
          TestHistory.<SanctionEvent>of(
              new SanctionsImposed(
                  ID,
                  List.of(US, EU),
                  List.of(RUSSIA),
                  List.of(PERSON),
                  List.of(Measure.TRAVEL_BAN, Measure.ASSET_FREEZE),
                  "Executive Order 13660",
                  on("2014-03-17"),
                  "Crimea"),
              new SanctionsAmended(
                  ID, List.of(Measure.ASSET_FREEZE, Measure.SECTORAL), on("2014-07"), "Donbas"),
              new SanctionsEased(ID, List.of(Measure.SECTORAL), on("2018"), "talks"),
              new SanctionsSuspended(ID, on("2020-01-01"), "talks"),
              new SanctionsReinstated(ID, List.of(), on("2021-01-01"), "no talks"),
              new SanctionsLifted(ID, on("2030-01-01"), "settled"),
              new SanctionsThreatened(
                  ID,
                  List.of(US),
                  List.of(RUSSIA),
                  List.of(),
                  List.of(),
                  on("2014-03-01"),
                  "troops")));

  @ParameterizedTest
  @CsvSource({
    "2014-03-01, THREATENED, '', 7",
    "2014-03-17, IN_FORCE, '', 1",
    "2017-12-31, IN_FORCE, '', 1 2",
    "2018-06-01, INDETERMINATE, IN_FORCE EASED, 1 2 3",
    "2019-01-01, EASED, '', 3",
    "2020-06-01, SUSPENDED, '', 3 4",
    "2021-06-01, IN_FORCE, '', 3 5",
    "2030-01-01, LIFTED, '', 3 6"
  })
  void theyAreWhatTheirStepsMakeOfThem(
      String day, SanctionStatus state, String between, String entries) {
    SanctionView view = at(day);

    assertThat(view.state()).isEqualTo(state);
    assertThat(view.between().stream().map(SanctionState::name))
        .isEqualTo(between.isEmpty() ? List.of() : List.of(between.split(" ")));
    assertThat(cited(day)).isEqualTo(numbers(entries));
  }

  @ParameterizedTest
  @CsvSource({
    "2014-03-01, '', ''",
    "2014-03-17, ASSET_FREEZE TRAVEL_BAN, ''",
    "2014-07-15, ASSET_FREEZE, TRAVEL_BAN SECTORAL",
    "2014-08-01, ASSET_FREEZE SECTORAL, ''",
    "2018-06-01, SECTORAL, ASSET_FREEZE",
    "2021-06-01, SECTORAL, ''"
  })
  void theirMeasuresAreThoseLastRecordedAsFarAsTheDatesTell(
      String day, String surely, String perhaps) {
    assertThat(at(day).measures()).isEqualTo(measures(surely));
    assertThat(at(day).possibleMeasures()).isEqualTo(measures(perhaps));
  }

  @Test
  void aThreatIsOfWhoMadeItAndTheImpositionOfWhoImposedThem() {
    assertThat(at("2014-03-16").by()).containsExactly(US);
    assertThat(at("2014-03-16").legalBasis()).isNull();
    assertThat(at("2014-03-17").by()).containsExactly(US, EU);
    assertThat(at("2014-03-17").persons()).containsExactly(PERSON);
    assertThat(at("2014-03-17").legalBasis()).isEqualTo("Executive Order 13660");
  }

  @Test
  void theyAreBetweenWhoImposesThemAndWhomTheyAreAgainst() {
    assertThat(at("2015-01-01").isBetween(RUSSIA, US)).isTrue();
    assertThat(at("2015-01-01").isBetween(EU, RUSSIA)).isTrue();
    assertThat(at("2015-01-01").isBetween(EU, US)).isFalse();
    assertThat(at("2014-03-16").isBetween(EU, RUSSIA)).isFalse();
  }

  @Test
  void whenTheMeasuresWereAmendedSaysNothingOfWhenTheyWereEased() {
    SanctionView view =
        on(
            "2014-07-01",
            imposed("2013"),
            new SanctionsEased(ID, List.of(Measure.TRADE), on("2014"), "talks"),
            new SanctionsAmended(ID, List.of(Measure.SECTORAL), on("2014-05"), "Donbas"));

    assertThat(view.between()).containsExactly(SanctionState.IN_FORCE, SanctionState.EASED);
    assertThat(view.measures()).isEmpty();
    assertThat(view.possibleMeasures()).containsExactly(Measure.TRADE, Measure.SECTORAL);
  }

  @Test
  void whatWasThreatenedCountsNoMoreOnceSanctionsAreImposed() {
    SanctionView view =
        on(
            "2014-07-01",
            new SanctionsThreatened(
                ID,
                List.of(US),
                List.of(RUSSIA),
                List.of(),
                List.of(Measure.EXPULSION),
                on("2014"),
                "troops"),
            imposed("2014-03-17"));

    assertThat(view.state()).isEqualTo(SanctionStatus.IN_FORCE);
    assertThat(view.measures()).containsExactly(Measure.FINANCIAL);
    assertThat(view.possibleMeasures()).isEmpty();
  }

  @Test
  void ofTwoThatCameOnOneDayTheOneRecordedLaterIsTheLast() {
    SanctionView view =
        on(
            "2015-01-01",
            imposed("2014-03-17"),
            new SanctionsEased(ID, List.of(Measure.TRADE), on("2014-05-01"), "talks"),
            new SanctionsAmended(ID, List.of(Measure.SECTORAL), on("2014-05-01"), "Donbas"));

    assertThat(view.measures()).containsExactly(Measure.SECTORAL);
    assertThat(view.possibleMeasures()).isEmpty();
  }

  private static SanctionsImposed imposed(String date) {
    return new SanctionsImposed(
        ID,
        List.of(US),
        List.of(RUSSIA),
        List.of(),
        List.of(Measure.FINANCIAL),
        null,
        on(date),
        "Crimea");
  }

  private static SanctionView on(String day, SanctionEvent... history) {
    return TestHistory.on(day, SanctionFold.versions(TestHistory.of(history))).orElseThrow();
  }

  @Test
  void beforeTheyWereThreatenedThereIsNothingToTell() {
    assertThat(TestHistory.on("2014-02-28", versions)).isEmpty();
  }

  @Test
  void listsFindThemByEitherSideAndByMeasuresThatMayBe() {
    assertThat(
            versions.stream()
                .filter(version -> !version.from().isAfter(on("2014-07-15").earliest()))
                .reduce((_, last) -> last)
                .orElseThrow()
                .attributes())
        .contains(
            "|by=united-states|", "|against=russia|", "|party=russia|", "|party=united-states|")
        .contains("|measure=sectoral|", "|measure=travel-ban|", "|official=official|")
        .contains("|state=in-force|");
  }

  private SanctionView at(String day) {
    return TestHistory.on(day, versions).orElseThrow();
  }

  /** What the state and the measures of the day rest on. */
  private List<Long> cited(String day) {
    return at(day).history().stream()
        .filter(segment -> segment.from() == null || !segment.from().isAfter(on(day).earliest()))
        .reduce((_, last) -> last)
        .map(Segment::entries)
        .orElseThrow();
  }

  private static List<Long> numbers(String text) {
    return Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
  }

  private static List<Measure> measures(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(" ")).map(Measure::valueOf).toList();
  }

  private static EdtfDate on(String text) {
    return EdtfDate.parse(text);
  }
}
