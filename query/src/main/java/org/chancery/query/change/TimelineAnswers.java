package org.chancery.query.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.journal.Entry;
import org.chancery.query.change.ChangedAnswer.Difference;
import org.chancery.query.change.ChangedAnswer.FieldChange;
import org.chancery.query.timeline.NameTemplates;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.LedgerEvent;
import org.jspecify.annotations.Nullable;

/** The items of the timeline, whose summaries are kept without the names of parties. */
final class TimelineAnswers implements ChangeDetector {
  private static final String SUMMARY = "summary";

  private final ModelAnswers items;
  private final NameTemplates templates;
  private final Clock clock;

  /**
   * @param clock whose day's names are told where no day is asked about
   */
  TimelineAnswers(ModelAnswers items, NameTemplates templates, Clock clock) {
    this.items = items;
    this.templates = templates;
    this.clock = clock;
  }

  @Override
  public Map<Long, List<ChangedAnswer>> changedBy(List<Entry> entries, AsOf names) {
    Map<Long, List<ChangedAnswer>> changed = items.changedBy(entries, names);
    inWords(changed, names);
    return changed;
  }

  private void inWords(Map<Long, List<ChangedAnswer>> changed, AsOf names) {
    List<String> kept = new ArrayList<>();
    changed.values().forEach(answers -> answers.forEach(answer -> kept.addAll(texts(answer))));
    List<String> told = templates.texts(kept, names);
    Map<Object, String> words = new HashMap<>();
    for (int index = 0; index < kept.size(); index++) {
      words.put(kept.get(index), told.get(index));
    }
    changed.replaceAll((at, answers) -> answers.stream().map(a -> worded(a, words)).toList());
  }

  @Override
  public List<ChangedAnswer> wouldBeChangedBy(
      String subject, List<Recorded<LedgerEvent>> history, List<Recorded<LedgerEvent>> more) {
    Map<Long, List<ChangedAnswer>> changed = new HashMap<>();
    long at = more.getLast().position();
    changed.put(at, items.wouldBeChangedBy(subject, history, more));
    inWords(changed, new AsOf(LocalDate.now(clock), null, at));
    return changed.get(at);
  }

  private static List<String> texts(ChangedAnswer answer) {
    return answer.differences().stream()
        .flatMap(difference -> difference.fields().stream())
        .filter(field -> field.field().equals(SUMMARY))
        .flatMap(field -> Stream.of(field.before(), field.after()))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }

  private static ChangedAnswer worded(ChangedAnswer answer, Map<Object, String> words) {
    return new ChangedAnswer(
        answer.model(),
        answer.address(),
        answer.part(),
        answer.differences().stream().map(difference -> worded(difference, words)).toList());
  }

  private static Difference worded(Difference difference, Map<Object, String> words) {
    return new Difference(
        difference.from(),
        difference.to(),
        difference.what(),
        difference.fields().stream()
            .map(
                field ->
                    field.field().equals(SUMMARY)
                        ? new FieldChange(
                            SUMMARY, word(field.before(), words), word(field.after(), words))
                        : field)
            .toList());
  }

  private static @Nullable Object word(@Nullable Object text, Map<Object, String> words) {
    return text == null ? null : words.get(text);
  }
}
