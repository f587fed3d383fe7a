package org.chancery.query.account;

import java.util.stream.Stream;
import org.chancery.query.Answer;
import org.chancery.query.AnswerAdvice;
import org.chancery.query.AsOfAnswer;
import org.chancery.query.Groups;
import org.chancery.query.Page;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Puts beside each answer the accounts that differ, and beside each page of a list of what on it
 * they do; before names, for accounts cite some too.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AccountsAdvice extends AnswerAdvice {
  private final Accounts accounts;
  private final DisputedLists lists;

  AccountsAdvice(Accounts accounts, DisputedLists lists) {
    super(AsOfAnswer.class);
    this.accounts = accounts;
    this.lists = lists;
  }

  @Override
  protected Object complete(AsOfAnswer answered) {
    return switch (answered) {
      case Answer<?> answer when answer.accounts().isEmpty() ->
          answer.telling(
              DisputedLists.subjects(Stream.of(answer.view()))
                  .flatMap(each -> accounts.of(each, answer.asOf()).stream())
                  .distinct()
                  .toList());
      case Page<?> page -> lists.told(page);
      case Groups groups -> lists.told(groups);
      case AsOfAnswer other -> other;
    };
  }
}
