package org.chancery.query.change;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Map;
import org.chancery.journal.Entry;
import org.chancery.journal.EntryFilter;
import org.chancery.journal.Journal;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.Filter;
import org.chancery.query.ListParameters;
import org.chancery.query.Names;
import org.chancery.query.Parameters;
import org.chancery.query.entry.Addresses;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.Cursor;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What changed, over REST. */
@RestController
class ChangesApi {
  private final Journal journal;
  private final Changes changes;
  private final Addresses addresses;
  private final AsOfResolver resolver;

  ChangesApi(Journal journal, Changes changes, Addresses addresses, AsOfResolver resolver) {
    this.journal = journal;
    this.changes = changes;
    this.addresses = addresses;
    this.resolver = resolver;
  }

  /**
   * What was added, corrected and retracted between two points of recorded time, in the order of
   * the entries, and how each answer that they changed read before and after.
   */
  @GetMapping("/api/changes")
  ChangePage list(@ParameterObject ChangeParameters change, @ParameterObject AsOfParameters asked) {
    int limit = change.atMost();
    List<String> names = change.names();
    Cursor cursor = change.goesOn();
    AsOfParameters upTo = upTo(change, asked);
    AsOf to = cursor == null ? resolver.asOf(upTo) : resolver.asOf(upTo, cursor);
    String subject = addresses.subject(change.subject(), to);
    long from =
        change.from() == null ? 0 : at("from", Parameters.before(change.from()), asked).position();
    requireOrder(from, to);
    long behind = change.behind(cursor, subject, from);
    List<Entry> found = entries(subject, names, behind, to.position(), limit + 1);
    List<Entry> kept = found.subList(0, Math.min(limit, found.size()));
    Map<String, Long> counts =
        journal.countsByName(from, to.position(), EntryFilter.ofSubject(subject));
    return new ChangePage(
        ChangeCounts.of(counts),
        changes.of(kept, to),
        counts.entrySet().stream()
            .filter(each -> names == null || names.contains(each.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum(),
        found.size() > limit
            ? change.at(subject, from, to, kept.getLast().position()).text()
            : null,
        to,
        Names.NONE);
  }

  /** The earlier of what {@code to} and {@code knownAt} name. */
  private AsOfParameters upTo(ChangeParameters change, AsOfParameters asked) {
    if (change.to() == null) {
      return asked;
    }
    AsOf to = at("to", change.to(), asked);
    return asked.knownAt() != null && resolver.asOf(asked).position() < to.position()
        ? asked
        : new AsOfParameters(asked.on(), change.to(), asked.minPosition());
  }

  private AsOf at(String parameter, String known, AsOfParameters asked) {
    AsOfParameters then = new AsOfParameters(null, known, asked.minPosition());
    return Parameters.in(parameter, () -> resolver.asOf(then));
  }

  private static void requireOrder(long from, AsOf to) {
    if (from > to.position()) {
      String message = "lies after the end of what is asked for, position " + to.position();
      throw new ProblemException(
          Problem.of(RefusalCode.INVALID_FIELDS, "from: " + message)
              .with(List.of(new Fault("/from", message))));
    }
  }

  /** A subject's entries by its versions, for which there is an index. */
  private List<Entry> entries(
      @Nullable String subject, @Nullable List<String> names, long after, long to, int limit) {
    if (names != null) {
      return journal.between(after, to, limit, EntryFilter.ofSubject(subject).named(names));
    }
    return subject == null
        ? journal.between(after, to, limit, EntryFilter.ALL)
        : journal
            .ofSubject(subject, journal.count(0, after, EntryFilter.ofSubject(subject)), limit)
            .stream()
            .filter(entry -> entry.position() <= to)
            .toList();
  }

  /**
   * Which changes are asked for.
   *
   * @param subject as in an answer, with or without {@code /api/}; parties by their codes too
   * @param from what was known at that instant or {@code position:N} is left out
   * @param to what was known at that instant or {@code position:N} is the last
   * @param kind what entries do to those before them
   * @param limit how many, 1 to 1000; 100 where left out
   * @param cursor where the last page ended
   */
  record ChangeParameters(
      @Parameter(example = "/api/meetings/bonn-2017-us-ru") @Nullable String subject,
      @Parameter(
              description =
                  "Changes after what was known then: an instant, position:N, or a day from its"
                      + " beginning",
              example = "position:1")
          @Nullable String from,
      @Parameter(
              description =
                  "Changes up to what was known then: an instant, position:N, or a day to its end"
                      + " (UTC)")
          @Nullable String to,
      @Parameter(
              description =
                  "Keeps those that are `added`, `corrected`, `retracted` (also where that"
                      + " reinstates), `account-recorded`, `account-preferred` or `corroborated`;"
                      + " one or more")
          @Nullable List<String> kind,
      @Parameter(description = "1 to 1000 (default 100)") @Nullable Integer limit,
      @Parameter(description = "The `next` of the page before") @Nullable String cursor) {

    /** The page before, where this is not the first. */
    @Nullable Cursor goesOn() {
      return cursor == null ? null : Parameters.cursor(cursor);
    }

    /** The position behind which the page begins; fails as INVALID_CURSOR of another list. */
    long behind(@Nullable Cursor last, @Nullable String of, long begin) {
      return last == null ? begin : last.position(fingerprint(of, begin, kind));
    }

    /** The place in the list where a page ended. */
    Cursor at(@Nullable String of, long begin, AsOf asOf, long position) {
      return Cursor.behind(asOf, fingerprint(of, begin, kind), position);
    }

    private static String fingerprint(
        @Nullable String of, long begin, @Nullable List<String> kinds) {
      return kinds == null || kinds.isEmpty()
          ? Cursor.fingerprint("change", of, begin)
          : Cursor.fingerprint("change", of, begin, kinds);
    }

    /** The names of the events that are of the kinds asked for; null where all are. */
    @Nullable List<String> names() {
      if (kind == null || kind.isEmpty()) {
        return null;
      }
      Filter.attributes(
          Filter.all(
              kind.stream()
                  .map(each -> Filter.choice("kind", each, Changes.NAMES.keySet()))
                  .toList()));
      return kind.stream()
          .flatMap(each -> Changes.NAMES.getOrDefault(each.strip(), List.of()).stream())
          .toList();
    }

    int atMost() {
      return ListParameters.limitOf(limit);
    }
  }
}
