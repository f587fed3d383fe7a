package org.chancery.readmodel;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.journal.json.LedgerJson;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.LedgerEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a read model holds, and how it follows from the journal.
 *
 * @param name of the model and of its tables
 * @param event the concept's sealed event: other entries change nothing
 * @param view what is answered, kept as JSON
 * @param fold of what stands of a subject's history, to its versions over all of valid time; pure
 * @param concept with what the subjects of its entries begin, so that an entry on another that
 *     cannot be read is none that it lacks; null where it takes all for its own
 * @param onlyCorrections true where the model tells of corrections: other entries change nothing
 * @param elsewhere true where rows stand under other subjects than the entries that they come from
 * @param isFirst true where it takes entries in before the others
 * @param indexed the names of the attributes by which lists are looked up rather than searched
 * @param vocabularies the words of its answers by which its lists are filtered
 * @param dimensions by what its lists may be grouped
 */
public record ReadModelSpec<E extends LedgerEvent, V>(
    String name,
    Class<E> event,
    Class<V> view,
    Function<EffectiveHistory<E>, List<Version<V>>> fold,
    @Nullable String concept,
    boolean onlyCorrections,
    boolean elsewhere,
    boolean isFirst,
    Set<String> indexed,
    List<Vocabulary<V>> vocabularies,
    List<Dimension> dimensions) {

  /** How what stands of a subject's history reads: its versions over all of valid time. Pure. */
  @FunctionalInterface
  public interface Fold<E extends LedgerEvent, V> {
    List<Version<V>> versions(List<Recorded<E>> history);
  }

  /**
   * The words of one kind that the answers have.
   *
   * @param attribute the name of the attributes that have them
   * @param said the words of an answer, as its sources write them
   */
  public record Vocabulary<V>(String attribute, Function<V, List<String>> said) {}

  /**
   * What lists may be grouped by.
   *
   * @param name as it is asked for
   * @param attribute whose values tell the groups apart
   * @param isMany true where an answer may have several values, and is then of several groups
   */
  public record Dimension(String name, String attribute, boolean isMany) {

    /** Of attributes of which an answer has one at most. */
    public static Dimension of(String name) {
      return new Dimension(name, name, false);
    }

    /** Of those whose values are kept as their sources write them. */
    public static Dimension said(String name) {
      return new Dimension(name, FilterAttribute.SAID + name, false);
    }

    /** The same, where an answer may have several. */
    public Dimension many() {
      return new Dimension(name, attribute, true);
    }
  }

  /** A model of what a concept's entries say. */
  public static <E extends LedgerEvent, V> ReadModelSpec<E, V> of(
      String name, Class<E> event, Class<V> view, Fold<E, V> fold) {
    return new ReadModelSpec<>(
        name,
        event,
        view,
        history -> fold.versions(Recorded.standing(history)),
        null,
        false,
        false,
        false,
        Set.of(),
        List.of(),
        List.of());
  }

  /** A model of the corrections themselves, which keeps rows under other subjects than theirs. */
  public static <V> ReadModelSpec<LedgerEvent, V> ofCorrections(
      String name, Class<V> view, Function<EffectiveHistory<LedgerEvent>, List<Version<V>>> fold) {
    return ofAmendments(name, view, fold, true);
  }

  /** A model of what becomes of the entries of a subject, which keeps a row under the subject. */
  public static <V> ReadModelSpec<LedgerEvent, V> ofAmended(
      String name, Class<V> view, Function<EffectiveHistory<LedgerEvent>, List<Version<V>>> fold) {
    return ofAmendments(name, view, fold, false);
  }

  private static <V> ReadModelSpec<LedgerEvent, V> ofAmendments(
      String name,
      Class<V> view,
      Function<EffectiveHistory<LedgerEvent>, List<Version<V>>> fold,
      boolean elsewhere) {
    return new ReadModelSpec<>(
        name,
        LedgerEvent.class,
        view,
        fold,
        null,
        true,
        elsewhere,
        false,
        Set.of(),
        List.of(),
        List.of());
  }

  /** The same of entries on subjects of one concept alone. */
  public ReadModelSpec<E, V> about(String subjects) {
    return new ReadModelSpec<>(
        name,
        event,
        view,
        fold,
        subjects,
        onlyCorrections,
        elsewhere,
        isFirst,
        indexed,
        vocabularies,
        dimensions);
  }

  /** True where an entry on the subject may be one of its own. */
  boolean mayBeAbout(String subject) {
    return concept == null || subject.startsWith(concept + "/");
  }

  /** The same, where lists by these attributes are looked up. */
  public ReadModelSpec<E, V> indexedBy(String... attributes) {
    return with(Set.of(attributes), vocabularies, isFirst, dimensions);
  }

  /** The same, where lists are filtered by words that are no fixed set. */
  public ReadModelSpec<E, V> filteredBy(String attribute, Function<V, List<String>> said) {
    List<Vocabulary<V>> all =
        Stream.concat(vocabularies.stream(), Stream.of(new Vocabulary<>(attribute, said))).toList();
    return with(indexed, all, isFirst, dimensions);
  }

  /** The same, taking entries in first: in a rebuild, the first folds while others are read. */
  public ReadModelSpec<E, V> first() {
    return with(indexed, vocabularies, true, dimensions);
  }

  /** The same, where lists may be grouped: what has many values is looked up by them. */
  public ReadModelSpec<E, V> groupedBy(Dimension... by) {
    Set<String> lookedUp = new LinkedHashSet<>(indexed);
    Arrays.stream(by).filter(Dimension::isMany).map(Dimension::attribute).forEach(lookedUp::add);
    return with(lookedUp, vocabularies, isFirst, List.of(by));
  }

  private ReadModelSpec<E, V> with(
      Set<String> lookedUp, List<Vocabulary<V>> words, boolean first, List<Dimension> groups) {
    return new ReadModelSpec<>(
        name,
        event,
        view,
        fold,
        concept,
        onlyCorrections,
        elsewhere,
        first,
        lookedUp,
        words,
        groups);
  }

  /** What a subject's entries come to where of each fact such an account is followed. */
  List<Version<V>> following(List<Recorded<LedgerEvent>> entries, LongPredicate accounts) {
    return fold.apply(Recorded.amended(event, entries).following(accounts));
  }

  ReadModel<V> model(DataSource source) {
    return new ReadModel<>(this, source, LedgerJson.mapper());
  }

  Projection<E, V> projection(DataSource source, SubjectHistory history) {
    return new Projection<>(this, model(source), history, null);
  }
}
