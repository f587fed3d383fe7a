package org.chancery.query.timeline;

import java.util.List;
import org.chancery.query.Answer;
import org.chancery.query.AnswerAdvice;
import org.chancery.query.AsOfAnswer;
import org.chancery.query.Ending.Because;
import org.chancery.query.OfSubject;
import org.chancery.query.ToldCause;
import org.chancery.readmodel.AsOf;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Puts beside each answer what the entries say that it tells as causes, and whether they stand. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CausesAdvice extends AnswerAdvice {
  private final CitedEntries entries;
  private final NameTemplates templates;

  CausesAdvice(CitedEntries entries, NameTemplates templates) {
    super(Answer.class);
    this.entries = entries;
    this.templates = templates;
  }

  @Override
  protected Object complete(AsOfAnswer answered) {
    return answered instanceof Answer<?> answer && answer.view() instanceof OfSubject view
        ? answer.because(causes(view, answer.asOf()))
        : answered;
  }

  private List<ToldCause> causes(OfSubject view, AsOf asOf) {
    return view.causes()
        .map(Because::entry)
        .distinct()
        .sorted()
        .flatMap(entry -> entries.at(entry, asOf).stream())
        .map(cause -> cause.saying(templates.worded(cause.says(), asOf)))
        .toList();
  }
}
