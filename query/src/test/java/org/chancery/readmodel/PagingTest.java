package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.query.TestLedger;
import org.chancery.query.official.OfficialView;
import org.chancery.query.trip.StopView;
import org.chancery.readmodel.ReadModel.Listing;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.ProblemException;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripEvent.TripCancelled;
import org.chancery.shared.trip.TripEvent.TripPlanned;
import org.chancery.shared.trip.TripId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class PagingTest {

  static Stream<DataSource> databases() {
    return Stream.of(TestDatabases.h2(), TestDatabases.postgres());
  }

  static Stream<Arguments> listsInDatabases() {
    FilterAttribute indexed = new FilterAttribute("official", "traveller");
    return Stream.of(Set.of(), Set.of(indexed))
        .flatMap(attributes -> databases().map(database -> Arguments.of(database, attributes)));
  }

  @ParameterizedTest
  @MethodSource("listsInDatabases")
  void eachItemIsGivenOnceInOrderWhileEntriesArrive(
      DataSource views, Set<FilterAttribute> attributes) {
    try (TestLedger ledger = new TestLedger(views)) {
      for (int i = 0; i < 23; i++) {
        ledger.record(plan("trip-" + i, "2017-01-%02d".formatted(1 + i % 9)));
      }
      ReadModel<StopView> stops = ledger.model(StopView.class);
      List<StopView> seen = new ArrayList<>();
      String next = null;
      do {
        Listing<StopView> page =
            stops.list(selection(attributes, 5, next), ledger.on("2017-01-01"));
        assertThat(page.total()).isEqualTo(23);
        seen.addAll(page.items());
        next = page.next();
        ledger.record(plan("early-" + seen.size(), "2016-12-31"));
        ledger.record(
            new TripCancelled(
                new TripId("trip-" + seen.size() % 23), EdtfDate.parse("2016-12-01"), "snow"));
      } while (next != null);

      assertThat(seen).extracting(stop -> stop.trip().value()).hasSize(23).doesNotHaveDuplicates();
      assertThat(seen)
          .isSortedAccordingTo(
              Comparator.comparing((StopView stop) -> stop.dates().earliest())
                  .thenComparing(stop -> stop.trip().value()));
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void theOrderIsThatOfTheCharactersNotOfALanguage(DataSource views) {
    try (TestLedger ledger = new TestLedger(views)) {
      List<String> ids = List.of("a-b", "a0", "aa", "a", "b", "a-a", "ab");
      ids.forEach(id -> ledger.record(new OfficialRegistered(new OfficialId(id), id)));

      Listing<OfficialView> page =
          ledger.model(OfficialView.class).list(selection(100, null), ledger.on("2000-01-01"));

      assertThat(page.items())
          .extracting(official -> official.official().value())
          .containsExactlyElementsOf(ids.stream().sorted().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void facetsAreFoundWholeInAnyCaseAndWhateverSignsTheyHold(DataSource views) {
    try (TestLedger ledger = new TestLedger(views)) {
      ledger.record(
          new TripPlanned(
              new TripId("t"),
              new OfficialId("o"),
              "Secretary of State",
              null,
              List.of(
                  new Stop(
                      new PartyId("france"),
                      null,
                      List.of("100% Paris_!", "Aix|Nice"),
                      EdtfSpan.parse("2017"),
                      null))));

      assertThat(found(ledger, "place", "100% paris_!")).isOne();
      assertThat(found(ledger, "place", "100x Paris_!")).isZero();
      assertThat(found(ledger, "place", "Paris_!")).isZero();
      assertThat(found(ledger, "place", "aix|nice")).isOne();
      assertThat(found(ledger, "office", "SECRETARY")).isOne();
      assertThat(found(ledger, "office", "of State")).isZero();
    }
  }

  @Test
  void whatIsNoCursorIsRefused() {
    for (String text : List.of("", "%", "YQ", "!!!!")) {
      assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(ProblemException.class);
    }
  }

  private static long found(TestLedger ledger, String name, String value) {
    Selection selection =
        new Selection(Set.of(new FilterAttribute(name, value)), null, null, true, 10, null);
    return ledger.model(StopView.class).list(selection, ledger.on("2017-01-01")).total();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aLongListIsCountedWhole(DataSource views) {
    int many = 2_100;
    try (TestLedger ledger = new TestLedger(views)) {
      ledger.record(
          plan(
              "a-long-trip",
              IntStream.range(0, many)
                  .mapToObj(day -> LocalDate.of(1990, 1, 1).plusDays(day).toString())
                  .toList()));
      Selection first = selection(Set.of(new FilterAttribute("official", "traveller")), 3, null);

      Listing<StopView> page = ledger.model(StopView.class).list(first, ledger.on("1990-01-01"));

      assertThat(page.total()).isEqualTo(many);
      assertThat(page.items())
          .extracting(stop -> stop.dates().text())
          .containsExactly("1990-01-01", "1990-01-02", "1990-01-03");
    }
  }

  private static Selection selection(int limit, @Nullable String cursor) {
    return selection(Set.of(), limit, cursor);
  }

  private static Selection selection(
      Set<FilterAttribute> attributes, int limit, @Nullable String cursor) {
    return new Selection(
        attributes, null, null, true, limit, cursor == null ? null : Cursor.parse(cursor));
  }

  private static TripPlanned plan(String id, String day) {
    return plan(id, List.of(day));
  }

  private static TripPlanned plan(String id, List<String> days) {
    return new TripPlanned(
        new TripId(id),
        new OfficialId("traveller"),
        null,
        null,
        days.stream()
            .map(day -> new Stop(new PartyId("france"), null, List.of(), EdtfSpan.parse(day), null))
            .toList());
  }
}
