package org.chancery.readmodel;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.query.TestLedger;
import org.chancery.query.trip.StopView;
import org.chancery.readmodel.ReadModel.Listing;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.readmodel.Selection.Group;
import org.chancery.readmodel.Selection.Grouped;
import org.chancery.readmodel.Selection.Grouping;
import org.chancery.readmodel.Selection.Grouping.Measure;
import org.chancery.readmodel.Selection.Grouping.Rank;
import org.chancery.readmodel.Selection.Order;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripEvent.TripPlanned;
import org.chancery.shared.trip.TripId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the database counts is what whoever reads the whole list would count. */
@Tag("slow")
class GroupingTest {
  private static final Dimension OFFICIAL = Dimension.of("official");
  private static final Dimension OFFICE = Dimension.said("office");
  private static final Dimension COUNTRY = Dimension.of("country");
  private static final Dimension PLACE = Dimension.said("place").many();
  private static final Dimension YEAR = Dimension.said("year");
  private static final Dimension MONTH = Dimension.said("month");

  static Stream<DataSource> databases() {
    return Stream.of(TestDatabases.h2(), TestDatabases.postgres());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void groupsHoldWhatTheListHolds(DataSource views) {
    try (TestLedger ledger = ledger(views)) {
      List<StopView> all = list(ledger, Set.of(), Order.USUAL);
      assertThat(counts(ledger, Measure.COUNT, null, OFFICIAL))
          .isEqualTo(counted(all, stop -> List.of(stop.traveller().toString())));
      assertThat(counts(ledger, Measure.COUNT, null, PLACE))
          .isEqualTo(counted(all, StopView::places));
      assertThat(counts(ledger, Measure.COUNT, null, COUNTRY, YEAR))
          .isEqualTo(counted(all, stop -> List.of(stop.country() + " " + beginning(stop, 4))));
      assertThat(counts(ledger, Measure.COUNT, null, MONTH))
          .isEqualTo(counted(all, stop -> List.of(beginning(stop, 7))));
      assertThat(counts(ledger, Measure.DISTINCT, COUNTRY, OFFICIAL))
          .isEqualTo(
              measured(
                  all, stop -> stop.traveller().toString(), of -> distinct(of, StopView::country)));
      assertThat(counts(ledger, Measure.DAYS, null, OFFICIAL))
          .isEqualTo(measured(all, stop -> stop.traveller().toString(), GroupingTest::days));
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aGroupByYearIsWhatTheListOfThatYearHolds(DataSource views) {
    try (TestLedger ledger = ledger(views)) {
      Map<String, Long> years = counts(ledger, Measure.COUNT, null, YEAR);
      assertThat(years).containsKey(FilterAttribute.UNDETERMINED);
      years.forEach(
          (year, count) ->
              assertThat(list(ledger, Set.of(FilterAttribute.said("year", year)), Order.USUAL))
                  .hasSize(count.intValue()));
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatHasNoValueIsToldApart(DataSource views) {
    try (TestLedger ledger = ledger(views)) {
      List<StopView> all = list(ledger, Set.of(), Order.USUAL);
      long without = all.stream().filter(stop -> stop.office() == null).count();
      Grouped grouped = grouped(ledger, Set.of(), grouping(Measure.COUNT, null, OFFICE));
      assertThat(grouped.ungrouped()).isEqualTo(without).isPositive();
      assertThat(grouped.total()).isEqualTo(all.size());
      assertThat(grouped.groups().stream().mapToLong(Group::value).sum())
          .isEqualTo(all.size() - without);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void pagesOfGroupsJoinToAll(DataSource views) {
    try (TestLedger ledger = ledger(views)) {
      Set<FilterAttribute> some = Set.of(new FilterAttribute("official", "anna"));
      Grouped all = grouped(ledger, some, grouping(Measure.COUNT, null, COUNTRY, YEAR));
      List<Group> joined = new ArrayList<>();
      while (joined.size() < all.count()) {
        Grouping next =
            new Grouping(
                List.of(COUNTRY, YEAR), Measure.COUNT, null, Rank.VALUE, true, 3, joined.size());
        joined.addAll(grouped(ledger, some, next).groups());
      }
      assertThat(joined).isEqualTo(all.groups());
      assertThat(joined).isSortedAccordingTo((a, b) -> Long.compare(b.value(), a.value()));
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aListByLengthIsInThatOrderOnAllPages(DataSource views) {
    try (TestLedger ledger = ledger(views)) {
      for (boolean descending : new boolean[] {true, false}) {
        List<Long> known = new ArrayList<>();
        List<@Nullable Long> days = new ArrayList<>();
        list(ledger, Set.of(), new Order(true, descending)).forEach(each -> days.add(each.days()));
        days.forEach(each -> Stream.ofNullable(each).forEach(known::add));
        assertThat(known)
            .hasSizeGreaterThan(20)
            .isSortedAccordingTo(descending ? Comparator.reverseOrder() : Long::compare);
        assertThat(days.subList(0, known.size())).doesNotContainNull();
        assertThat(days).hasSize(list(ledger, Set.of(), Order.USUAL).size());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aListTurnedAroundIsTheSameList(DataSource views) {
    try (TestLedger ledger = ledger(views)) {
      List<StopView> usual = list(ledger, Set.of(), Order.USUAL);
      assertThat(list(ledger, Set.of(), new Order(false, true))).isEqualTo(usual.reversed());
    }
  }

  private static TestLedger ledger(DataSource views) {
    TestLedger ledger = new TestLedger(views);
    Random random = new Random(3);
    for (int trip = 0; trip < 60; trip++) {
      List<Stop> stops = new ArrayList<>();
      for (int stop = 0; stop <= trip % 3; stop++) {
        stops.add(stop(random));
      }
      ledger.record(
          new TripPlanned(
              new TripId("trip-" + trip),
              new OfficialId(pick(random, "anna", "bert", "cleo")),
              random.nextInt(4) == 0 ? null : pick(random, "Secretary of State", "President"),
              null,
              stops));
    }
    return ledger;
  }

  private static Stop stop(Random random) {
    LocalDate day = LocalDate.of(1970, 1, 1).plusDays(random.nextInt(900));
    LocalDate last = day.plusDays(random.nextInt(9));
    String dates =
        switch (random.nextInt(6)) {
          case 0 -> "197X";
          case 1 -> "1971-05";
          case 2 -> day + "/";
          default -> day + "/" + last;
        };
    List<String> places = random.nextBoolean() ? List.of("Bonn", "A|x_%") : List.of("bonn");
    return new Stop(
        new PartyId(pick(random, "france", "germany")), null, places, EdtfSpan.parse(dates), null);
  }

  private static String pick(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }

  private static List<StopView> list(TestLedger ledger, Set<FilterAttribute> of, Order order) {
    ReadModel<StopView> stops = ledger.model(StopView.class);
    List<StopView> all = new ArrayList<>();
    String next = null;
    do {
      Cursor after = next == null ? null : Cursor.parse(next);
      Selection page = new Selection(of, null, null, true, 7, after).ordered(order);
      Listing<StopView> listed = stops.list(page, ledger.on("1970-01-01"));
      all.addAll(listed.items());
      next = listed.next();
    } while (next != null && all.size() < 1_000);
    return all;
  }

  private static Grouping grouping(Measure measure, @Nullable Dimension distinct, Dimension... by) {
    return new Grouping(List.of(by), measure, distinct, Rank.VALUE, true, 1_000, 0);
  }

  private static Grouped grouped(TestLedger ledger, Set<FilterAttribute> of, Grouping grouping) {
    return ledger
        .model(StopView.class)
        .groups(new Selection(of, null, null, true, 7, null), grouping, ledger.on("1970-01-01"));
  }

  private static Map<String, Long> counts(
      TestLedger ledger, Measure measure, @Nullable Dimension distinct, Dimension... by) {
    Map<String, Long> counts = new TreeMap<>();
    grouped(ledger, Set.of(), grouping(measure, distinct, by))
        .groups()
        .forEach(group -> counts.put(String.join(" ", group.key()), group.value()));
    return counts;
  }

  private static Map<String, Long> counted(
      List<StopView> all, Function<StopView, List<String>> keys) {
    Map<String, Long> counts = new TreeMap<>();
    all.forEach(
        stop ->
            keys.apply(stop).forEach(key -> counts.merge(key.replace('|', ' '), 1L, Long::sum)));
    return counts;
  }

  private static Map<String, Long> measured(
      List<StopView> all, Function<StopView, String> key, Function<List<StopView>, Long> measure) {
    Map<String, Long> measured = new TreeMap<>();
    all.stream()
        .collect(groupingBy(key))
        .forEach((group, of) -> measured.put(group, measure.apply(of)));
    return measured;
  }

  private static long distinct(List<StopView> of, Function<StopView, ?> value) {
    return of.stream().map(value).distinct().count();
  }

  private static long days(List<StopView> of) {
    Set<LocalDate> days = new HashSet<>();
    for (StopView stop : of) {
      if (stop.days() != null) {
        stop.dates().earliest().datesUntil(stop.dates().latest().plusDays(1)).forEach(days::add);
      }
    }
    return days.size();
  }

  private static String beginning(StopView stop, int digits) {
    String first = stop.dates().earliest().toString().substring(0, digits);
    return stop.dates().begunBy().toString().startsWith(first)
        ? first
        : FilterAttribute.UNDETERMINED;
  }
}
