package org.chancery.query.account;

import java.util.List;
import org.chancery.query.Answer;
import org.chancery.query.AnswerAdvice;
import org.chancery.query.AsOfAnswer;
import org.chancery.query.Disputed;
import org.chancery.query.OfSubjects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Puts beside each answer the accounts that differ; before names, for accounts cite some too. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AccountsAdvice extends AnswerAdvice {
  private final Accounts accounts;

  AccountsAdvice(Accounts accounts) {
    super(Answer.class);
    this.accounts = accounts;
  }

  @Override
  protected Object complete(AsOfAnswer answered) {
    if (answered instanceof Answer<?> answer
        && answer.accounts().isEmpty()
        && answer.view() instanceof OfSubjects view) {
      List<Disputed> differing =
          view.subjects().flatMap(each -> accounts.of(each, answer.asOf()).stream()).toList();
      return answer.telling(differing);
    }
    return answered;
  }
}
