package org.chancery.readmodel;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.journal.json.LedgerJson;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.LedgerEvent;

/**
 * What a read model holds, and how it follows from the journal.
 *
 * @param name of the model and of its tables
 * @param event the concept's sealed event: other entries change nothing
 * @param view what is answered, kept as JSON
 * @param fold of what stands of a subject's history, to its versions over all of valid time; pure
 * @param onlyCorrections true where the model tells of corrections: other entries change nothing
 * @param isFirst true where it takes entries in before the others
 * @param indexed the names of the attributes by which lists are looked up rather than searched
 * @param vocabularies the words of its answers by which its lists are filtered
 */
public record ReadModelSpec<E extends LedgerEvent, V>(
    String name,
    Class<E> event,
    Class<V> view,
    Function<EffectiveHistory<E>, List<Version<V>>> fold,
    boolean onlyCorrections,
    boolean isFirst,
    Set<String> indexed,
    List<Vocabulary<V>> vocabularies) {

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

  /** A model of what a concept's entries say. */
  public static <E extends LedgerEvent, V> ReadModelSpec<E, V> of(
      String name, Class<E> event, Class<V> view, Fold<E, V> fold) {
    return new ReadModelSpec<>(
        name,
        event,
        view,
        history -> fold.versions(Recorded.standing(history)),
        false,
        false,
        Set.of(),
        List.of());
  }

  /** A model of the corrections themselves, which keeps rows under other subjects than theirs. */
  public static <V> ReadModelSpec<LedgerEvent, V> ofCorrections(
      String name, Class<V> view, Function<EffectiveHistory<LedgerEvent>, List<Version<V>>> fold) {
    return new ReadModelSpec<>(
        name, LedgerEvent.class, view, fold, true, false, Set.of(), List.of());
  }

  /** The same, where lists by these attributes are looked up. */
  public ReadModelSpec<E, V> indexedBy(String... attributes) {
    return new ReadModelSpec<>(
        name, event, view, fold, onlyCorrections, isFirst, Set.of(attributes), vocabularies);
  }

  /** The same, where lists are filtered by words that are no fixed set. */
  public ReadModelSpec<E, V> filteredBy(String attribute, Function<V, List<String>> said) {
    List<Vocabulary<V>> all =
        Stream.concat(vocabularies.stream(), Stream.of(new Vocabulary<>(attribute, said))).toList();
    return new ReadModelSpec<>(name, event, view, fold, onlyCorrections, isFirst, indexed, all);
  }

  /** The same, taking entries in first: in a rebuild, the first folds while others are read. */
  public ReadModelSpec<E, V> first() {
    return new ReadModelSpec<>(
        name, event, view, fold, onlyCorrections, true, indexed, vocabularies);
  }

  ReadModel<V> model(DataSource source) {
    return new ReadModel<>(this, source, LedgerJson.mapper());
  }

  Projection<E, V> projection(DataSource source, SubjectHistory history) {
    return new Projection<>(this, model(source), history, null);
  }
}
