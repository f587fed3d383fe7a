package org.chancery.query.statement;

import static org.chancery.query.Filter.choice;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.AskedList;
import org.chancery.query.BeginParameters;
import org.chancery.query.Filter;
import org.chancery.query.GroupParameters;
import org.chancery.query.Groups;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.chancery.query.account.AccordingTo;
import org.chancery.query.account.Accounts;
import org.chancery.query.account.DisputedLists;
import org.chancery.query.name.Vocabulary;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.official.ServedParties;
import org.chancery.query.party.PartyNames;
import org.chancery.query.statement.StatementView.StatementStatus;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.Selection;
import org.chancery.shared.Subject;
import org.chancery.shared.statement.AttributionTerms;
import org.chancery.shared.statement.Stance;
import org.chancery.shared.statement.StatementEvent;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statements, and where each stands by them, over REST. */
@RestController
class StatementQueriesApi {
  private final ReadModel<StatementView> statements;
  private final ServedParties served;
  private final PartyNames parties;
  private final OfficialNames officials;
  private final Vocabulary vocabulary;
  private final Accounts accounts;
  private final DisputedLists lists;
  private final AsOfResolver resolver;

  StatementQueriesApi(
      ReadModel<StatementView> statements,
      ServedParties served,
      PartyNames parties,
      OfficialNames officials,
      Vocabulary vocabulary,
      Accounts accounts,
      DisputedLists lists,
      AsOfResolver resolver) {
    this.statements = statements;
    this.served = served;
    this.parties = parties;
    this.officials = officials;
    this.vocabulary = vocabulary;
    this.accounts = accounts;
    this.lists = lists;
    this.resolver = resolver;
  }

  /**
   * Statements by the first day on which they may have been made, then id. {@code party} keeps
   * those that were made for it, {@code about} those that speak of it.
   */
  @GetMapping(path = "/api/statements", params = "!groupBy")
  Page<StatementView> list(
      @ParameterObject StatementParameters statement,
      @ParameterObject BeginParameters begin,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    return Page.of(statements, selecting(statement, begin, list, asOf), asOf);
  }

  /**
   * Statements, counted by one or two of official, about, topic, stance, attribution, status, year
   * and month.
   */
  @GetMapping(path = "/api/statements", params = "groupBy")
  Groups list(
      @ParameterObject StatementParameters statement,
      @ParameterObject BeginParameters begin,
      @ParameterObject GroupParameters groups,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked,
      HttpServletRequest request) {
    AsOf asOf = resolver.asOf(asked, list);
    Selection kept = selecting(statement, begin, list, asOf);
    return Groups.of(statements, kept, list, groups, asOf, request);
  }

  private Selection selecting(
      StatementParameters asked, BeginParameters begin, ListParameters list, AsOf asOf) {
    return served.including(
        list.selecting(
            false,
            begin.filter(),
            parties.filter("party", asked.party(), asOf, list),
            officials.filter("official", asked.official(), asOf),
            parties.filter("about", asked.about(), asOf, list),
            vocabulary.filter("topic", asked.topic(), asOf),
            choice("stance", asked.stance(), Stance.class),
            choice("attribution", asked.attribution(), AttributionTerms.class),
            choice("status", asked.status(), StatementStatus.class)));
  }

  /**
   * By what statements may be looked for.
   *
   * @param party for which the speakers speak
   * @param about a party of which they speak
   */
  record StatementParameters(
      @Nullable List<String> party,
      @Nullable String official,
      @Nullable List<String> about,
      @Nullable String topic,
      @Parameter(schema = @Schema(implementation = Stance.class)) @Nullable String stance,
      @Parameter(schema = @Schema(implementation = AttributionTerms.class))
          @Nullable String attribution,
      @Parameter(schema = @Schema(implementation = StatementStatus.class))
          @Nullable String status) {}

  @GetMapping("/api/statements/{id}")
  Answer<StatementView> one(
      @PathVariable String id,
      @ParameterObject AccordingTo whose,
      @ParameterObject AsOfParameters asked) {
    return accounts.answer(
        statements,
        "statement",
        new Subject(StatementEvent.CONCEPT, id),
        resolver.asOf(asked),
        whose);
  }

  /**
   * Where each stood on the day by the last statement on each topic, with the one before: parties,
   * or with {@code official} that official. All are told in one answer, by holder and topic.
   */
  @GetMapping("/api/positions")
  Page<PositionView> positions(
      @RequestParam(required = false) @Nullable List<String> party,
      @RequestParam(required = false) @Nullable String official,
      @RequestParam(required = false) @Nullable String topic,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    ListParameters list = new ListParameters(null, null, null, null);
    Filter ofParty = parties.filter("party", party, asOf, list);
    Filter ofOfficial = officials.filter("official", official, asOf);
    Filter onTopic = vocabulary.filter("topic", topic, asOf);
    Selection all = Selection.anyDay(Filter.attributes(ofParty, ofOfficial, onTopic)).on();
    Positions positions =
        new Positions(asOf.on(), ofOfficial.asked() != null, served.at(asOf.position()));
    Selection made = served.including(all);
    statements.some(made, asOf).forEach(positions::add);
    FilterAttribute asks = onTopic.asked();
    List<PositionView> items =
        positions.views(ofParty.attributes().stream().map(FilterAttribute::value).toList());
    List<PositionView> kept =
        items.stream().filter(each -> asks == null || isOn(each, asks)).toList();
    List<String> disputed =
        lists
            .allDiffering(new AskedList(statements, made), asOf)
            .map(each -> "/api/" + each.subject())
            .toList();
    return new Page<>(kept, kept.size(), null, asOf).telling(disputed);
  }

  /** A statement is about other topics too than that on which it takes a stance. */
  private static boolean isOn(PositionView position, FilterAttribute topic) {
    return FilterAttribute.slug(position.topic()).equals(FilterAttribute.slug(topic.value()));
  }
}
