package org.chancery.query.change;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.journal.Cause;
import org.chancery.journal.Entry;
import org.chancery.journal.EntryFilter;
import org.chancery.journal.Journal;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.CsvTable;
import org.chancery.query.Filter;
import org.chancery.query.Names;
import org.chancery.query.Page;
import org.chancery.query.Parameters;
import org.chancery.query.PlainText;
import org.chancery.query.change.ChangeGroups.ChangeGroup;
import org.chancery.query.change.ChangePage.After;
import org.chancery.query.entry.Addresses;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.Cursor;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** What changed, over REST. */
@RestController
class ChangesApi {
  private static final String CHANGES = "/api/changes";
  private static final String EACH = "!groupBy";
  private static final String GROUPED = "groupBy";

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
  @GetMapping(path = CHANGES, params = EACH)
  ChangePage list(@ParameterObject ChangeParameters change, @ParameterObject AsOfParameters asked) {
    int limit = change.atMost();
    Cursor cursor = change.goesOn();
    Range range = range(change, asked, cursor);
    String list = change.fingerprint("change", range.subject(), range.from());
    long behind = cursor == null ? range.from() : cursor.position(list);
    List<Entry> found = entries(range, behind, limit + 1);
    List<Entry> kept = found.subList(0, Math.min(limit, found.size()));
    Map<String, ChangeCounts> concepts = concepts(range);
    return new ChangePage(
        range.after(),
        ChangeCounts.of(concepts.values()),
        concepts,
        changes.of(kept, range.to()),
        journal.count(range.from(), range.to().position(), range.kept()),
        found.size() > limit
            ? Cursor.behind(range.to(), list, kept.getLast().position()).text()
            : null,
        range.to(),
        Names.NONE);
  }

  /** The same as a table, a line for each field of an answer that differs. */
  @GetMapping(path = CHANGES, params = EACH, produces = CsvTable.TYPE)
  ResponseEntity<String> csv(
      @ParameterObject ChangeParameters change, @ParameterObject AsOfParameters asked) {
    ChangePage page = list(change, asked);
    return inForm(CsvTable.UTF_8, page.total(), page.next(), page.asOf(), ChangeCsv.of(page));
  }

  /** The same for who cannot say what is accepted. */
  @Hidden
  @GetMapping(
      path = CHANGES,
      params = {EACH, "format=csv"})
  ResponseEntity<String> csvByFormat(
      @ParameterObject ChangeParameters change, @ParameterObject AsOfParameters asked) {
    return csv(change, asked);
  }

