package org.chancery.query.change;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.chancery.journal.Entry;
import org.chancery.journal.EntryFilter;
import org.chancery.journal.Journal;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
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
  Page<Change> list(
      @ParameterObject ChangeParameters change, @ParameterObject AsOfParameters asked) {
    int limit = change.atMost();
    Cursor cursor = change.goesOn();
    AsOfParameters upTo = upTo(change, asked);
    AsOf to = cursor == null ? resolver.asOf(upTo) : resolver.asOf(upTo, cursor);
    String subject = addresses.subject(change.subject(), to);
    long from =
        change.from() == null ? 0 : at("from", Parameters.before(change.from()), asked).position();
    requireOrder(from, to);
    long behind = change.behind(cursor, subject, from);
    List<Entry> found = entries(subject, behind, to.position(), limit + 1);
    List<Entry> kept = found.subList(0, Math.min(limit, found.size()));
    return new Page<>(
        changes.of(kept, to),
        journal.count(from, to.position(), EntryFilter.ofSubject(subject)),
        found.size() > limit
            ? change.at(subject, from, to, kept.getLast().position()).text()
            : null,
        to);
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
  private List<Entry> entries(@Nullable String subject, long after, long to, int limit) {
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
      @Parameter(description = "1 to 1000 (default 100)") @Nullable Integer limit,
      @Parameter(description = "The `next` of the page before") @Nullable String cursor) {

    /** The page before, where this is not the first. */
    @Nullable Cursor goesOn() {
      return cursor == null ? null : Parameters.cursor(cursor);
    }

    /** The position behind which the page begins; fails as INVALID_CURSOR of another list. */
    long behind(@Nullable Cursor last, @Nullable String of, long begin) {
      return last == null ? begin : last.position(fingerprint(of, begin));
    }

    /** The place in the list where a page ended. */
    Cursor at(@Nullable String of, long begin, AsOf asOf, long position) {
      return Cursor.behind(asOf, fingerprint(of, begin), position);
    }

    private static String fingerprint(@Nullable String of, long begin) {
      return Cursor.fingerprint("change", of, begin);
    }

    int atMost() {
      return ListParameters.limitOf(limit);
    }
  }
}
