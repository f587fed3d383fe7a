package org.chancery.query.account;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.AskedList;
import org.chancery.query.Groups;
import org.chancery.query.OfSubjects;
import org.chancery.query.Page;
import org.chancery.query.account.Accounts.Differing;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.Subject;
import org.springframework.stereotype.Component;

/** Of what in lists and counts accounts differ, and what other accounts would put there. */
@Component
public final class DisputedLists {
  private static final String ROOT = "/api/";

  private final Accounts accounts;

  DisputedLists(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The page with what it tells of, and what its list lacks. */
  public <V> Page<V> told(Page<V> page) {
    AskedList asked = page.asked();
    return told(page, asked == null ? List.of() : List.of(asked));
  }

  /** The same of a page that several lists are merged to. */
  public <V> Page<V> told(Page<V> page, List<AskedList> lists) {
    List<String> subjects =
        subjects(page.items().stream()).map(Subject::toString).distinct().toList();
    Stream<String> on = accounts.differing(subjects, page.asOf()).keySet().stream();
    Stream<String> lacking = lists.stream().flatMap(list -> ofOthersOnly(list, page.asOf()));
    return page.telling(
        sorted(
            Stream.concat(page.disputed().stream(), Stream.concat(on, lacking).map(ROOT::concat))));
  }

  private Stream<String> ofOthersOnly(AskedList list, AsOf asOf) {
    return accounts.differing(list, asOf).filter(each -> each.held() == 0).map(Differing::subject);
  }

  /** The groups with what is counted, or would be. */
  Groups told(Groups groups) {
    return groups.telling(
        sorted(
            accounts
                .differing(groups.asked(), groups.asOf())
                .map(Differing::subject)
                .map(ROOT::concat)));
  }

  private static List<String> sorted(Stream<String> addresses) {
    return addresses.distinct().sorted().toList();
  }

  /** Whose facts are told. */
  static Stream<Subject> subjects(Stream<?> told) {
    return told.filter(OfSubjects.class::isInstance)
        .flatMap(each -> ((OfSubjects) each).subjects());
  }
}
