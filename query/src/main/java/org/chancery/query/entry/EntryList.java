package org.chancery.query.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chancery.journal.Entry;
import org.chancery.journal.EntryFilter;
import org.chancery.journal.Journal;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.Cursor;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Placed;
import org.chancery.readmodel.Selection;
import org.chancery.readmodel.Selection.Order;
import org.jspecify.annotations.Nullable;

/**
 * The entries that a filter keeps as of a point. Which of them are superseded is a read model's to
 * say, in another database; so those are taken from there, a batch at a time.
 */
final class EntryList {
  private static final int BATCH = 1_000;

  /** A page of the usual size, and one more. */
  private static final int CHUNK = 101;

  /** In characters; an entry has up to two million, and a page would hold a thousand of them. */
  private static final int LONGEST = 8_000_000;

  private final Journal journal;
  private final ReadModel<Superseded> model;
  private final EntryFilter filter;
  private final @Nullable Boolean superseded;
  private final AsOf asOf;
  private final long begin;
  private final boolean descends;

  /**
   * @param superseded whether they are to be superseded; null where it is not asked
   * @param begin the position behind which the first of them is
   * @param descends true where the newest come first
   */
  EntryList(
      Journal journal,
      ReadModel<Superseded> model,
      EntryFilter filter,
      @Nullable Boolean superseded,
      AsOf asOf,
      long begin,
      boolean descends) {
    this.journal = journal;
    this.model = model;
    this.filter = filter;
    this.superseded = superseded;
    this.asOf = asOf;
    this.begin = begin;
    this.descends = descends;
  }

  /** Entries side by side in the list, and whether others follow. */
  record Stretch(List<Entry> entries, boolean more) {}

  /** The first ones. */
  Stretch first(int limit) {
    return next(descends ? asOf.position() + 1 : begin, limit);
  }

  /**
   * The next ones behind a position; fewer than the limit, though more follow, where they are long.
   */
  Stretch next(long position, int limit) {
    List<Entry> found = new ArrayList<>();
    long length = 0;
    int wanted = Math.min(CHUNK, limit + 1);
    List<Entry> chunk = after(position, wanted);
    while (!chunk.isEmpty()) {
      for (Entry entry : chunk) {
        if (found.size() == limit || length >= LONGEST) {
          return new Stretch(found, true);
        }
        found.add(entry);
        length += entry.payload().length() + entry.attribution().sources().length();
      }
      boolean ended = chunk.size() < wanted;
      wanted = Math.min(CHUNK, limit + 1 - found.size());
      chunk = ended ? List.of() : after(found.getLast().position(), wanted);
    }
    return new Stretch(found, false);
  }

  private List<Entry> after(long position, int limit) {
    if (superseded == null) {
      return behind(position, limit, filter);
    }
    return superseded ? supersededAfter(position, limit) : standingAfter(position, limit);
  }

  private List<Entry> behind(long position, int limit, EntryFilter some) {
    return descends
        ? journal.latest(begin, position - 1, limit, some)
        : journal.between(position, asOf.position(), limit, some);
  }

  private List<Entry> supersededAfter(long position, int limit) {
    List<Entry> found = new ArrayList<>();
    List<Long> batch = positions(position);
    while (!batch.isEmpty() && found.size() < limit) {
      found.addAll(behind(position, limit - found.size(), filter.among(batch)));
      batch = batch.size() < BATCH ? List.of() : positions(batch.getLast());
    }
    return found;
  }

  private List<Entry> standingAfter(long position, int limit) {
    List<Entry> found = new ArrayList<>();
    List<Entry> batch = behind(position, limit, filter);
    while (!batch.isEmpty()) {
      batch.stream().filter(this::stands).limit((long) limit - found.size()).forEach(found::add);
      boolean more = batch.size() == limit && found.size() < limit;
      long last = batch.getLast().position();
      batch = more ? behind(last, limit, filter) : List.of();
    }
    return found;
  }

  private boolean stands(Entry entry) {
    return model.at(Superseded.subject(entry.position()), asOf).isEmpty();
  }

  /** How many there are on all pages. */
  long count() {
    if (superseded == null) {
      return journal.count(begin, asOf.position(), filter);
    }
    long count = 0;
    List<Long> batch = positions(descends ? asOf.position() + 1 : begin);
    while (!batch.isEmpty()) {
      count += journal.count(begin, asOf.position(), filter.among(batch));
      batch = batch.size() < BATCH ? List.of() : positions(batch.getLast());
    }
    return superseded ? count : journal.count(begin, asOf.position(), filter) - count;
  }

  /** The next superseded entries behind a position. */
  private List<Long> positions(long position) {
    Selection all = Selection.anyDay(Set.of()).ordered(new Order(false, descends));
    Cursor after =
        all.at("superseded", asOf, Superseded.order(position), Superseded.subject(position));
    Selection next =
        new Selection(all.attributes(), null, null, true, BATCH, after, null, all.order());
    return model.walk(next, asOf).stream().map(Placed::view).map(Superseded::entry).toList();
  }
}