  /** The same in words. */
  @GetMapping(path = CHANGES, params = EACH, produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> text(
      @ParameterObject ChangeParameters change, @ParameterObject AsOfParameters asked) {
    ChangePage page = list(change, asked);
    return inForm(PlainText.UTF_8, page.total(), page.next(), page.asOf(), ChangeText.of(page));
  }

  @Hidden
  @GetMapping(
      path = CHANGES,
      params = {EACH, "format=text"})
  ResponseEntity<String> textByFormat(
      @ParameterObject ChangeParameters change, @ParameterObject AsOfParameters asked) {
    return text(change, asked);
  }

  /** How many changes of each kind have one cause. */
  @GetMapping(path = CHANGES, params = GROUPED)
  ChangeGroups list(
      @ParameterObject ChangeParameters change,
      @ParameterObject CauseParameters by,
      @ParameterObject AsOfParameters asked) {
    by.check();
    int limit = change.atMost();
    Cursor cursor = change.goesOn();
    Range range = range(change, asked, cursor);
    String list = change.fingerprint("change-cause", range.subject(), range.from());
    long passed = cursor == null ? 0 : cursor.position(list);
    List<ChangeGroup> all =
        ChangeGroups.of(
            journal.causes(range.from(), range.to().position(), range.kept()), range.address());
    List<ChangeGroup> shown = all.stream().skip(passed).limit(limit).toList();
    long behind = passed + shown.size();
    Map<String, ChangeCounts> concepts = concepts(range);
    return new ChangeGroups(
        range.after(),
        ChangeCounts.of(concepts.values()),
        concepts,
        shown,
        all.size(),
        all.stream().mapToLong(ChangeGroup::count).sum(),
        behind < all.size() ? Cursor.behind(range.to(), list, behind).text() : null,
        range.to(),
        Names.NONE);
  }

  /** The same as a table, a line for each group. */
  @GetMapping(path = CHANGES, params = GROUPED, produces = CsvTable.TYPE)
  ResponseEntity<String> csv(
      @ParameterObject ChangeParameters change,
      @ParameterObject CauseParameters by,
      @ParameterObject AsOfParameters asked) {
    ChangeGroups page = list(change, by, asked);
    return inForm(CsvTable.UTF_8, page.count(), page.next(), page.asOf(), ChangeCsv.of(page));
  }

  /** The same in words. */
  @GetMapping(path = CHANGES, params = GROUPED, produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> text(
      @ParameterObject ChangeParameters change,
      @ParameterObject CauseParameters by,
      @ParameterObject AsOfParameters asked) {
    ChangeGroups page = list(change, by, asked);
    return inForm(PlainText.UTF_8, page.count(), page.next(), page.asOf(), ChangeText.of(page));
  }

  @Hidden
  @GetMapping(
      path = CHANGES,
      params = {GROUPED, "format=csv"})
  ResponseEntity<String> csvByFormat(
      @ParameterObject ChangeParameters change,
      @ParameterObject CauseParameters by,
      @ParameterObject AsOfParameters asked) {
    return csv(change, by, asked);
  }

  @Hidden
  @GetMapping(
      path = CHANGES,
      params = {GROUPED, "format=text"})
  ResponseEntity<String> textByFormat(
      @ParameterObject ChangeParameters change,
      @ParameterObject CauseParameters by,
      @ParameterObject AsOfParameters asked) {
    return text(change, by, asked);
  }

  private static ResponseEntity<String> inForm(
      MediaType type, long total, @Nullable String next, AsOf asOf, String body) {
    return new Page<>(List.of(), total, next, asOf).inForm(type).body(body);
  }

  private Range range(ChangeParameters change, AsOfParameters asked, @Nullable Cursor cursor) {
    List<String> names = change.names();
    AsOfParameters upTo = upTo(change, asked);
    AsOf to = cursor == null ? resolver.asOf(upTo) : resolver.asOf(upTo, cursor);
    String subject = addresses.subject(change.subject(), to);
    After after = new After(0, null);
    if (change.from() != null) {
      AsOf from = at("from", Parameters.before(change.from()), asked);
      after = new After(from.position(), from.point());
    }
    requireOrder(after.position(), to);
    return new Range(after, to, subject, names, cause(change.causeOf(), to));
  }

  private @Nullable Cause cause(@Nullable Long entry, AsOf to) {
    return entry == null
        ? null
        : journal
            .at(entry)
            .filter(one -> one.position() <= to.position())
            .map(Cause::of)
            .orElseThrow(
                () ->
                    Filter.unknown(
                            "causeOf",
                            RefusalCode.UNKNOWN_ENTRY,
                            Filter.unknownAt("entry", Long.toString(entry), to.position()),
                            List.of())
                        .problem());
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

  private Map<String, ChangeCounts> concepts(Range range) {
    Map<String, ChangeCounts> concepts = new TreeMap<>();
    journal
        .countsByConcept(range.from(), range.to().position(), range.all())
        .forEach((concept, byName) -> concepts.put(concept, ChangeCounts.of(byName)));
    return concepts;
  }

  /** A subject's entries by its versions, for which there is an index. */
  private List<Entry> entries(Range range, long after, int limit) {
    String subject = range.subject();
    if (subject == null || !range.kept().equals(range.all())) {
      return journal.between(after, range.to().position(), limit, range.kept());
    }
    return journal.ofSubject(subject, journal.count(0, after, range.all()), limit).stream()
        .filter(entry -> entry.position() <= range.to().position())
        .toList();
  }

  /** What is asked for, as the journal has it. */
  private record Range(
      After after,
      AsOf to,
      @Nullable String subject,
      @Nullable List<String> names,
      @Nullable Cause cause) {

    long from() {
      return after.position();
    }

    EntryFilter all() {
      return EntryFilter.ofSubject(subject);
    }

    EntryFilter kept() {
      return (names == null ? all() : all().named(names)).broughtBy(cause);
    }

    String address() {
      String span = "?from=position:%d&to=position:%d".formatted(from(), to.position());
      return subject == null
          ? CHANGES + span
          : CHANGES + span + "&subject=" + UriUtils.encode(subject, StandardCharsets.UTF_8);
    }
  }

  /**
   * By what changes are counted.
   *
   * @param groupBy {@code cause}
   */
  record CauseParameters(
      @Parameter(
              description = "`cause`: counts the changes of each kind by what brought them about")
          @Nullable String groupBy) {

    void check() {
      if (Filter.choice(GROUPED, groupBy, List.of("cause")).asked() == null) {
        throw Filter.fault(GROUPED, "takes cause");
      }
    }
  }
}
