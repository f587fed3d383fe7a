package org.chancery.query.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.query.Answer;
import org.chancery.query.Disputed;
import org.chancery.query.Disputed.AccountOf;
import org.chancery.query.Disputed.Difference;
import org.chancery.query.Filter;
import org.chancery.query.account.DisputesView.Fact;
import org.chancery.query.account.DisputesView.Told;
import org.chancery.query.entry.Origin;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Holding;
import org.chancery.readmodel.SubjectHistory;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.ProblemCode;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.RequestCode;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.text.Nearest;
import org.chancery.shared.text.TextForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which accounts of a fact there are, and how a subject reads by one of them. */
@Component
public final class Accounts {
  private static final int AT_ONCE = 1_000;
  private static final String PARAMETER = "accordingTo";

  private final ReadModel<DisputesView> disputes;
  private final Journal journal;
  private final SubjectHistory histories;

  Accounts(ReadModel<DisputesView> disputes, Journal journal, SubjectHistory histories) {
    this.disputes = disputes;
    this.journal = journal;
    this.histories = histories;
  }

  /** The facts of a subject of which accounts differ. */
  List<Disputed> of(Subject subject, AsOf asOf) {
    return disputes
        .at(subject.toString(), asOf)
        .map(view -> disputed(view).toList())
        .orElse(List.of());
  }

  /** The same of a row of the read model. */
  Stream<Disputed> disputed(DisputesView view) {
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

  private Disputed disputed(String subject, Fact fact) {
    return new Disputed(
        "/api/" + subject,
        fact.entry(),
        fact.accounts().stream().map(this::account).toList(),
        fact.differs());
  }

  private AccountOf account(Told told) {
    List<Source> sources =
        journal.at(told.entry()).map(entry -> Origin.of(entry).sources()).orElse(List.of());
    return new AccountOf(told.entry(), told.event(), told.followed(), sources);
  }

  /**
   * What is held of a subject, where of each fact the account of one source is followed, if there
   * is one.
   *
   * @param accordingTo the publisher of the source, or the position of the account's entry; null
   *     for what answers follow anyway. Fails as UNKNOWN_NAME or UNKNOWN_ENTRY where the subject
   *     has no such account
   */
  public <V> Answer<V> answer(
      ReadModel<V> model, String what, Subject subject, AsOf asOf, @Nullable String accordingTo) {
    List<Recorded<LedgerEvent>> entries =
        accordingTo == null || accordingTo.isBlank()
            ? List.of()
            : histories.legibleBefore(subject.toString(), asOf.position() + 1);
    if (accordingTo == null || entries.isEmpty()) {
      return Answer.of(model, what, subject, asOf);
    }
    Set<Long> followed = entries(subject, accordingTo.strip(), asOf);
    return model
        .following(entries, followed::contains, asOf.on())
        .map(view -> new Answer<>(view, asOf))
        .orElseThrow(() -> Answer.none(model, what, subject, asOf));
  }

  private Set<Long> entries(Subject subject, String accordingTo, AsOf asOf) {
    List<Origin> origins = origins(subject, asOf.position());
    boolean position = accordingTo.matches("\\d{1,18}");
    Predicate<Origin> meant =
        position
            ? origin -> origin.position() == Long.parseLong(accordingTo)
            : origin -> publishers(origin).anyMatch(each -> TextForm.areAlike(each, accordingTo));
    Set<Long> entries =
        origins.stream().filter(meant).map(Origin::position).collect(Collectors.toSet());
    if (entries.isEmpty()) {
      ProblemCode code = position ? RefusalCode.UNKNOWN_ENTRY : RequestCode.UNKNOWN_NAME;
      Filter.attributes(
          Filter.unknown(
              PARAMETER,
              code,
              "no entry on %s is of '%s' at position %d"
                  .formatted(subject, accordingTo, asOf.position()),
              near(accordingTo, origins)));
    }
    return entries;
  }

  private static List<String> near(String asked, List<Origin> origins) {
    List<String> publishers =
        origins.stream().flatMap(Accounts::publishers).distinct().sorted().toList();
    List<String> near = Nearest.to(asked, publishers.stream().map(Nearest.Known::of).toList());
    return near.isEmpty() ? publishers.stream().limit(5).toList() : near;
  }

  private static Stream<String> publishers(Origin origin) {
    return origin.sources().stream().map(Source::publisher).filter(Objects::nonNull);
  }

  private List<Origin> origins(Subject subject, long position) {
    List<Origin> origins = new ArrayList<>();
    List<Entry> some;
    do {
      some = journal.ofSubject(subject.toString(), origins.size(), AT_ONCE);
      some.stream().map(Origin::of).forEach(origins::add);
    } while (some.size() == AT_ONCE);
    return origins.stream().filter(origin -> origin.position() <= position).toList();
  }
}
