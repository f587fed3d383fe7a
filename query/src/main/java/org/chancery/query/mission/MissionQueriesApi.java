package org.chancery.query.mission;

import static org.chancery.query.Filter.choice;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.chancery.query.account.AccordingTo;
import org.chancery.query.account.Accounts;
import org.chancery.query.account.Following;
import org.chancery.query.name.Vocabulary;
import org.chancery.query.official.MissionTerm;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.Subject;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.mission.MissionId;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Missions over REST. The two parties are named by ids or codes, the one that sends first. */
@RestController
class MissionQueriesApi {
  private final ReadModel<MissionView> missions;
  private final RecordedTerms terms;
  private final PartyNames parties;
  private final OfficialNames officials;
  private final Vocabulary vocabulary;
  private final Accounts accounts;
  private final AsOfResolver resolver;

  MissionQueriesApi(
      ReadModel<MissionView> missions,
      RecordedTerms terms,
      PartyNames parties,
      OfficialNames officials,
      Vocabulary vocabulary,
      Accounts accounts,
      AsOfResolver resolver) {
    this.missions = missions;
    this.terms = terms;
    this.parties = parties;
    this.officials = officials;
    this.vocabulary = vocabulary;
    this.accounts = accounts;
    this.resolver = resolver;
  }

  /**
   * Missions by their ids, each with who heads it on the day; {@code official} keeps those that the
   * official heads, may head or is to head.
   */
  @GetMapping("/api/missions")
  Page<MissionView> list(
      @RequestParam(required = false) @Nullable String sending,
      @RequestParam(required = false) @Nullable String receiving,
      @RequestParam(required = false) @Nullable List<String> party,
      @RequestParam(required = false) @Nullable String official,
      @RequestParam(required = false) @Nullable String rank,
      @Parameter(schema = @Schema(implementation = Certainty.class)) @RequestParam(required = false)
          @Nullable String headed,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    return Page.of(
        missions,
        list.selecting(
            false,
            parties.filter("sending", sending, asOf, list),
            parties.filter("receiving", receiving, asOf, list),
            parties.filter("party", party, asOf, list),
            officials.filter("official", official, asOf),
            vocabulary.filter("rank", rank, asOf),
            choice("headed", headed, Certainty.class)),
        asOf);
  }

  /** Who headed it on the day; nobody on record is not told as nobody. */
  @GetMapping("/api/missions/{sending}/{receiving}")
  Answer<MissionView> one(
      @PathVariable String sending,
      @PathVariable String receiving,
      @ParameterObject AccordingTo whose,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    MissionId mission = mission(sending, receiving, asOf);
    Following by = accounts.by(whose, asOf);
    return by.answer(
        by.at(missions, mission.subject()).orElseGet(() -> MissionView.unknown(mission)));
  }

  /** The same by the mission's id. */
  @GetMapping("/api/missions/{id}")
  Answer<MissionView> byId(
      @PathVariable String id,
      @ParameterObject AccordingTo whose,
      @ParameterObject AsOfParameters asked) {
    Subject subject = new Subject(MissionEvent.CONCEPT, id);
    return accounts.answer(missions, "mission", subject, resolver.asOf(asked), whose);
  }

  /** All who headed it or were to, by their first step; what they were on the day asked about. */
  @GetMapping("/api/missions/{sending}/{receiving}/heads")
  Page<MissionTerm> heads(
      @PathVariable String sending,
      @PathVariable String receiving,
      @ParameterObject AccordingTo whose,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    Following by = accounts.by(whose, asOf);
    List<MissionTerm> all = terms.of(mission(sending, receiving, asOf), by);
    by.require();
    return new Page<>(all, all.size(), null, asOf);
  }

  private MissionId mission(String sending, String receiving, AsOf asOf) {
    return new MissionId(parties.registered(sending, asOf), parties.registered(receiving, asOf));
  }
}
