package org.chancery.shared.entry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
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
record Layer<E>(
    long entry,
    long place,
    @Nullable E says,
    @Nullable Layer<E> target,
    @Nullable Layer<E> under,
    @Nullable Layer<E> back) {

  static <E> Layer<E> first(long entry, E says) {
    return new Layer<>(entry, entry, says, null, null, null);
  }

  /** The next one on top of this, which supersedes one of those that lie here. */
  Layer<E> with(long next, @Nullable E word, Layer<E> target) {
    Layer<E> before = target.under();
    return new Layer<>(next, place, word, target, this, before == null ? null : before.standing());
  }

  /** The layer whose word stands, or null where none does. */
  @Nullable Layer<E> standing() {
    return says == null ? back : this;
  }

  @Nullable Layer<E> find(long other) {
    Layer<E> layer = this;
    while (layer != null && layer.entry() != other) {
      layer = layer.under();
    }
    return layer;
  }

  /** This and all that lie under it, the first one first. */
  Iterable<Layer<E>> upward() {
    Deque<Layer<E>> layers = new ArrayDeque<>();
    for (Layer<E> layer = this; layer != null; layer = layer.under()) {
      layers.addFirst(layer);
    }
    return layers;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    Layer<?> mine = this;
    Layer<?> theirs = other instanceof Layer<?> layer ? layer : null;
    while (mine != null && theirs != null && mine != theirs && mine.didAs(theirs)) {
      mine = mine.under();
      theirs = theirs.under();
    }
    return mine == theirs;
  }

  private boolean didAs(Layer<?> other) {
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
