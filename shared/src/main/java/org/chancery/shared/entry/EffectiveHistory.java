package org.chancery.shared.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.entry.EntryEvent.AccountPreferred;
import org.chancery.shared.entry.EntryEvent.AccountRecorded;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.jspecify.annotations.Nullable;

/**
 * A subject's entries with their corrections. What corrects an entry stands in its place, among the
 * others where it was; what retracts one leaves its place empty, or gives it back to what stood
 * there before. In one place several accounts may stand beside each other, of which one is
 * followed. Immutable.
 *
 * <p>Entries go by one number each: their position, or their subject's version.
 */
public final class EffectiveHistory<E extends LedgerEvent> {
  /** The number of an entry that is tried, and not recorded. */
  public static final long NOT_RECORDED = -1;

  private final Class<E> concept;
  private final boolean byPosition;
  private final List<Place<E>> places;

  /**
   * An entry that stands, and is followed.
   *
   * @param place the entry that was first in its place
   * @param entry the entry that says so
   */
  public record EffectiveEvent<E>(long place, long entry, E event) {}

  /**
   * One of several accounts of a fact, all of which stand.
   *
   * @param place the entry that was first in its place
   * @param entry the entry that says so
   * @param isFollowed true of the one that answers follow
   */
  public record Account<E>(long place, long entry, E event, boolean isFollowed) {}

  private EffectiveHistory(Class<E> concept, boolean byPosition, List<Place<E>> places) {
    this.concept = concept;
    this.byPosition = byPosition;
    this.places = places;
  }

  /** No entries yet; they will go by their subject's versions. */
  public static <E extends LedgerEvent> EffectiveHistory<E> byVersion(Class<E> concept) {
    return new EffectiveHistory<>(concept, false, List.of());
  }

  /** No entries yet; they will go by their positions. */
  public static <E extends LedgerEvent> EffectiveHistory<E> byPosition(Class<E> concept) {
    return new EffectiveHistory<>(concept, true, List.of());
  }

  /** With one more entry. */
  public EffectiveHistory<E> with(long entry, LedgerEvent event) {
    List<Place<E>> more = new ArrayList<>(places);
    if (event instanceof EntryEvent amending) {
      long named = byPosition ? amending.entry() : amending.version();
      int place = indexOf(named);
      more.set(place, amended(places.get(place), entry, amending, named));
    } else {
      more.add(Place.of(Amendment.first(entry, concept.cast(event))));
    }
    return new EffectiveHistory<>(concept, byPosition, more);
  }

  private Place<E> amended(Place<E> place, long entry, EntryEvent amending, long named) {
    return switch (amending) {
      case EntryCorrected corrected -> place.with(entry, concept.cast(corrected.as()), named);
      case EntryRetracted _ -> place.with(entry, null, named);
      case AccountRecorded other -> place.told(Amendment.first(entry, concept.cast(other.as())));
      case AccountPreferred preferred ->
          place.preferring(entry, byPosition ? preferred.account() : preferred.accountVersion());
    };
  }

  /** What stands and is followed, in the order of the places. */
  public List<EffectiveEvent<E>> standing() {
    List<EffectiveEvent<E>> standing = new ArrayList<>(places.size());
    for (Place<E> place : places) {
      Amendment<E> shown = place.followed();
      if (shown != null) {
        standing.add(
            new EffectiveEvent<>(
                place.number(), shown.entry(), Objects.requireNonNull(shown.says())));
      }
    }
    return standing;
  }

  /** What stands, followed or not, in the order of the places. */
  public List<EffectiveEvent<E>> told() {
    return places.stream()
        .flatMap(place -> place.standing().stream())
        .map(account -> new EffectiveEvent<>(account.place(), account.entry(), account.event()))
        .toList();
  }

  /** The accounts of each fact of which several stand. */
  public List<List<Account<E>>> disputed() {
    return places.stream().map(Place::standing).filter(all -> all.size() > 1).toList();
  }

  /**
   * The same, following of each fact an account of which the entries say so, where there is one.
   */
  public EffectiveHistory<E> following(LongPredicate entries) {
    List<Place<E>> others = places.stream().map(place -> place.following(entries)).toList();
    return new EffectiveHistory<>(concept, byPosition, others);
  }

  /** The first fact of which the entries give several accounts; empty where there is none. */
  public List<Account<E>> toldTwiceBy(LongPredicate entries) {
    return places.stream()
        .map(place -> place.standing(entries))
        .filter(all -> all.size() > 1)
        .findFirst()
        .orElse(List.of());
  }

  /** What stands again with one more entry, or is followed only with it; that entry left out. */
  public List<EffectiveEvent<E>> reinstatedBy(long entry, LedgerEvent event) {
    EffectiveHistory<E> after = with(entry, event);
    Set<Long> stood = entries(told());
    Set<Long> gained = entries(after.standing());
    gained.removeAll(entries(standing()));
    return after.told().stream()
        .filter(now -> now.entry() != entry)
        .filter(now -> gained.contains(now.entry()) || !stood.contains(now.entry()))
        .toList();
  }

