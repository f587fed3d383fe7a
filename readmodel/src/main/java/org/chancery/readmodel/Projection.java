package org.chancery.readmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.chancery.readmodel.Incoming.Illegible;
import org.chancery.readmodel.Incoming.Legible;
import org.chancery.readmodel.ReadModel.Revision;
import org.chancery.readmodel.SubjectCache.FoldedSubject;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.TablePair.Generation;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.EntryEvent.AccountPreferred;
import org.chancery.shared.entry.EntryEvent.AccountRecorded;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.Days;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps one read model up to date. What is held of a subject is always a pure function of its whole
 * history, so an entry about the past changes what was held of the past, and nothing else.
 *
 * @param <E> the concept's sealed event
 * @param <V> what is answered
 */
final class Projection<E extends LedgerEvent, V> {
  private static final Logger log = LoggerFactory.getLogger(Projection.class);

  private final ReadModelSpec<E, V> spec;
  private final Class<E> concept;
  private final ReadModel<V> model;
  private final SubjectHistory histories;
  private final boolean onlyCorrections;
  private final @Nullable Generation kept;
  private final RowChanges<V> changes;
  private final SubjectCache<E, V> accounts;
  private final Map<Long, Exception> rejected = new HashMap<>();

  /**
   * Feeds a model from the journal.
   *
   * @param kept the table that it keeps; null where it is the one that answers
   */
  Projection(
      ReadModelSpec<E, V> spec,
      ReadModel<V> model,
      SubjectHistory histories,
      @Nullable Generation kept) {
    this.spec = spec;
    this.concept = spec.event();
    this.onlyCorrections = spec.onlyCorrections();
    this.model = model;
    this.histories = histories;
    this.kept = kept;
    this.changes = new RowChanges<>(model::body);
    this.accounts = new SubjectCache<>(concept, histories, spec.fold());
    if (spec.elsewhere()) {
      model.generations().keepByOtherSubjects();
    }
  }

  ReadModelSpec<E, V> spec() {
    return spec;
  }

  Class<E> concept() {
    return concept;
  }

  List<Version<V>> versions(List<Recorded<LedgerEvent>> entries) {
    return accounts.of(entries).versions();
  }

  ReadModel<V> model() {
    return model;
  }

  /** What the model would cease or begin to hold of a subject with entries that are not made. */
  List<Revision> wouldRevise(
      List<Recorded<LedgerEvent>> history, List<Recorded<LedgerEvent>> more) {
    List<Recorded<LedgerEvent>> all = new ArrayList<>(history);
    all.addAll(more);
    List<Version<V>> before = versions(history);
    List<Version<V>> after = versions(all);
    long at = more.getLast().position();
    return Stream.concat(
            before.stream().filter(each -> !after.contains(each)).map(v -> revision(v, 0, at)),
            after.stream().filter(each -> !before.contains(each)).map(v -> revision(v, at, at + 1)))
        .toList();
  }

  private Revision revision(Version<V> version, long knownFrom, long knownTo) {
    return new Revision(
        version.subject(),
        new Days(version.from(), version.to()),
        knownFrom,
        knownTo,
        model.asJson(version.view()));
  }

  /** The same projection into the table that does not answer. */
  Projection<E, V> beside() {
    return new Projection<>(spec, model, histories, model.generations().other());
  }

  /** The table that it keeps. */
  Generation kept() {
    return kept == null ? model.generations().live() : kept;
  }

  /**
   * Takes in an entry, if it is of this concept; parks it where it cannot, and where an earlier one
   * of its subject is parked.
   */
  void on(Incoming entry) {
    DeadLetters parked = kept().parked();
    Exception unfit = rejected.remove(entry.position());
    if (unfit != null) {
      park(entry, unfit);
      return;
    }
    try {
      switch (entry) {
        case Illegible illegible when !spec.mayBeAbout(illegible.subject()) -> {}
        case Illegible illegible -> throw illegible.cause();
        case Legible legible -> on(legible, parked);
      }
    } catch (DataAccessException | EventStoreException journalsOwn) {
      throw journalsOwn;
    } catch (RuntimeException | StackOverflowError cannot) {
      park(entry, cannot);
    }
  }

  private void park(Incoming entry, Throwable cause) {
    log.error("{} lacks entry {}", model.name(), entry.position(), cause);
    accounts.forget(entry.subject());
    kept().parked().add(entry.position(), entry.subject(), cause);
  }

  private void on(Legible entry, DeadLetters parked) {
    String subject = entry.subject();
    if (onlyCorrections && !(entry.event() instanceof EntryEvent)) {
      accounts.forget(subject);
    } else if (concerns(entry, parked)) {
      if (parked.holds(subject)) {
        parked.addBehind(entry.position(), subject);
      } else {
        take(entry);
      }
    }
  }

  /** What a retraction or a preference is of the entries of its subject say, not itself. */
  private boolean concerns(Legible entry, DeadLetters parked) {
    return switch (entry.event()) {
      case EntryCorrected corrected -> concept.isInstance(corrected.as());
      case AccountRecorded account -> concept.isInstance(account.as());
      case EntryRetracted _, AccountPreferred _ ->
          parked.holds(entry.subject()) || accounts.has(entry.subject()) || isOfConcept(entry);
      case LedgerEvent other -> concept.isInstance(other);
    };
  }

  private boolean isOfConcept(Legible retraction) {
    return onlyCorrections
        || concept.isInstance(
            histories.before(retraction.subject(), retraction.position()).getFirst().event());
  }

  private void take(Legible entry) {
    FoldedSubject<E, V> before = accounts.before(entry);
    FoldedSubject<E, V> after = accounts.with(before, entry.position(), entry.event());
    changes.replace(before.versions(), after.versions(), entry.position());
    accounts.keep(entry.subject(), after);
  }

  /** Takes in what is parked of a subject, from the first such entry up to a position. */
  void again(String subject, long upTo) {
    long from = kept().parked().first(subject);
    List<Recorded<LedgerEvent>> history = histories.before(subject, upTo + 1);
    kept().parked().release(subject);
    accounts.forget(subject);
    history.stream()
        .filter(entry -> entry.position() >= from)
        .forEach(entry -> on(new Legible(entry.position(), entry.event(), false)));
  }

  /** The database would not have what the entry at the position leads to: it is to be parked. */
  void reject(long position, Exception cause) {
    rejected.put(position, cause);
  }

  /** How many bytes of memory what was taken in may take. */
  long waiting() {
    return changes.waiting();
  }

  /** What was taken in, to be written. */
  TableBatch drain() {
    return changes.drain(kept().rows(), kept().parked().drain());
  }

  /** Forgets what a failed transaction would have made true. */
  void forget() {
    accounts.forget();
    changes.forget();
    kept().parked().forget();
  }
}
