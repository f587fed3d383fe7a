package org.chancery.query.precedent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.query.precedent.Between.Kind;
import org.chancery.shared.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * Each two of those who take part in a meeting. Of many there are very many, so they are counted
 * without being made. Two officials who surely stand for the same party are no pair: they meet each
 * other every day.
 *
 * @param parties by their ids
 * @param officials by their ids, with the parties for which each may have taken part
 */
record Pairs(List<String> parties, Map<String, Set<PartyId>> officials) {

  /**
   * Whose pairs are asked for; all where neither is named.
   *
   * @param party by its id
   * @param official by the id
   */
  record Of(@Nullable String party, @Nullable String official) {

    boolean isOfAll() {
      return party == null && official == null;
    }
  }

  /** Those of the parties, then those of the officials. */
  Stream<Between> of(Of asked) {
    List<String> names = List.copyOf(officials.keySet());
    Stream<Between> ofParties =
        asked.isOfAll() ? each(Kind.PARTY, parties) : with(Kind.PARTY, asked.party(), parties);
    Stream<Between> ofOfficials =
        asked.isOfAll() ? each(Kind.OFFICIAL, names) : with(Kind.OFFICIAL, asked.official(), names);
    return Stream.concat(ofParties, ofOfficials.filter(this::differ));
  }

  /** How many there are. */
  long count(Of asked) {
    return asked.isOfAll()
        ? two(parties.size()) + two(officials.size()) - sameParty().mapToLong(Pairs::two).sum()
        : with(Kind.PARTY, asked.party(), parties).count()
            + with(Kind.OFFICIAL, asked.official(), officials.keySet())
                .filter(this::differ)
                .count();
  }

  /** Each two, made one after the other. */
  static Stream<Between> each(Kind kind, List<String> ids) {
    return IntStream.range(0, ids.size())
        .boxed()
        .flatMap(
            at ->
                ids.subList(at + 1, ids.size()).stream()
                    .map(other -> new Between(kind, ids.get(at), other)));
  }

  /** The one with each other, as they stand in the list. */
  private static Stream<Between> with(Kind kind, @Nullable String one, Collection<String> ids) {
    if (one == null || !ids.contains(one)) {
      return Stream.empty();
    }
    List<String> all = List.copyOf(ids);
    int place = all.indexOf(one);
    return IntStream.range(0, all.size())
        .filter(at -> at != place)
        .mapToObj(
            at ->
                at < place
                    ? new Between(kind, all.get(at), one)
                    : new Between(kind, one, all.get(at)));
  }

  private boolean differ(Between two) {
    if (two.kind() == Kind.PARTY) {
      return true;
    }
    Set<PartyId> one = officials.getOrDefault(two.one(), Set.of());
    return one.size() != 1 || !one.equals(officials.get(two.other()));
  }

  /** How many officials surely stand for the same party, of each. */
  private Stream<Long> sameParty() {
    return officials.values().stream()
        .filter(of -> of.size() == 1)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .values()
        .stream();
  }

  private static long two(long of) {
    return of * (of - 1) / 2;
  }
}
