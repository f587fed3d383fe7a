package org.chancery.query.account;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.query.Answer;
import org.chancery.query.Disputed;
import org.chancery.query.Disputed.AccountOf;
import org.chancery.query.Disputed.Difference;
import org.chancery.query.Filter;
import org.chancery.query.OfSubject;
import org.chancery.query.account.ByOneSource.Retold;
import org.chancery.query.account.DisputesView.Fact;
import org.chancery.query.account.DisputesView.Told;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Holding;
import org.chancery.readmodel.Selection;
import org.chancery.readmodel.SubjectHistory;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.chancery.shared.Subject;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.EffectiveHistory.Account;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.sanction.SanctionEvent;
import org.chancery.shared.text.Nearest;
import org.chancery.shared.trip.TripEvent;
import org.springframework.stereotype.Component;

/** Which accounts of a fact there are, and how a subject reads by one of them. */
@Component
public final class Accounts {
  private static final int AT_ONCE = 1_000;
  private static final String PARAMETER = "accordingTo";

  /** Of what else the answers on subjects of a concept are put together. */
  private static final Map<String, Set<String>> MADE_OF =
      Map.of(
          RelationshipEvent.CONCEPT,
          Set.of(
              RelationshipEvent.CONCEPT,
              CooperationEvent.CONCEPT,
              SanctionEvent.CONCEPT,
              MeetingEvent.CONCEPT),
          ConferenceEvent.CONCEPT,
          Set.of(MeetingEvent.CONCEPT, TripEvent.CONCEPT));

  private final ReadModel<DisputesView> disputes;
  private final Journal journal;
  private final SubjectHistory histories;

  Accounts(ReadModel<DisputesView> disputes, Journal journal, SubjectHistory histories) {
    this.disputes = disputes;
    this.journal = journal;
    this.histories = histories;
  }

  /**
   * The facts of a subject of which accounts differ; of a pair or a conference, of all that some
   * account has between the two, or there.
   */
  public List<Disputed> of(Subject subject, AsOf asOf) {
    Set<String> parts = MADE_OF.getOrDefault(subject.concept(), Set.of());
    Stream<String> named = parts.isEmpty() ? Stream.empty() : naming(subject, parts, asOf);
    return Stream.concat(Stream.of(subject.toString()), named)
        .distinct()
        .flatMap(one -> disputes.at(one, asOf).stream())
        .flatMap(this::disputed)
        .toList();
  }

  /** The paths of those of such concepts that by some account name it, or both of a pair. */
  private Stream<String> naming(Subject subject, Set<String> concepts, AsOf asOf) {
    Set<FilterAttribute> named =
        Stream.of(subject.id().split("/"))
            .map(id -> new FilterAttribute(DisputesView.NAMES, id))
            .collect(Collectors.toSet());
    return disputes.subjects(Selection.anyDay(named), asOf).stream()
        .filter(path -> concepts.contains(Subject.parse(path).concept()))
        .sorted();
  }

  /** The same of all subjects that some of the entries are on. */
  public List<Disputed> of(List<Long> entries, AsOf asOf) {
    return entries.stream()
        .flatMap(position -> journal.at(position).stream())
        .map(Entry::subject)
        .distinct()
        .flatMap(subject -> of(subject, asOf).stream())
        .toList();
  }

  /** By whom the facts of a subject may be told: as is preferred, then by each other account. */
  public List<AccordingTo> each(Subject subject, AsOf asOf) {
    Stream<AccordingTo> others =
        of(subject, asOf).stream()
            .flatMap(fact -> fact.accounts().stream())
            .filter(account -> !account.followed())
            .map(account -> new AccordingTo(Long.toString(account.entry())));
    return Stream.concat(Stream.of(new AccordingTo(null)), others).toList();
  }

  /** The same of a row of the read model. */
  public Stream<Disputed> disputed(DisputesView view) {
    return view.facts().stream().map(fact -> disputed(view.subject(), fact));
  }

  /** In which fields accounts of subjects differ, by the paths of those of which some do. */
  public Map<String, List<String>> differing(List<String> subjects, AsOf asOf) {
    return disputes.holding(subjects, asOf).stream()
        .collect(
            Collectors.toMap(
                Holding::subject,
                row ->
                    row.view().facts().stream()
                        .flatMap(fact -> fact.differs().stream())
                        .map(Difference::field)
                        .distinct()
                        .toList()));
  }

  /**
   * How a subject reads of which accounts differ.
   *
   * @param accounts the positions of the entries that give them
   * @param each by those that are preferred, and then with each other one in its place
   */
  public record Readings<V>(Subject subject, List<Long> accounts, List<List<Version<V>>> each) {}

  /** Those of all such subjects of a read model. */
  public <V> List<Readings<V>> readings(ReadModel<V> model, AsOf asOf) {
    return disputed(model, asOf).stream().map(each -> readings(each, model, asOf)).toList();
  }

  /** That of one of the subjects, if accounts of it differ. */
  public <V> Optional<Readings<V>> readings(ReadModel<V> model, Subject subject, AsOf asOf) {
    return disputes.at(subject.toString(), asOf).map(view -> readings(view, model, asOf));
  }

  /** The subjects of a read model of which accounts differ. */
  List<DisputesView> disputed(ReadModel<?> model, AsOf asOf) {
    return disputes.some(Selection.anyDay(Set.of()), asOf).stream()
        .filter(each -> model.isOf(each.event()))
        .toList();
  }

