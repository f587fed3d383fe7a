package org.chancery.journal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.journal.Marks.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Where entries are that have certain words, without a look at any other. It follows the entries,
 * stretch by stretch, and those that it does not reach are looked at one by one.
 */
final class FindingAid {
  /** So many stretches are asked for at first, then twice as many each time. */
  private static final long FIRST = 64;

  private static final long MOST = 4_096;
  private static final int BATCH = 500;

  /** Where more than a part of a stretch is found, all of it is looked at. */
  private static final int DENSE = Marks.STRETCH / 4;

  private final JdbcClient jdbc;
  private final Head head;
  private final boolean kept;
  private volatile long reached;

  /**
   * @param kept false where the tables may lack and nothing is asked of them
   */
  FindingAid(JdbcClient jdbc, Head head, boolean kept) {
    this.jdbc = jdbc;
    this.head = head;
    this.kept = kept;
  }

  /**
   * Entries that may be meant.
   *
   * @param after the position behind which they are
   * @param last the last one's
   * @param positions which of these; all where null
   */
  record Piece(long after, long last, @Nullable List<Long> positions) {

    /** A statement on those of them that the rest of its conditions keeps. */
    StatementSpec asking(JdbcClient jdbc, String select, String rest) {
      String among = positions == null ? "" : " and position in (:found)";
      StatementSpec statement =
          jdbc.sql(
                  select
                      + " from entry where position > :after and position <= :last"
                      + among
                      + rest)
              .param("after", after)
              .param("last", last);
      return positions == null ? statement : statement.param("found", positions);
    }
  }

  /** Takes pieces, one after the other, as long as it says true. */
  @FunctionalInterface
  interface Taker {
    boolean takes(Piece piece);
  }

  /** The position up to which the marks tell. */
  long reached() {
    long whole = head.position() / Marks.STRETCH * Marks.STRETCH;
    if (kept && reached < whole) {
      reached =
          jdbc.sql("select position from marked where edition = ?")
              .param(Marks.EDITION)
              .query(Long.class)
              .optional()
              .orElse(0L);
    }
    return Math.min(reached, whole);
  }

  /** Hands over what may be wanted after a position and up to another, in the order of it. */
  void ascending(Wanted wanted, long after, long last, Taker taker) {
    long marked = wanted.isAnything() ? 0 : Math.min(reached(), last);
    long from = after / Marks.STRETCH;
    long end = (marked + Marks.STRETCH - 1) / Marks.STRETCH;
    boolean more = true;
    for (long size = FIRST; more && from < end; size = Math.min(MOST, 2 * size)) {
      long to = Math.min(end, from + size);
      more = pieces(found(wanted, from, to), after, marked).stream().allMatch(taker::takes);
      from = to;
    }
    if (more && Math.max(after, marked) < last) {
      taker.takes(new Piece(Math.max(after, marked), last, null));
    }
  }

  /** The same, the last first. */
  void descending(Wanted wanted, long after, long last, Taker taker) {
    long marked = wanted.isAnything() ? 0 : Math.min(reached(), last);
    boolean more =
        Math.max(after, marked) >= last
            || taker.takes(new Piece(Math.max(after, marked), last, null));
    long to = (marked + Marks.STRETCH - 1) / Marks.STRETCH;
    long begin = after / Marks.STRETCH;
    for (long size = FIRST; more && to > begin; size = Math.min(MOST, 2 * size)) {
      long from = Math.max(begin, to - size);
      List<Piece> pieces = pieces(found(wanted, from, to), after, marked);
      more = pieces.reversed().stream().allMatch(taker::takes);
      to = from;
    }
  }

  /** How many there are after a position and up to another that the marks reach. */
  long count(Wanted wanted, long after, long last) {
    long count = 0;
    long end = (last + Marks.STRETCH - 1) / Marks.STRETCH;
    for (long from = after / Marks.STRETCH; from < end; from += MOST) {
      for (var stretch : found(wanted, from, Math.min(end, from + MOST)).entrySet()) {
        long begin = stretch.getKey() * Marks.STRETCH;
        BitSet within = stretch.getValue();
        within.clear(0, clamped(after - begin));
        within.clear(clamped(last - begin), Marks.STRETCH);
        count += within.cardinality();
      }
    }
    return count;
  }

  private static int clamped(long place) {
    return (int) Math.clamp(place, 0L, Marks.STRETCH);
  }

  private static List<Piece> pieces(NavigableMap<Long, BitSet> found, long after, long last) {
    List<Piece> pieces = new ArrayList<>();
    List<Long> some = new ArrayList<>();
    found.forEach(
        (stretch, places) -> {
          long begin = stretch * Marks.STRETCH;
          if (places.cardinality() > DENSE) {
            addAll(some, pieces);
            addDense(Math.max(after, begin), Math.min(last, begin + Marks.STRETCH), pieces);
          } else {
            places.stream()
                .mapToLong(place -> begin + place + 1)
                .filter(position -> position > after && position <= last)
                .forEach(some::add);
          }
        });
    addAll(some, pieces);
    return pieces;
  }

  private static void addAll(List<Long> some, List<Piece> pieces) {
    for (int from = 0; from < some.size(); from += BATCH) {
      List<Long> part = List.copyOf(some.subList(from, Math.min(some.size(), from + BATCH)));
      pieces.add(new Piece(part.getFirst() - 1, part.getLast(), part));
    }
    some.clear();
  }

  private static void addDense(long after, long last, List<Piece> pieces) {
    Piece before = pieces.isEmpty() ? null : pieces.getLast();
    if (before != null && before.positions() == null && before.last() == after) {
      pieces.set(pieces.size() - 1, new Piece(before.after(), last, null));
    } else {
      pieces.add(new Piece(after, last, null));
    }
  }

  /** By stretch, from one and before another. */
  private NavigableMap<Long, BitSet> found(Wanted wanted, long from, long to) {
    NavigableMap<Long, BitSet> found = new TreeMap<>();
    boolean first = true;
    for (List<Set<String>> alternatives : wanted.all()) {
      NavigableMap<Long, BitSet> either = new TreeMap<>();
      for (Set<String> together : alternatives) {
        together(together, from, to)
            .forEach((stretch, places) -> either.merge(stretch, places, FindingAid::or));
      }
      found = first ? either : both(found, either);
      first = false;
      if (found.isEmpty()) {
        return found;
      }
    }
    return found;
  }

  private NavigableMap<Long, BitSet> together(Set<String> words, long from, long to) {
    NavigableMap<Long, BitSet> all = new TreeMap<>();
    boolean first = true;
    for (String word : words) {
      NavigableMap<Long, BitSet> places = places(word, from, to);
      all = first ? places : both(all, places);
      first = false;
      if (all.isEmpty()) {
        return all;
      }
    }
    return all;
  }

  private NavigableMap<Long, BitSet> places(String word, long from, long to) {
    NavigableMap<Long, BitSet> places = new TreeMap<>();
    RowCallbackHandler keep = row -> places.put(row.getLong(1), PositionRuns.read(row.getBytes(2)));
    jdbc.sql("select stretch, entries from mark where word = ? and stretch >= ? and stretch < ?")
        .params(word, from, to)
        .query(keep);
    return places;
  }

  private static BitSet or(BitSet one, BitSet other) {
    one.or(other);
    return one;
  }

  private static NavigableMap<Long, BitSet> both(
      NavigableMap<Long, BitSet> one, NavigableMap<Long, BitSet> other) {
    one.keySet().retainAll(other.keySet());
    one.forEach((stretch, places) -> places.and(other.get(stretch)));
    return one;
  }
}
