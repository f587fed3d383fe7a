package org.chancery.query.account;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.Answer;
import org.chancery.query.AnswerAdvice;
import org.chancery.query.AsOfAnswer;
import org.chancery.query.AskedList;
import org.chancery.query.Groups;
import org.chancery.query.OfSubjects;
import org.chancery.query.Page;
import org.chancery.query.account.Accounts.Differing;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.Subject;
import org.jspecify.annotations.Nullable;
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
  private static final String ROOT = "/api/";

  private final Accounts accounts;

  AccountsAdvice(Accounts accounts) {
    super(AsOfAnswer.class);
    this.accounts = accounts;
  }

  @Override
  protected Object complete(AsOfAnswer answered) {
    return switch (answered) {
      case Answer<?> answer when answer.accounts().isEmpty() ->
          answer.telling(
              subjects(Stream.of(answer.view()))
                  .flatMap(each -> accounts.of(each, answer.asOf()).stream())
                  .distinct()
                  .toList());
      case Page<?> page -> page.telling(differing(page));
      case Groups groups -> groups.telling(counted(groups));
      case AsOfAnswer other -> other;
    };
  }

  private List<String> differing(Page<?> page) {
    List<String> subjects =
        subjects(page.items().stream()).map(Subject::toString).distinct().toList();
    Stream<String> told = accounts.differing(subjects, page.asOf()).keySet().stream();
    return sorted(
        Stream.concat(
            page.disputed().stream(),
            Stream.concat(told, ofOthersOnly(page.asked(), page.asOf())).map(ROOT::concat)));
  }

  private Stream<String> ofOthersOnly(@Nullable AskedList asked, AsOf asOf) {
    return asked == null
        ? Stream.empty()
        : accounts.differing(asked, asOf).filter(each -> each.held() == 0).map(Differing::subject);
  }

  private List<String> counted(Groups groups) {
    return sorted(
        accounts
            .differing(groups.asked(), groups.asOf())
            .map(Differing::subject)
            .map(ROOT::concat));
  }

  private static List<String> sorted(Stream<String> addresses) {
    return addresses.distinct().sorted().toList();
  }

  private static Stream<Subject> subjects(Stream<?> told) {
    return told.filter(OfSubjects.class::isInstance)
        .flatMap(each -> ((OfSubjects) each).subjects());
  }
}
