package org.chancery.query.relationship;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.chancery.shared.relationship.RelationsState;

/** States that claims may have led to, each with the entries of those that it takes to be right. */
final class Possible {
  private final Map<RelationsState, Set<Long>> states = new LinkedHashMap<>();

  /** What history says, whatever claims say. */
  static Possible told(Iterable<RelationsState> states) {
    Possible told = new Possible();
    states.forEach(state -> told.states.put(state, Set.of()));
    return told;
  }

  /** True where that is more; what a state rested on first it rests on still. */
  boolean add(Possible more) {
    int before = states.size();
    more.states.forEach(states::putIfAbsent);
    return states.size() > before;
  }

  /** Adds that too; a state that both have rests on the entries of both. */
  void join(Possible more) {
    more.states.forEach((state, entries) -> states.merge(state, entries, Possible::union));
  }

  static Set<Long> union(Set<Long> some, Set<Long> more) {
    Set<Long> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }

  Possible copy() {
    Possible copy = new Possible();
    copy.add(this);
    return copy;
  }

  Possible only(Predicate<RelationsState> kept) {
    Possible only = copy();
    only.states.keySet().removeIf(kept.negate());
    return only;
  }

  Possible map(UnaryOperator<RelationsState> effect) {
    Possible mapped = new Possible();
    states.forEach((state, entries) -> mapped.states.putIfAbsent(effect.apply(state), entries));
    return mapped;
  }

  Possible citing(long entry) {
    Possible citing = copy();
    citing.states.replaceAll((_, entries) -> union(entries, Set.of(entry)));
    return citing;
  }

  void forEach(BiConsumer<RelationsState, Set<Long>> each) {
    states.forEach(each);
  }
}