  <V> Readings<V> readings(DisputesView disputed, ReadModel<V> model, AsOf asOf) {
    List<Recorded<LedgerEvent>> entries =
        histories.legibleBefore(disputed.subject(), asOf.position() + 1);
    Stream<LongPredicate> others =
        disputed.told().filter(not(Told::followed)).map(one -> entry -> entry == one.entry());
    return new Readings<>(
        Subject.parse(disputed.subject()),
        disputed.told().map(Told::entry).toList(),
        Stream.concat(Stream.of(_ -> false), others)
            .map(followed -> model.following(entries, followed))
            .toList());
  }

  /** The same where the account of one source is followed. */
  Stream<Disputed> disputed(Retold told) {
    EffectiveHistory<LedgerEvent> history = Recorded.amended(LedgerEvent.class, told.entries());
    return DisputesView.versions(history.following(told.followed()::contains)).stream()
        .map(Version::view)
        .flatMap(this::disputed);
  }

  private Disputed disputed(String subject, Fact fact) {
    return new Disputed(
        "/api/" + subject,
        fact.entry(),
        fact.accounts().stream().map(this::account).toList(),
        fact.differs());
  }

  private AccountOf account(Told told) {
    List<Source> sources =
        journal.at(told.entry()).map(entry -> entry.attribution().documents()).orElse(List.of());
    return new AccountOf(told.entry(), told.event(), told.followed(), sources);
  }

  /**
   * Whose account of each fact is to be followed.
   *
   * @param whose the publisher of the source, or the position of the account's entry; that which is
   *     preferred where left out
   */
  public Following by(AccordingTo whose, AsOf asOf) {
    String asked = whose.accordingTo();
    return asked == null || asked.isBlank()
        ? Following.preferred(asOf)
        : new ByOneSource(this, new Teller(asked.strip()), asOf);
  }

  /**
   * What is held of a subject, where of each fact the account of one source is followed, if there
   * is one. Fails as UNKNOWN_NAME or UNKNOWN_ENTRY where the subject has no such account, as
   * AMBIGUOUS_ACCOUNT where the source gives several of one fact.
   */
  public <V extends OfSubject> Answer<V> answer(
      ReadModel<V> model, String what, Subject subject, AsOf asOf, AccordingTo whose) {
    Following by = by(whose, asOf);
    return by.answer(
        by.at(model, subject).orElseThrow(() -> Answer.none(model, what, subject, asOf)));
  }

  /** Subjects of a concept of which accounts differ, and of which an account names one of these. */
  Set<Subject> disputedThatName(String concept, Collection<FilterAttribute> names, AsOf asOf) {
    Set<Subject> all = new LinkedHashSet<>();
    for (FilterAttribute name : names) {
      FilterAttribute named = new FilterAttribute(DisputesView.NAMES, name.value());
      disputes.subjects(Selection.anyDay(Set.of(named)), asOf).stream()
          .map(Subject::parse)
          .filter(subject -> subject.concept().equals(concept))
          .forEach(all::add);
    }
    return all;
  }

  /** How the subject reads by the one; nothing is read where no accounts of it differ. */
  Retold retold(Subject subject, Teller teller, AsOf asOf) {
    if (disputes.at(subject.toString(), asOf).isEmpty()) {
      return Retold.NOT_DISPUTED;
    }
    Set<Long> followed =
        entries(subject, asOf)
            .filter(teller::gave)
            .map(Entry::position)
            .collect(Collectors.toSet());
    List<Recorded<LedgerEvent>> entries =
        histories.legibleBefore(subject.toString(), asOf.position() + 1);
    List<Long> twice =
        Recorded.amended(LedgerEvent.class, entries).toldTwiceBy(followed::contains).stream()
            .map(Account::entry)
            .toList();
    return new Retold(true, entries, followed, twice);
  }

  /** That the source gives several accounts of one fact. */
  ProblemException ambiguous(Subject subject, Teller teller, List<Long> entries) {
    String told =
        "'%s' gives several accounts of one fact of %s: ask by one of the positions %s"
            .formatted(teller.asked(), subject, entries);
    return new ProblemException(
        Problem.of(RequestCode.AMBIGUOUS_ACCOUNT, told)
            .with(List.of(new Fault("/" + PARAMETER, told)))
            .naming(entries));
  }

  /** Fails, with the nearest, where none of the subjects has an entry of the one. */
  void requireOneOf(Set<Subject> subjects, Teller teller, AsOf asOf) {
    Set<String> publishers = new TreeSet<>();
    for (Subject subject : subjects) {
      List<Entry> entries = entries(subject, asOf).toList();
      if (entries.stream().anyMatch(teller::gave)) {
        return;
      }
      entries.stream().flatMap(Teller::publishers).forEach(publishers::add);
    }
    throw Filter.unknown(
            PARAMETER,
            teller.unknown(),
            "no entry that this answer rests on is of '%s' at position %d"
                .formatted(teller.asked(), asOf.position()),
            near(teller.asked(), publishers))
        .problem();
  }

  private static List<String> near(String asked, Set<String> publishers) {
    List<String> near = Nearest.to(asked, publishers.stream().map(Nearest.Known::of).toList());
    return near.isEmpty() ? publishers.stream().limit(5).toList() : near;
  }

  private Stream<Entry> entries(Subject subject, AsOf asOf) {
    List<Entry> entries = new ArrayList<>();
    List<Entry> some;
    do {
      some = journal.ofSubject(subject.toString(), entries.size(), AT_ONCE);
      entries.addAll(some);
    } while (some.size() == AT_ONCE);
    return entries.stream().filter(entry -> entry.position() <= asOf.position());
  }
}
