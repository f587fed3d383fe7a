package org.chancery.readmodel;

import static java.util.function.Predicate.not;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import javax.sql.DataSource;
import org.chancery.readmodel.PageReader.Listed;
import org.chancery.readmodel.PageReader.Read;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.readmodel.ReadModelSpec.Vocabulary;
import org.chancery.readmodel.Selection.Grouped;
import org.chancery.readmodel.Selection.Grouping;
import org.chancery.readmodel.Selection.Through;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.TablePair.Generation;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.text.Nearest;
import org.chancery.shared.text.Nearest.Known;
import org.chancery.shared.time.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Versions of answers in a table of {@code [valid_from, valid_to) x [known_from, known_to)}, both
 * half-open. Nothing is overwritten: what is no longer held gets an end in known time, so that
 * every former answer can be given again.
 */
public final class ReadModel<V> {
  /** The known time that has not ended. */
  static final long OPEN = Long.MAX_VALUE;

  /** So much of an id is taken to be right, and so many that begin so are looked at. */
  private static final int BEGIN = 2;

  private static final int MOST = 2_000;

  private final String name;
  private final Class<V> type;
  private final ReadModelSpec<?, V> spec;
  private final Leads leads;
  private final JdbcTemplate jdbc;
  private final JsonMapper mapper;
  private final ObjectWriter writer;
  private final TablePair generations;
  private final PageReader<V> pages;

  ReadModel(ReadModelSpec<?, V> spec, DataSource source, JsonMapper mapper) {
    this.name = spec.name();
    this.type = spec.view();
    this.spec = spec;
    this.leads = new Leads(source);
    this.jdbc = new JdbcTemplate(source);
    this.mapper = mapper;
    this.writer = mapper.writerFor(type);
    this.generations = new TablePair(name, spec.indexed(), jdbc);
    this.pages = new PageReader<>(jdbc, this::read);
  }

  public String name() {
    return name;
  }

  /** By what its lists may be grouped. */
  public List<Dimension> dimensions() {
    return spec.dimensions();
  }

  /** The words of its answers by which lists are filtered. */
  public List<Vocabulary<V>> vocabularies() {
    return spec.vocabularies();
  }

  /** The tables that hold it. */
  TablePair generations() {
    return generations;
  }

  /** The table that answers. */
  String table() {
    return generations.live().table();
  }

  /** An answer as it is kept. */
  String body(V view) {
    return writer.writeValueAsString(view);
  }

  /** The same, as it is compared. */
  Map<String, Object> asJson(V view) {
    return mapper.readValue(body(view), RowHistory.ANSWER);
  }

  /** What is held of a subject. */
  public Optional<V> at(String subject, AsOf asOf) {
    return generations.reading(
        asOf.position(),
        held -> {
          MissingEntries.note(() -> held.parked().lacking(subject, asOf.position()));
          return held.lookup().bodyOf(subject, asOf).map(body -> mapper.readValue(body, type));
        });
  }

  /** What is held of each of the subjects by now; as far as it is, for the journal may be ahead. */
  public List<Holding<V>> holding(List<String> subjects, AsOf asOf) {
    return subjects.isEmpty()
        ? List.of()
        : generations.reading(0, held -> holding(held.rows(), subjects, asOf));
  }

  private List<Holding<V>> holding(RowTable table, List<String> subjects, AsOf asOf) {
    long day = asOf.on().toEpochDay();
    return jdbc.query(
        "select subject, valid_from, valid_to, known_from, known_to, body from %s"
                .formatted(table.amongGiven())
            + " where known_from <= ? and known_to > ? and valid_from <= ? and valid_to > ?",
        (row, n) ->
            new Holding<>(
                row.getString(1),
                new Days(
                    LocalDate.ofEpochDay(row.getLong(2)), LocalDate.ofEpochDay(row.getLong(3))),
                row.getLong(4),
                row.getLong(5),
                read(row.getBytes(6))),
        RowTable.given(subjects),
        asOf.position(),
        asOf.position(),
        day,
        day);
  }

  /**
   * An answer about a subject, the days on which it holds, and from which position to which, the
   * last one excluded, it was known.
   */
  public record Holding<V>(String subject, Days days, long knownFrom, long knownTo, V view) {

