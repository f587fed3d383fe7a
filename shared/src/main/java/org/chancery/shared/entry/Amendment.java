package org.chancery.shared.entry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What an entry did to a place. An entry may be corrected any number of times: nothing here calls
 * itself for the layer below, and what would have to ask all of them is kept.
 *
 * @param place the entry that was first in the place
 * @param says null where it retracts
 * @param target the layer that it supersedes; null where it made the place
 * @param under what lay on top before; null where it made the place
 * @param back what stood before its target, which a retraction gives back; null where nothing did
 */
record Amendment<E>(
    long entry,
    long place,
    @Nullable E says,
    @Nullable Amendment<E> target,
    @Nullable Amendment<E> under,
    @Nullable Amendment<E> back) {

  static <E> Amendment<E> first(long entry, E says) {
    return new Amendment<>(entry, entry, says, null, null, null);
  }

  /** The next one on top of this, which supersedes one of those that lie here. */
  Amendment<E> with(long next, @Nullable E word, Amendment<E> target) {
    Amendment<E> before = target.under();
    return new Amendment<>(
        next, place, word, target, this, before == null ? null : before.standing());
  }

  /** The layer whose word stands, or null where none does. */
  @Nullable Amendment<E> standing() {
    return says == null ? back : this;
  }

  /** True where one of the entries made it what it is. */
  boolean says(LongPredicate entries) {
    for (Amendment<E> layer : upward()) {
      if (entries.test(layer.entry())) {
        return true;
      }
    }
    return false;
  }

  @Nullable Amendment<E> find(long other) {
    Amendment<E> layer = this;
    while (layer != null && layer.entry() != other) {
      layer = layer.under();
    }
    return layer;
  }

  /** This and all that lie under it, the first one first. */
  Iterable<Amendment<E>> upward() {
    Deque<Amendment<E>> layers = new ArrayDeque<>();
    for (Amendment<E> layer = this; layer != null; layer = layer.under()) {
      layers.addFirst(layer);
    }
    return layers;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    Amendment<?> mine = this;
    Amendment<?> theirs = other instanceof Amendment<?> layer ? layer : null;
    while (mine != null && theirs != null && mine != theirs && mine.didAs(theirs)) {
      mine = mine.under();
      theirs = theirs.under();
    }
    return mine == theirs;
  }

  private boolean didAs(Amendment<?> other) {
    return entry == other.entry()
        && Objects.equals(says, other.says())
        && Objects.equals(superseded(), other.superseded());
  }

  private @Nullable Long superseded() {
    return target == null ? null : target.entry();
  }

  /** Of the top alone: where two differ below it, {@link #equals} tells. */
  @Override
  public int hashCode() {
    return Objects.hash(entry, says);
  }
}
