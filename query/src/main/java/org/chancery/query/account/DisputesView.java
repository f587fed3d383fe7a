package org.chancery.query.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
import org.chancery.shared.precondition.Reference;
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

  /** The attribute by which those are found of which some account names a party, say. */
  static final String NAMES = "names";

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

  /** The class of an event of which accounts differ, which tells the concept. */
  Class<? extends LedgerEvent> event() {
    return EventNames.typeOf(facts.getFirst().accounts().getFirst().event());
  }

  /** All accounts of all of them. */
  Stream<Told> told() {
    return facts.stream().flatMap(fact -> fact.accounts().stream());
  }

  static List<Version<DisputesView>> versions(EffectiveHistory<LedgerEvent> history) {
    List<List<Account<LedgerEvent>>> disputed =
        history.disputed().stream().filter(DisputesView::isToldDifferently).toList();
    return disputed.isEmpty()
        ? List.of()
        : List.of(version(disputed.getFirst().getFirst().event().subject(), disputed));
  }

  /** A correction may have them say the same. */
  private static boolean isToldDifferently(List<Account<LedgerEvent>> accounts) {
    return accounts.stream().map(Account::event).distinct().count() > 1;
  }

  private static Version<DisputesView> version(
      Subject subject, List<List<Account<LedgerEvent>>> disputed) {
    String path = subject.toString();
    return Version.always(
        path,
        path,
        null,
        attributes(path, disputed),
        new DisputesView(path, disputed.stream().map(DisputesView::fact).toList()));
  }

  private static Set<FilterAttribute> attributes(
      String path, List<List<Account<LedgerEvent>>> disputed) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    attributes.add(new FilterAttribute(SUBJECT, path));
    disputed.stream()
        .flatMap(List::stream)
        .flatMap(account -> account.event().command().references().stream())
        .flatMap(DisputesView::named)
        .forEach(id -> attributes.add(new FilterAttribute(NAMES, id)));
    return attributes;
  }

  private static Stream<String> named(Reference reference) {
    return switch (reference) {
      case Reference.Known(var party) -> Stream.of(party.value());
      case Reference.Recognizable(var party) -> Stream.of(party.value());
      case Reference.Extant(var party, var _) -> Stream.of(party.value());
      case Reference.Arisen(var party, var _) -> Stream.of(party.value());
      case Reference.KnownOfficial(var official) -> Stream.of(official.value());
      case Reference.InOffice(var official, var _, var _) -> Stream.of(official.value());
      case Reference.KnownConference(var conference) -> Stream.of(conference.value());
      case Reference.Within(var _, var whole) -> Stream.of(whole.value());
      case Reference.Unclaimed _, Reference.Begun _, Reference.Recorded _, Reference.NotServing _ ->
          Stream.empty();
    };
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
