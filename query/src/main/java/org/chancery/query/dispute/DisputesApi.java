package org.chancery.query.dispute;

import java.util.List;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.Disputed;
import org.chancery.query.Disputed.AccountOf;
import org.chancery.query.Filter;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.chancery.query.account.Accounts;
import org.chancery.query.account.DisputesView;
import org.chancery.query.entry.Addresses;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts that differ, over REST. */
@RestController
class DisputesApi {
  private final ReadModel<DisputesView> disputes;
  private final Accounts accounts;
  private final Addresses addresses;
  private final AsOfResolver resolver;

  DisputesApi(
      ReadModel<DisputesView> disputes,
      Accounts accounts,
      Addresses addresses,
      AsOfResolver resolver) {
    this.disputes = disputes;
    this.accounts = accounts;
    this.addresses = addresses;
    this.resolver = resolver;
  }

  /** Subjects that have facts of which accounts differ, in the order of their paths. */
  @GetMapping("/api/disputes")
  Page<SubjectDisputes> list(
      @RequestParam(required = false) @Nullable String subject,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    if (list.hasSpan()) {
      throw Filter.fault(
          list.from() == null ? "to" : "from", "a dispute is of no days: ask without a span");
    }
    AsOf asOf = resolver.asOf(asked, list);
    Page<DisputesView> page =
        Page.of(disputes, list.selecting(true, addresses.filter(subject, asOf)), asOf);
    return page.madeOf(List.of()).with(page.items().stream().map(this::disputes).toList());
  }

  private SubjectDisputes disputes(DisputesView view) {
    List<Disputed> facts = accounts.disputed(view).toList();
    return new SubjectDisputes(
        "/api/" + view.subject(),
        facts,
        facts.stream()
            .flatMap(fact -> fact.accounts().stream())
            .map(AccountOf::entry)
            .sorted()
            .toList());
  }

  /**
   * A subject, and its facts of which accounts differ.
   *
   * @param subject its address
   * @param entries the positions of all the accounts
   */
  record SubjectDisputes(String subject, List<Disputed> facts, List<Long> entries) {}
}