    /** True where it is still known so. */
    public boolean isOpen() {
      return knownTo == OPEN;
    }

    public boolean holdsAt(AsOf asOf) {
      return knownFrom <= asOf.position()
          && knownTo > asOf.position()
          && !asOf.on().isBefore(days.from())
          && asOf.on().isBefore(days.to());
    }
  }

  /** Equal as long as no row has changed; asked for before rows are read that are to be kept. */
  public Object edition() {
    Generation live = generations.live();
    return new Edition(live.table(), live.lookup().edition());
  }

  private record Edition(String table, long changes) {}

  /** The page of what the selection keeps; after the first page, as of the point of the first. */
  public Listing<V> list(Selection selection, AsOf asked) {
    check(selection);
    AsOf asOf = selection.after() == null ? asked : selection.after().asOf();
    return ask(selection, asOf, query -> page(selection, query, asOf));
  }

  private Listing<V> page(Selection selection, Query query, AsOf asOf) {
    Read<V> read = pages.page(selection, query);
    return Listing.of(name, selection, read.rows(), read.total(), asOf);
  }

  /** The first of what the selection keeps; nothing is counted. */
  public List<V> some(Selection selection, AsOf asOf) {
    return ask(selection, asOf, pages::rows).stream()
        .limit(selection.limit())
        .map(Listed::view)
        .toList();
  }

  /** By what the answers on all days may be filtered, as {@link FilterAttribute#text} writes it. */
  public List<String> attributes(AsOf asOf, int limit) {
    return generations.reading(
        asOf.position(),
        held ->
            jdbc.queryForList(
                "select distinct attributes from %s where known_from <= ? and known_to > ? limit ?"
                    .formatted(held.table()),
                String.class,
                asOf.position(),
                asOf.position(),
                limit));
  }

  /** The ids of a concept's subjects that may have been meant, whatever the day. */
  public List<String> near(String concept, String id, AsOf asOf) {
    String begin = concept + "/" + (id.length() < BEGIN ? id : id.substring(0, BEGIN));
    List<String> near = near(id, ids(concept, begin, asOf));
    return near.isEmpty() ? near(id, ids(concept, concept + "/", asOf)) : near;
  }

  private static List<String> near(String id, List<String> ids) {
    List<Known> others = ids.stream().filter(not(id::equals)).map(Known::of).toList();
    return Nearest.to(id, others);
  }

  private List<String> ids(String concept, String begin, AsOf asOf) {
    String pattern = begin.replaceAll("([!%_])", "!$1") + "%";
    return generations.reading(
        asOf.position(),
        held ->
            jdbc.query(
                "select distinct subject from %s where subject like ? escape '!'"
                        .formatted(held.table())
                    + " and known_from <= ? and known_to > ? order by subject limit ?",
                (row, n) -> row.getString(1).substring(concept.length() + 1),
                pattern,
                asOf.position(),
                asOf.position(),
                MOST));
  }

  /** Asks one table, and where the selection goes through another model, one table of that. */
  private <T> T ask(Selection selection, AsOf asOf, Function<Query, T> query) {
    Through through = selection.through();
    return through == null
        ? ask(selection, asOf, null, query)
        : through.model().listing(asOf, other -> ask(selection, asOf, other, query));
  }

  private <T> T ask(
      Selection selection, AsOf asOf, @Nullable RowTable other, Function<Query, T> query) {
    return listing(asOf, table -> query.apply(new Query(selection, asOf, table, other, leads)));
  }

  /** Reads all of a list from one table, and notes what it may lack. */
  private <T> T listing(AsOf asOf, Function<RowTable, T> query) {
    return generations.reading(
        asOf.position(),
        held -> {
          MissingEntries.note(() -> held.parked().lacking(asOf.position()));
          return query.apply(held.rows());
        });
  }

  /** Fails as INVALID_CURSOR where the selection goes on from a place in another list. */
  public void check(Selection selection) {
    if (selection.after() != null) {
      selection.after().in(selection.fingerprint(name));
    }
  }

  /** What the selection keeps, up to its limit, each with its place in the list. */
  public List<Placed<V>> walk(Selection selection, AsOf asOf) {
    String list = selection.fingerprint(name);
    return ask(selection, asOf, pages::rows).stream()
        .limit(selection.limit())
        .map(
            row ->
                new Placed<>(
                    new Cursor(asOf, selection.anyDay(), list, row.order(), row.subject()),
                    row.view()))
        .toList();
  }

