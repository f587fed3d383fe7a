package org.chancery.query.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.journal.EventNames;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.Disputed.Difference;
import org.chancery.query.Disputed.Said;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.readmodel.Version;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.EffectiveHistory.Account;
import org.chancery.shared.entry.LedgerEvent;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts of a subject of which several accounts stand.
 *
 * @param subject its path
 */
public record DisputesView(String subject, List<Fact> facts) {
  public static final ReadModelSpec<LedgerEvent, DisputesView> READ_MODEL =
      ReadModelSpec.ofAmended("dispute", DisputesView.class, DisputesView::versions);

  /** The attribute by which they are found. */
  static final String SUBJECT = "subject";

  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
  private static final JsonMapper JSON = LedgerJson.mapper();

  /**
   * A fact that is told in several ways.
   *
   * @param entry the position of the entry that told of it first
   * @param accounts in the order in which they were recorded
   * @param differs the fields in which they differ
   */
  record Fact(long entry, List<Told> accounts, List<Difference> differs) {}

  /**
   * One account.
   *
   * @param entry the position of the entry that says so
   * @param event the name of its event: sources may differ in what it was
   * @param followed true of the one that answers follow
   */
  record Told(long entry, String event, boolean followed) {}

  static List<Version<DisputesView>> versions(EffectiveHistory<LedgerEvent> history) {
    List<List<Account<LedgerEvent>>> disputed = history.disputed();
    return disputed.isEmpty()
        ? List.of()
        : List.of(version(disputed.getFirst().getFirst().event().subject(), disputed));
  }

  private static Version<DisputesView> version(
      Subject subject, List<List<Account<LedgerEvent>>> disputed) {
    String path = subject.toString();
    return Version.always(
        path,
        path,
        null,
        Set.of(new FilterAttribute(SUBJECT, path)),
        new DisputesView(path, disputed.stream().map(DisputesView::fact).toList()));
  }

  private static Fact fact(List<Account<LedgerEvent>> accounts) {
    return new Fact(
        accounts.getFirst().place(),
        accounts.stream()
            .map(each -> new Told(each.entry(), EventNames.nameOf(each.event()), each.isFollowed()))
            .toList(),
        differences(accounts));
  }

  private static List<Difference> differences(List<Account<LedgerEvent>> accounts) {
    Map<String, List<Said>> fields = new LinkedHashMap<>();
    for (Account<LedgerEvent> account : accounts) {
      JSON.convertValue(account.event(), FIELDS)
          .keySet()
          .forEach(field -> fields.putIfAbsent(field, new ArrayList<>()));
    }
    for (Account<LedgerEvent> account : accounts) {
      Map<String, Object> said = JSON.convertValue(account.event(), FIELDS);
      fields.forEach((field, all) -> all.add(new Said(account.entry(), said.get(field))));
    }
    return fields.entrySet().stream()
        .filter(each -> each.getValue().stream().map(Said::value).distinct().count() > 1)
        .map(each -> new Difference(each.getKey(), each.getValue()))
        .toList();
  }
}
