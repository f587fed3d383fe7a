package org.chancery.query.change;

import java.util.ArrayList;
import java.util.List;
import org.chancery.readmodel.SubjectHistory;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerEvent;
import org.springframework.stereotype.Component;

/**
 * Tells which answers entries would change that are not made: they are folded behind the subject's
 * history, as the projections fold it, and nothing is kept.
 */
@Component
public final class Preview {
  private final List<ChangeDetector> affected;
  private final SubjectHistory histories;

  Preview(List<ChangeDetector> affected, SubjectHistory histories) {
    this.affected = affected;
    this.histories = histories;
  }

  /**
   * The answers that would read otherwise.
   *
   * @param next the position that the first of them would have; answers name it in their entries
   */
  public List<ChangedAnswer> of(Subject subject, List<LedgerEvent> events, long next) {
    String name = subject.toString();
    List<Recorded<LedgerEvent>> history = histories.before(name, next);
    List<Recorded<LedgerEvent>> more = new ArrayList<>();
    events.forEach(event -> more.add(new Recorded<>(next + more.size(), event)));
    List<ChangedAnswer> answers = new ArrayList<>();
    affected.forEach(each -> answers.addAll(each.wouldBeChangedBy(name, history, more)));
    return Changes.news(answers);
  }
}