  /** How many the selection keeps. */
  public long count(Selection selection, AsOf asOf) {
    return ask(selection, asOf, pages::count);
  }

  /** The same, counted by groups. */
  public Grouped groups(Selection selection, Grouping grouping, AsOf asOf) {
    return ask(selection, asOf, query -> new GroupReader(jdbc, query, grouping).groups());
  }

  /** True where it tells of events of the class. */
  public boolean isOf(Class<? extends LedgerEvent> event) {
    return spec.event().isAssignableFrom(event);
  }

  /** What a subject's entries would come to if of each fact such an account were followed. */
  public List<Version<V>> following(List<Recorded<LedgerEvent>> entries, LongPredicate accounts) {
    return spec.following(entries, accounts);
  }

  /** The stretches of a subject's valid time as known at a position, in order. */
  public List<Stretched<V>> history(String subject, long position) {
    return generations.reading(
        position,
        held -> {
          MissingEntries.note(() -> held.parked().lacking(subject, position));
          return jdbc.query(
              "select valid_from, valid_to, body from %s where subject = ? and known_from <= ? and"
                      .formatted(held.table())
                  + " known_to > ? order by valid_from",
              this::stretched,
              subject,
              position,
              position);
        });
  }

  /** The same of all subjects that have the attributes at some time, in the order of lists. */
  public List<Stretched<V>> histories(Selection selection, AsOf asOf) {
    return ask(
        selection,
        asOf,
        query -> jdbc.query(query.stretches(), this::stretched, query.conditionParams()));
  }

  /** The subjects of all that the selection keeps. */
  public Set<String> subjects(Selection selection, AsOf asOf) {
    return ask(
        selection,
        asOf,
        query ->
            Set.copyOf(jdbc.queryForList(query.subjects(), String.class, query.conditionParams())));
  }

  /**
   * What it ceased or began to hold of a subject from one position to another.
   *
   * @param edge null for the subject's own rows; else the character between the subject and its
   *     parts, whose rows are asked for
   */
  public List<Revision> revisions(String subject, @Nullable Character edge, long first, long last) {
    RowHistory asked = new RowHistory(subject, edge, first, last);
    return generations.reading(
        last,
        held -> {
          MissingEntries.note(() -> held.parked().lacking(subject, last));
          return asked.in(held.table(), jdbc, mapper);
        });
  }

  /**
   * An answer that was held of a subject for a time.
   *
   * @param days on which it holds
   * @param knownFrom the position that opened it
   * @param knownTo the position that closed it; larger than any where none did
   * @param answer as JSON has it
   */
  public record Revision(
      String subject, Days days, long knownFrom, long knownTo, Map<String, Object> answer) {}

  /** An answer and the days over which it holds, the last one excluded. */
  public record Stretched<V>(LocalDate from, LocalDate to, V view) {

    public boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(to);
    }
  }

  /** An item and its place in the list. */
  public record Placed<V>(Cursor place, V view) {}

  /**
   * A page of a list.
   *
   * @param total how many there are on all pages
   * @param next the cursor of the next page, or null where this is the last
   */
  public record Listing<V>(List<V> items, long total, @Nullable String next, AsOf asOf) {

    /** Takes one row more than the limit as the sign that there is a next page. */
    static <V> Listing<V> of(
        String list, Selection selection, List<Listed<V>> rows, long total, AsOf asOf) {
      List<Listed<V>> kept = rows.subList(0, Math.min(selection.limit(), rows.size()));
      Listed<V> last = kept.isEmpty() ? null : kept.getLast();
      String next =
          last == null || rows.size() == kept.size()
              ? null
              : selection.at(list, asOf, last.order(), last.subject()).text();
      return new Listing<>(kept.stream().map(Listed::view).toList(), total, next, asOf);
    }
  }

  private Stretched<V> stretched(ResultSet row, int number) throws SQLException {
    return new Stretched<>(
        LocalDate.ofEpochDay(row.getLong(1)),
        LocalDate.ofEpochDay(row.getLong(2)),
        read(row.getBytes(3)));
  }

  private V read(byte[] body) {
    return mapper.readValue(body, type);
  }
}
