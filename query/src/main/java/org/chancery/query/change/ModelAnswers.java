package org.chancery.query.change;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chancery.journal.Entry;
import org.chancery.query.change.ChangedAnswer.Difference;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Revision;
import org.chancery.readmodel.ReadModels;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.LedgerEvent;

/** The answers of one read model. */
final class ModelAnswers implements ChangeDetector {
  private final AnswerKey naming;
  private final ReadModel<?> model;
  private final ReadModels models;
  private final TemporalDiff overlay;

  ModelAnswers(AnswerKey naming, ReadModel<?> model, ReadModels models, Set<String> apart) {
    this.naming = naming;
    this.model = model;
    this.models = models;
    this.overlay = new TemporalDiff(apart);
  }

  @Override
  public List<ChangedAnswer> wouldBeChangedBy(
      String subject, List<Recorded<LedgerEvent>> history, List<Recorded<LedgerEvent>> more) {
    if (!naming.concerns(more.getFirst().event().subject().concept())) {
      return List.of();
    }
    List<Revision> rows = models.wouldRevise(model, history, more);
    long at = more.getLast().position();
    return changed(
        subject,
        rows.stream().filter(row -> row.knownTo() == at).toList(),
        rows.stream().filter(row -> row.knownFrom() == at).toList());
  }

  /** One query for each subject, however many entries it has. */
  @Override
  public Map<Long, List<ChangedAnswer>> changedBy(List<Entry> entries, AsOf names) {
    Map<Long, List<ChangedAnswer>> changed = new HashMap<>();
    entries.stream()
        .filter(entry -> naming.concerns(entry.subject().concept()))
        .collect(groupingBy(entry -> entry.subject().toString()))
        .forEach((subject, its) -> changed.putAll(changedBy(subject, its)));
    return changed;
  }

  private Map<Long, List<ChangedAnswer>> changedBy(String subject, List<Entry> entries) {
    List<Revision> rows =
        model.revisions(
            subject, naming.edge(), entries.getFirst().position(), entries.getLast().position());
    Map<Long, List<Revision>> closed = rows.stream().collect(groupingBy(Revision::knownTo));
    Map<Long, List<Revision>> opened = rows.stream().collect(groupingBy(Revision::knownFrom));
    Map<Long, List<ChangedAnswer>> changed = new TreeMap<>();
    for (Entry entry : entries) {
      long at = entry.position();
      changed.put(
          at,
          changed(subject, closed.getOrDefault(at, List.of()), opened.getOrDefault(at, List.of())));
    }
    return changed;
  }

  private List<ChangedAnswer> changed(
      String subject, List<Revision> closed, List<Revision> opened) {
    Map<String, List<Revision>> was = closed.stream().collect(groupingBy(Revision::subject));
    Map<String, List<Revision>> is = opened.stream().collect(groupingBy(Revision::subject));
    if (was.size() == 1 && is.size() == 1) {
      // one part made way for one other: two readings of the same
      return answers(subject, is.keySet().iterator().next(), closed, opened).toList();
    }
    Set<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    return names.stream()
        .flatMap(
            name ->
                answers(
                    subject,
                    name,
                    was.getOrDefault(name, List.of()),
                    is.getOrDefault(name, List.of())))
        .toList();
  }

  private Stream<ChangedAnswer> answers(
      String subject, String row, List<Revision> closed, List<Revision> opened) {
    List<Difference> differences = overlay.between(closed, opened);
    return differences.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new ChangedAnswer(
                naming.model(),
                naming.address().apply(subject),
                naming.partOf(subject, row),
                differences));
  }
}
