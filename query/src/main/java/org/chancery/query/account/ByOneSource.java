package org.chancery.query.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.Answer;
import org.chancery.query.Disputed;
import org.chancery.query.OfSubject;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Stretched;
import org.chancery.readmodel.Selection;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerEvent;

/**
 * Follows the account of one source, where it gives one. Only subjects of which accounts differ are
 * folded anew; all others read alike by every account.
 */
final class ByOneSource implements Following {
  private final Accounts accounts;
  private final Teller teller;
  private final AsOf asOf;
  private final Set<Subject> consulted = new LinkedHashSet<>();
  private final Map<Subject, Retold> retold = new LinkedHashMap<>();

  /**
   * A subject's entries, and which of them the source gave.
   *
   * @param isDisputed false where all accounts of it agree, so that no entry was read
   * @param twice where it gave several accounts of one fact, these
   */
  record Retold(
      boolean isDisputed,
      List<Recorded<LedgerEvent>> entries,
      Set<Long> followed,
      List<Long> twice) {
    static final Retold NOT_DISPUTED = new Retold(false, List.of(), Set.of(), List.of());
  }

  ByOneSource(Accounts accounts, Teller teller, AsOf asOf) {
    this.accounts = accounts;
    this.teller = teller;
    this.asOf = asOf;
  }

  @Override
  public AsOf asOf() {
    return asOf;
  }

  @Override
  public <V> Optional<V> at(ReadModel<V> model, Subject subject) {
    Retold told = consult(subject);
    return told.isDisputed()
        ? on(follow(model, told, Set.of())).findFirst()
        : model.at(subject.toString(), asOf);
  }

  @Override
  public <V> List<Stretched<V>> history(ReadModel<V> model, Subject subject) {
    Retold told = consult(subject);
    return told.isDisputed()
        ? follow(model, told, Set.of())
        : model.history(subject.toString(), asOf.position());
  }

  /** Those of which accounts differ come last; one may come in by this account alone. */
  @Override
  public <V extends OfSubject> List<Stretched<V>> histories(
      ReadModel<V> model, String concept, Selection selection) {
    Set<Subject> differing = accounts.disputedThatName(concept, selection.attributes(), asOf);
    List<Stretched<V>> all = new ArrayList<>();
    for (Stretched<V> held : model.histories(selection, asOf)) {
      Subject subject = held.view().subject();
      if (consult(subject).isDisputed()) {
        differing.add(subject);
      } else {
        all.add(held);
      }
    }
    for (Subject subject : differing) {
      if (mayHave(selection.attributes(), model, told(subject))) {
        all.addAll(follow(model, consult(subject), selection.attributes()));
      }
    }
    return all;
  }

  @Override
  public <V extends OfSubject> List<V> on(ReadModel<V> model, String concept, Selection selection) {
    return on(histories(model, concept, selection)).toList();
  }

  private <V> Stream<V> on(List<Stretched<V>> stretches) {
    return stretches.stream().filter(each -> each.holdsOn(asOf.on())).map(Stretched::view);
  }

  /** By the account of the source, or by one of those that it gives. */
  private <V> boolean mayHave(Set<FilterAttribute> attributes, ReadModel<V> model, Retold told) {
    return !follow(model, told, attributes).isEmpty()
        || told.twice().stream()
            .flatMap(one -> model.following(told.entries(), entry -> entry == one).stream())
            .anyMatch(version -> version.has(attributes));
  }

  private <V> List<Stretched<V>> follow(
      ReadModel<V> model, Retold told, Set<FilterAttribute> attributes) {
    return model.following(told.entries(), told.followed()::contains).stream()
        .filter(version -> version.has(attributes))
        .map(version -> new Stretched<>(version.from(), version.to(), version.view()))
        .toList();
  }

  /** What the answer rests on. */
  private Retold consult(Subject subject) {
    Retold told = told(subject);
    if (!told.twice().isEmpty()) {
      throw accounts.ambiguous(subject, teller, told.twice());
    }
    consulted.add(subject);
    return told;
  }

  private Retold told(Subject subject) {
    return retold.computeIfAbsent(subject, one -> accounts.retold(one, teller, asOf));
  }

  @Override
  public <V extends OfSubject> Answer<V> answer(V view) {
    require();
    List<Disputed> differing =
        view.subjects().distinct().map(this::told).flatMap(accounts::disputed).toList();
    return new Answer<>(view, asOf).telling(differing);
  }

  @Override
  public void require() {
    if (consulted.stream().allMatch(each -> told(each).followed().isEmpty())) {
      accounts.requireOneOf(consulted, teller, asOf);
    }
  }
}
