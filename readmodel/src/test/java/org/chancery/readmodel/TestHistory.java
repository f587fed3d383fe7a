package org.chancery.readmodel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.LedgerEvent;

/** A history as a fold takes it, its entries at the positions 1, 2, 3. */
public final class TestHistory {

  private TestHistory() {}

  @SafeVarargs
  public static <E extends LedgerEvent> List<Recorded<E>> of(E... events) {
    List<Recorded<E>> history = new ArrayList<>();
    for (E event : events) {
      history.add(new Recorded<>(history.size() + 1L, event));
    }
    return history;
  }

  /** What the versions say of the day. */
  public static <V> Optional<V> on(String day, List<Version<V>> versions) {
    LocalDate on = LocalDate.parse(day);
    return versions.stream()
        .filter(version -> !on.isBefore(version.from()) && on.isBefore(version.to()))
        .map(Version::view)
        .findFirst();
  }
}
