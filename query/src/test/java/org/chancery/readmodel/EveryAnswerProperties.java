package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.lifecycle.AfterContainer;
import org.chancery.query.Corrections;
import org.chancery.query.RandomHistories;
import org.chancery.query.RandomHistories.Draft;
import org.chancery.query.TestLedger;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfSpan;

/** What is looked up is what one would find by reading the journal up to the point asked for. */
@Tag("slow")
class EveryAnswerProperties {
  private static final TestLedger ON_H2 = new TestLedger(TestDatabases.h2());
  private static final TestLedger ON_POSTGRES = new TestLedger(TestDatabases.postgres());

  @AfterContainer
  static void close() {
    ON_H2.close();
    ON_POSTGRES.close();
  }

  @Property(tries = 120)
  void everyAnswerIsThatOfTheJournalReadUpToThatPoint(
      @ForAll("histories") List<Draft> history,
      @ForAll("points") List<Tuple2<LocalDate, Double>> points,
      @ForAll Random random) {
    check(ON_H2, history, points, random);
  }

  @Property(tries = 25)
  void soItIsOnPostgres(
      @ForAll("histories") List<Draft> history,
      @ForAll("points") List<Tuple2<LocalDate, Double>> points,
      @ForAll Random random) {
    check(ON_POSTGRES, history, points, random);
  }

  @Provide
  Arbitrary<List<Draft>> histories() {
    return RandomHistories.any();
  }

  /** A day, and a share of the history that is known. */
  @Provide
  Arbitrary<List<Tuple2<LocalDate, Double>>> points() {
    Arbitrary<LocalDate> day =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 365 * 7).map(LocalDate.of(1999, 1, 1)::plusDays),
            Arbitraries.of(
                EdtfSpan.BEGINNING, EdtfSpan.END.minusDays(1), LocalDate.of(2000, 1, 1)));
    return Combinators.combine(day, Arbitraries.doubles().between(0, 1))
        .as((on, known) -> Tuple.of(on, known))
        .list()
        .ofMinSize(5)
        .ofMaxSize(15);
  }

  private static void check(
      TestLedger ledger,
      List<Draft> drafts,
      List<Tuple2<LocalDate, Double>> points,
      Random random) {
    List<Recorded<LedgerEvent>> history = Corrections.interspersed(ledger, drafts, random);
    ledger.settle();
    for (Projection<?, ?> projection : ledger.bean(ReadModels.class).projections()) {
      check(projection, history, points);
    }
  }

  private static <E extends LedgerEvent, V> void check(
      Projection<E, V> projection,
      List<Recorded<LedgerEvent>> history,
      List<Tuple2<LocalDate, Double>> points) {
    if (!projection.concept().isInstance(history.getFirst().event())) {
      return;
    }
    for (Tuple2<LocalDate, Double> point : points) {
      int known = (int) Math.round(point.get2() * history.size());
      long position =
          known == 0 ? history.getFirst().position() - 1 : history.get(known - 1).position();
      List<Version<V>> held = projection.versions(prefix(history, known));
      for (String subject : subjects(projection, history)) {
        assertThat(projection.model().at(subject, new AsOf(point.get1(), null, position)))
            .as(
                "%s of %s on %s known at %d",
                projection.model().table(), subject, point.get1(), position)
            .isEqualTo(holding(held, subject, point.get1()));
      }
    }
  }

  private static List<Recorded<LedgerEvent>> prefix(
      List<Recorded<LedgerEvent>> history, int known) {
    return history.stream().limit(known).toList();
  }

  /** Those that were ever held, so that one no longer held is asked for too. */
  private static <E extends LedgerEvent> List<String> subjects(
      Projection<E, ?> projection, List<Recorded<LedgerEvent>> history) {
    return Stream.iterate(1, known -> known <= history.size(), known -> known + 1)
        .flatMap(known -> projection.versions(prefix(history, known)).stream())
        .map(Version::subject)
        .distinct()
        .toList();
  }

  private static <V> Optional<V> holding(List<Version<V>> held, String subject, LocalDate on) {
    List<V> found =
        held.stream()
            .filter(version -> version.subject().equals(subject))
            .filter(version -> !on.isBefore(version.from()) && on.isBefore(version.to()))
            .map(Version::view)
            .filter(Objects::nonNull)
            .toList();
    assertThat(found).as("versions of %s on %s", subject, on).hasSizeLessThan(2);
    return found.stream().findFirst();
  }
}
