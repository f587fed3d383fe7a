package org.chancery.query.account;

import java.util.List;
import org.chancery.query.AnswerAdvice;
import org.chancery.query.AsOfAnswer;
import org.chancery.query.OfSubjects;
import org.chancery.query.Page;
import org.chancery.shared.Subject;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Puts beside each page of a list of whom or what on it accounts differ; before names. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DisputedAdvice extends AnswerAdvice {
  private final Accounts accounts;

  DisputedAdvice(Accounts accounts) {
    super(Page.class);
    this.accounts = accounts;
  }

  @Override
  protected Object complete(AsOfAnswer answered) {
    if (!(answered instanceof Page<?> page)) {
      return answered;
    }
    List<String> subjects =
        page.items().stream()
            .filter(OfSubjects.class::isInstance)
            .flatMap(item -> ((OfSubjects) item).subjects())
            .map(Subject::toString)
            .distinct()
            .toList();
    return page.telling(
        accounts.differing(subjects, page.asOf()).keySet().stream()
            .sorted()
            .map(path -> "/api/" + path)
            .toList());
  }
}
