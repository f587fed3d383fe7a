package org.chancery.readmodel;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;

/** Which parked entries the answers to one request lack, whatever read models they come from. */
public final class MissingEntries {
  private static final ScopedValue<MissingEntries> CURRENT = ScopedValue.newInstance();

  private final NavigableSet<Long> positions = new ConcurrentSkipListSet<>();

  /** Work that may fail in one way. */
  @FunctionalInterface
  public interface Work<X extends Exception> {
    void run() throws X;
  }

  /** Does work, and remembers on its behalf which entries the answers it asks for lack. */
  public static <X extends Exception> void watch(Work<X> work) throws X {
    ScopedValue.where(CURRENT, new MissingEntries())
        .<Boolean, X>call(
            () -> {
              work.run();
              return true;
            });
  }

  /** The same work for another thread to do, which notes what it lacks here. */
  public static <T> Callable<T> carried(Callable<T> work) {
    if (!isWatched()) {
      return work;
    }
    MissingEntries here = CURRENT.get();
    return () -> ScopedValue.where(CURRENT, here).call(work::call);
  }

  /** What was noted so far on behalf of the work that is being done, in order. */
  public static List<Long> noted() {
    return isWatched() ? List.copyOf(CURRENT.get().positions) : List.of();
  }

  /** True where the work that is being done can learn what its answers lack. */
  public static boolean isWatched() {
    return CURRENT.isBound();
  }

  /** Notes what an answer lacks that is given on behalf of the work being done. */
  public static void note(Supplier<? extends Collection<Long>> lacking) {
    if (isWatched()) {
      CURRENT.get().positions.addAll(lacking.get());
    }
  }
}