  private static <E> Set<Long> entries(List<EffectiveEvent<E>> events) {
    return events.stream()
        .map(EffectiveEvent::entry)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** For each entry that no longer stands, the one that superseded it. */
  public Map<Long, Long> superseded() {
    Map<Long, Long> by = new LinkedHashMap<>();
    for (Place<E> place : places) {
      place.accounts().forEach(top -> supersede(top, by));
      place.preferences().forEach(top -> supersede(top, by));
    }
    return by;
  }

  private static <T> void supersede(Amendment<T> top, Map<Long, Long> by) {
    top.upward().forEach(layer -> supersedeUnder(layer, by));
  }

  private static <T> void supersedeUnder(Amendment<T> layer, Map<Long, Long> by) {
    Amendment<T> target = layer.target();
    Amendment<T> under = layer.under();
    if (under == null || target == null) {
      return;
    }
    Amendment<T> stood = under.standing();
    Amendment<T> stands = layer.standing();
    if (stands != null) {
      by.remove(stands.entry());
    }
    if (stood != null) {
      Amendment<T> cause = stands != null && stands.entry() > stood.entry() ? stands : layer;
      by.put(stood.entry(), cause.entry());
    }
    if (target.says() == null) {
      by.put(target.entry(), layer.entry());
    }
  }

  /** The entry that was first in the place of this one. */
  public long placeOf(long entry) {
    return places.get(indexOf(entry)).number();
  }

  /** Fails as {@link Refusal} where the entry has been superseded already. */
  public void requireInForce(long entry) {
    Amendment<?> top = Objects.requireNonNull(places.get(indexOf(entry)).holding(entry));
    Amendment<?> standing = top.standing();
    if (top.entry() != entry && (standing == null || standing.entry() != entry)) {
      throw new Refusal(
          RefusalCode.ENTRY_SUPERSEDED, "the entry has been superseded", List.of(top.entry()));
    }
  }

  /** True where the entry retracts another. */
  public boolean retracts(long entry) {
    Amendment<?> top = Objects.requireNonNull(places.get(indexOf(entry)).holding(entry));
    Amendment<?> layer = top.find(entry);
    return layer != null && layer.says() == null;
  }

  /** True where the entry prefers an account, and tells nothing of the fact itself. */
  public boolean prefers(long entry) {
    return places.get(indexOf(entry)).preferences().stream()
        .anyMatch(top -> top.find(entry) != null);
  }

  /** What the accounts say that stand beside each other in the place of the entry. */
  public List<Account<E>> accountsBeside(long entry) {
    return places.get(indexOf(entry)).standing();
  }

  private int indexOf(long entry) {
    for (int place = places.size() - 1; place >= 0; place--) {
      if (places.get(place).holding(entry) != null) {
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
   * A fact, by what is told of it.
   *
   * @param accounts of each source the amendment on top, in the order in which they were told
   * @param preferences of each judgement which account is to be followed the amendment on top
   */
  private record Place<E>(List<Amendment<E>> accounts, List<Amendment<Long>> preferences) {

    static <E> Place<E> of(Amendment<E> first) {
      return new Place<>(List.of(first), List.of());
    }

    long number() {
      return accounts.getFirst().place();
    }

    Place<E> told(Amendment<E> account) {
      return new Place<>(joined(accounts, account), preferences);
    }

    Place<E> preferring(long entry, long account) {
      Amendment<?> preferred = Objects.requireNonNull(holding(account));
      return new Place<>(accounts, joined(preferences, Amendment.first(entry, preferred.place())));
    }

    Place<E> with(long entry, @Nullable E word, long superseded) {
      return new Place<>(
          amended(accounts, entry, word, superseded),
          amended(preferences, entry, null, superseded));
    }

    private static <T> List<Amendment<T>> amended(
        List<Amendment<T>> tops, long entry, @Nullable T word, long superseded) {
      List<Amendment<T>> amended = new ArrayList<>(tops.size());
      for (Amendment<T> top : tops) {
        Amendment<T> target = top.find(superseded);
        amended.add(target == null ? top : top.with(entry, word, target));
      }
      return List.copyOf(amended);
    }

    /** The account or preference that the entry is part of, or null. */
    @Nullable Amendment<?> holding(long entry) {
      return Stream.concat(accounts.stream(), preferences.stream())
          .filter(top -> top.find(entry) != null)
          .findFirst()
          .orElse(null);
    }

    /** What is followed: the account last preferred, where it stands; else the first that does. */
    @Nullable Amendment<E> followed() {
      Long preferred = preferred();
      Amendment<E> first = null;
      for (Amendment<E> account : accounts) {
        Amendment<E> standing = account.standing();
        if (standing != null && preferred != null && account.place() == preferred) {
          return standing;
        }
        first = first == null ? standing : first;
      }
      return first;
    }

    private @Nullable Long preferred() {
      for (Amendment<Long> judgement : preferences.reversed()) {
        Amendment<Long> standing = judgement.standing();
        if (standing != null) {
          return standing.says();
        }
      }
      return null;
    }

    List<Account<E>> standing() {
      return standing(_ -> true);
    }

    /** Those that one of the entries made what they are. */
    List<Account<E>> standing(LongPredicate entries) {
      Amendment<E> followed = followed();
      List<Account<E>> standing = new ArrayList<>();
      for (Amendment<E> account : accounts) {
        Amendment<E> layer = account.standing();
        if (layer != null && layer.says() != null && account.says(entries)) {
          boolean isFollowed = followed != null && layer.entry() == followed.entry();
          standing.add(new Account<>(number(), layer.entry(), layer.says(), isFollowed));
        }
      }
      return standing;
    }

    Place<E> following(LongPredicate entries) {
      return accounts.stream()
          .filter(account -> account.standing() != null)
          .filter(account -> account.says(entries))
          .findFirst()
          .map(account -> preferring(NOT_RECORDED, account.place()))
          .orElse(this);
    }

    private static <T> List<T> joined(List<T> before, T more) {
      return Stream.concat(before.stream(), Stream.of(more)).toList();
    }
  }
}
