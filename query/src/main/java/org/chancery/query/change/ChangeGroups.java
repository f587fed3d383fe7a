package org.chancery.query.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.journal.Cause;
import org.chancery.journal.Cause.Brought;
import org.chancery.journal.ImportRun;
import org.chancery.query.AsOfAnswer;
import org.chancery.query.Names;
import org.chancery.query.change.Change.Kind;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.Choice;
import org.chancery.shared.provenance.Source;
import org.jspecify.annotations.Nullable;

/**
 * Changes counted by what brought them about.
 *
 * @param after the point up to which everything was known before
 * @param summary of all between the two points, whatever kind is asked for
 * @param concepts the same of each concept, by its name in addresses
 * @param groups the largest first
 * @param count how many groups there are on all pages
 * @param total how many changes are in them all
 * @param next the cursor of the next page, or null where this is the last
 */
record ChangeGroups(
    ChangePage.After after,
    ChangeCounts summary,
    Map<String, ChangeCounts> concepts,
    List<ChangeGroup> groups,
    long count,
    long total,
    @Nullable String next,
    AsOf asOf,
    Names names)
    implements AsOfAnswer {

  /**
   * Changes of one kind that have one cause.
   *
   * @param kind a retraction that reinstates is {@code retracted} here
   * @param concepts how many of them concern each concept
   * @param first the position of the first
   * @param last that of the last
   * @param changes where they are listed
   */
  record ChangeGroup(
      Kind kind,
      ChangeCause cause,
      long count,
      Map<String, Long> concepts,
      long first,
      long last,
      String changes) {}

  /**
   * What brought changes about: an import, or else a document, or else an authority.
   *
   * @param source what the source of the import is called; null where it was none
   * @param format how that was read; null where it was none
   * @param document the document that the entries cite first, wherever in it; or null
   * @param authority who wanted it recorded, where they cite no document; or null
   */
  record ChangeCause(
      @Nullable String source,
      @Nullable String format,
      @Nullable Source document,
      @Nullable String authority) {

    static ChangeCause of(Cause cause) {
      ImportRun run = ImportRun.in(cause.run()).orElse(null);
      return new ChangeCause(
          run == null ? null : run.source(),
          run == null ? null : run.format(),
          cause.source(),
          cause.authority().isEmpty() ? null : cause.authority());
    }
  }

  private record Key(Kind kind, Cause cause) {}

  /** All groups, the largest first; by their positions where they are as large. */
  static List<ChangeGroup> of(Collection<Brought> brought, String address) {
    Map<Key, List<Brought>> byKey = new LinkedHashMap<>();
    brought.forEach(
        each ->
            byKey
                .computeIfAbsent(
                    new Key(Changes.kind(each.name()), each.cause()), _ -> new ArrayList<>())
                .add(each));
    return byKey.entrySet().stream()
        .map(each -> group(each.getKey(), each.getValue(), address))
        .sorted(
            Comparator.comparingLong(ChangeGroup::count)
                .reversed()
                .thenComparingLong(ChangeGroup::first))
        .toList();
  }

  private static ChangeGroup group(Key key, List<Brought> its, String address) {
    Map<String, Long> concepts = new TreeMap<>();
    its.forEach(each -> concepts.merge(each.concept(), each.count(), Long::sum));
    long first = its.stream().mapToLong(Brought::first).min().orElseThrow();
    return new ChangeGroup(
        key.kind(),
        ChangeCause.of(key.cause()),
        its.stream().mapToLong(Brought::count).sum(),
        concepts,
        first,
        its.stream().mapToLong(Brought::last).max().orElseThrow(),
        "%s&kind=%s&causeOf=%d".formatted(address, Choice.text(key.kind()), first));
  }

  @Override
  public ChangeGroups lacking(List<Long> entries) {
    return new ChangeGroups(
        after, summary, concepts, groups, count, total, next, asOf.lacking(entries), names);
  }

  @Override
  public ChangeGroups naming(Names cited) {
    return new ChangeGroups(after, summary, concepts, groups, count, total, next, asOf, cited);
  }
}
