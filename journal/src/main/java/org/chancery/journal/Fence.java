package org.chancery.journal;

import java.util.HashMap;
import java.util.Map;

/**
 * What must still be so when an append takes place, beside that its subjects have the versions that
 * it was decided on. Asked only where other processes append too.
 *
 * @param learnt up to which position the {@link Registry} was known to who decided
 * @param unnamed ids that no subject may have come to name, each with the position up to which none
 *     has
 */
record Fence(long learnt, Map<String, Long> unnamed) {
  /** Keeps nothing out. */
  static final Fence NONE = new Fence(Long.MAX_VALUE, Map.of());

  Fence {
    unnamed = Map.copyOf(unnamed);
  }

  /** True where the entries since must be looked through, while the head is locked. */
  boolean looksForNames() {
    return !unnamed.isEmpty();
  }

  Fence learnt(long position) {
    return new Fence(Math.min(learnt, position), unnamed);
  }

  Fence unnamed(String id, long position) {
    Map<String, Long> all = new HashMap<>(unnamed);
    all.merge(id, position, Math::min);
    return new Fence(learnt, all);
  }
}
