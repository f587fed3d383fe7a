package org.chancery.readmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.LedgerEvent;

/** The ledger's own projections, but for entries at which they fail as long as they are told to. */
final class Faulty {
  private final Set<Long> faults = ConcurrentHashMap.newKeySet();

  void failAt(long position) {
    faults.add(position);
  }

  void mend() {
    faults.clear();
  }

  List<Projection<?, ?>> projections(List<Projection<?, ?>> sound, SubjectHistory histories) {
    List<Projection<?, ?>> faulty = new ArrayList<>();
    for (Projection<?, ?> projection : sound) {
      // What tells of corrections has a fold of another kind.
      boolean corrections = projection.spec().onlyCorrections();
      faulty.add(corrections ? projection : like(projection, histories));
    }
    return faulty;
  }

  private <E extends LedgerEvent, V> Projection<E, V> like(
      Projection<E, V> sound, SubjectHistory histories) {
    ReadModelSpec<E, V> spec = sound.spec();
    return new Projection<>(
        ReadModelSpec.of(
            spec.name(),
            spec.event(),
            spec.view(),
            history -> {
              history.forEach(this::check);
              return sound.versions(history.stream().map(Faulty::plain).toList());
            }),
        sound.model(),
        histories,
        null);
  }

  private void check(Recorded<?> entry) {
    if (faults.contains(entry.position())) {
      throw new IllegalStateException("cannot take entry " + entry.position());
    }
  }

  private static Recorded<LedgerEvent> plain(Recorded<?> recorded) {
    return new Recorded<>(recorded.position(), recorded.event());
  }
}
