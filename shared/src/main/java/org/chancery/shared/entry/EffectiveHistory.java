package org.chancery.shared.entry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.jspecify.annotations.Nullable;

/**
 * A subject's entries with their corrections. What corrects an entry stands in its place, among the
 * others where it was; what retracts one leaves its place empty, or gives it back to what stood
 * there before. Immutable.
 *
 * <p>Entries go by one number each: their position, or their subject's version.
 */
public final class EffectiveHistory<E extends LedgerEvent> {
  /** The number of an entry that is tried, and not recorded. */
  public static final long NOT_RECORDED = -1;

  private final Class<E> concept;
  private final ToLongFunction<EntryEvent> naming;
  private final List<Amendment<E>> places;

  /**
   * An entry that stands.
   *
   * @param place the entry that was first in its place
   * @param entry the entry that says so
   */
  public record EffectiveEvent<E>(long place, long entry, E event) {}

  private EffectiveHistory(
      Class<E> concept, ToLongFunction<EntryEvent> naming, List<Amendment<E>> places) {
    this.concept = concept;
    this.naming = naming;
    this.places = places;
  }

  /** No entries yet; they will go by their subject's versions. */
  public static <E extends LedgerEvent> EffectiveHistory<E> byVersion(Class<E> concept) {
    return new EffectiveHistory<>(concept, EntryEvent::version, List.of());
  }

  /** No entries yet; they will go by their positions. */
  public static <E extends LedgerEvent> EffectiveHistory<E> byPosition(Class<E> concept) {
    return new EffectiveHistory<>(concept, EntryEvent::entry, List.of());
  }

  /** With one more entry. */
  public EffectiveHistory<E> with(long entry, LedgerEvent event) {
    List<Amendment<E>> more = new ArrayList<>(places);
    if (event instanceof EntryEvent correction) {
      amend(more, entry, correction);
    } else {
      more.add(Amendment.first(entry, concept.cast(event)));
    }
    return new EffectiveHistory<>(concept, naming, more);
  }

  private void amend(List<Amendment<E>> all, long entry, EntryEvent correction) {
    long superseded = naming.applyAsLong(correction);
    int place = indexOf(superseded);
    Amendment<E> top = all.get(place);
    E says = correction instanceof EntryCorrected corrected ? concept.cast(corrected.as()) : null;
    all.set(place, top.with(entry, says, Objects.requireNonNull(top.find(superseded))));
  }

  /** What stands, in the order of the places. */
  public List<EffectiveEvent<E>> standing() {
    List<EffectiveEvent<E>> standing = new ArrayList<>(places.size());
    for (Amendment<E> top : places) {
      Amendment<E> shown = top.standing();
      if (shown != null) {
        standing.add(
            new EffectiveEvent<>(top.place(), shown.entry(), Objects.requireNonNull(shown.says())));
      }
    }
    return standing;
  }

  /** What stands again with one more entry, that entry left out. */
  public List<EffectiveEvent<E>> reinstatedBy(long entry, LedgerEvent event) {
    Set<Long> stood = standing().stream().map(EffectiveEvent::entry).collect(Collectors.toSet());
    return with(entry, event).standing().stream()
        .filter(standing -> standing.entry() != entry && !stood.contains(standing.entry()))
        .toList();
  }

  /** For each entry that no longer stands, the one that superseded it. */
  public Map<Long, Long> superseded() {
    Map<Long, Long> by = new LinkedHashMap<>();
    for (Amendment<E> top : places) {
      top.upward().forEach(layer -> supersede(layer, by));
    }
    return by;
  }

  private static <E> void supersede(Amendment<E> layer, Map<Long, Long> by) {
    Amendment<E> target = layer.target();
    Amendment<E> under = layer.under();
    if (under == null || target == null) {
      return;
    }
    Amendment<E> stood = under.standing();
    Amendment<E> stands = layer.standing();
    if (stands != null) {
      by.remove(stands.entry());
    }
    if (stood != null) {
      Amendment<E> cause = stands != null && stands.entry() > stood.entry() ? stands : layer;
      by.put(stood.entry(), cause.entry());
    }
    if (target.says() == null) {
      by.put(target.entry(), layer.entry());
    }
  }

  /** The entry that was first in the place of this one. */
  public long placeOf(long entry) {
    return places.get(indexOf(entry)).place();
  }

  /** Fails as {@link Refusal} where the entry has been superseded already. */
  public void requireInForce(long entry) {
    Amendment<E> top = places.get(indexOf(entry));
    Amendment<E> standing = top.standing();
    if (top.entry() != entry && (standing == null || standing.entry() != entry)) {
      throw new Refusal(
          RefusalCode.ENTRY_SUPERSEDED, "the entry has been superseded", List.of(top.entry()));
    }
  }

  /** True where the entry retracts another. */
  public boolean retracts(long entry) {
    Amendment<E> layer = places.get(indexOf(entry)).find(entry);
    return layer != null && layer.says() == null;
  }

  private int indexOf(long entry) {
    for (int place = places.size() - 1; place >= 0; place--) {
      if (places.get(place).find(entry) != null) {
        return place;
      }
    }
    throw new IllegalArgumentException("no entry %d here".formatted(entry));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EffectiveHistory<?> that && places.equals(that.places);
  }

  @Override
  public int hashCode() {
    return places.hashCode();
  }

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
  private record Amendment<E>(
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
}
