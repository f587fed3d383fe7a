package org.chancery.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.chancery.shared.Refusal;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;

/**
 * A history as it is recorded, with imprecise dates, and as it may have been in truth: with one day
 * of each date. Both are in one order: a chronicle takes what is recorded later to have followed
 * where both orders would do (decision 0005), and that is no matter of dates.
 */
public record ExactReading<E extends LedgerEvent>(List<E> recorded, List<E> exact) {

  /** In what order the steps stand that a state follows from; fails where an event does not fit. */
  public interface Order<E> {
    List<String> of(List<E> history);
  }

  /** A date, and the day of it that is meant. */
  private record Meant(EdtfDate date, LocalDate day) {

    static Arbitrary<Meant> any() {
      return Combinators.combine(RandomHistories.date(), Arbitraries.doubles().between(0, 1))
          .as((date, part) -> new Meant(date, day(date, part)));
    }

    private static LocalDate day(EdtfDate date, double part) {
      long days = date.latest().toEpochDay() - date.earliest().toEpochDay();
      return date.earliest().plusDays(Math.round(part * days));
    }
  }

  /** Each of the kinds once at most, in any order; what does not fit, either way, is left out. */
  public static <E extends LedgerEvent> Arbitrary<ExactReading<E>> of(
      List<Function<EdtfDate, E>> kinds, Order<E> order) {
    Arbitrary<List<Function<EdtfDate, E>>> shuffled = Arbitraries.shuffle(kinds);
    Arbitrary<List<Meant>> dates = Meant.any().list().ofSize(kinds.size());
    return Combinators.combine(shuffled, shuffled, dates)
        .as((first, second, meant) -> fitting(concat(first, second), meant, order));
  }

  /** Twice, so that what has to come first may come to be recorded after all. */
  private static <T> List<T> concat(List<T> first, List<T> second) {
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  private static <E extends LedgerEvent> ExactReading<E> fitting(
      List<Function<EdtfDate, E>> kinds, List<Meant> meant, Order<E> order) {
    ExactReading<E> reading = new ExactReading<>(new ArrayList<>(), new ArrayList<>());
    List<Function<EdtfDate, E>> done = new ArrayList<>();
    for (Function<EdtfDate, E> kind : kinds) {
      Meant when = meant.get(done.size() % meant.size());
      if (!done.contains(kind) && reading.takes(kind, when, order)) {
        done.add(kind);
      }
    }
    return reading;
  }

  private boolean takes(Function<EdtfDate, E> kind, Meant when, Order<E> order) {
    try {
      List<String> asRecorded = order.of(with(recorded, kind.apply(when.date())));
      List<String> asMeant = order.of(with(exact, kind.apply(EdtfDate.of(when.day()))));
      if (!asRecorded.equals(asMeant)) {
        return false;
      }
    } catch (Refusal unfit) {
      return false;
    }
    recorded.add(kind.apply(when.date()));
    exact.add(kind.apply(EdtfDate.of(when.day())));
    return true;
  }

  private static <E> List<E> with(List<E> history, E event) {
    return concat(history, List.of(event));
  }
}
