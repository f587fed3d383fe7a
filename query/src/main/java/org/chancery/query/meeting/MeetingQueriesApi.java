package org.chancery.query.meeting;

import static org.chancery.query.Filter.choice;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.BeginParameters;
import org.chancery.query.GroupParameters;
import org.chancery.query.Groups;
import org.chancery.query.ListParameters;
import org.chancery.query.OrderParameters;
import org.chancery.query.Page;
import org.chancery.query.account.AccordingTo;
import org.chancery.query.account.Accounts;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.query.name.Vocabulary;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.Selection;
import org.chancery.shared.Subject;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.meeting.MeetingFormat;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Meetings over REST. */
@RestController
class MeetingQueriesApi {
  private final ReadModel<MeetingView> meetings;
  private final PartyNames parties;
  private final OfficialNames officials;
  private final Vocabulary vocabulary;
  private final Accounts accounts;
  private final AsOfResolver resolver;

  MeetingQueriesApi(
      ReadModel<MeetingView> meetings,
      PartyNames parties,
      OfficialNames officials,
      Vocabulary vocabulary,
      Accounts accounts,
      AsOfResolver resolver) {
    this.meetings = meetings;
    this.parties = parties;
    this.officials = officials;
    this.vocabulary = vocabulary;
    this.accounts = accounts;
    this.resolver = resolver;
  }

  /**
   * Meetings by their first day, then id; {@code excluded} keeps those from which the party was
   * left out, {@code country} those held there, {@code conference} its sessions and those beside
   * it.
   */
  @GetMapping(path = "/api/meetings", params = "!groupBy")
  Page<MeetingView> list(
      @ParameterObject MeetingParameters meeting,
      @ParameterObject BeginParameters begin,
      @ParameterObject OrderParameters order,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    return Page.of(meetings, order.of(selecting(meeting, begin, list, asOf)), asOf);
  }

  /**
   * Meetings, counted by one or two of party, official, place, country, format, status, year and
   * month.
   */
  @GetMapping(path = "/api/meetings", params = "groupBy")
  Groups list(
      @ParameterObject MeetingParameters meeting,
      @ParameterObject BeginParameters begin,
      @ParameterObject GroupParameters groups,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked,
      HttpServletRequest request) {
    AsOf asOf = resolver.asOf(asked, list);
    Selection kept = selecting(meeting, begin, list, asOf);
    return Groups.of(meetings, kept, list, groups, asOf, request);
  }

  private Selection selecting(
      MeetingParameters asked, BeginParameters begin, ListParameters list, AsOf asOf) {
    return list.selecting(
        false,
        begin.filter(),
        parties.filter("party", asked.party(), asOf, list),
        officials.filter("official", asked.official(), asOf),
        vocabulary.filter("place", asked.place(), asOf),
        parties.filter("country", asked.country(), asOf, list),
        parties.filter("excluded", asked.excluded(), asOf, list),
        vocabulary.filter("conference", asked.conference(), asOf),
        choice("format", asked.format(), MeetingFormat.class),
        choice("status", asked.status(), MeetingStatus.class));
  }

  /**
   * By what meetings may be looked for.
   *
   * @param excluded a party that was left out
   * @param country where they are held
   * @param conference whose sessions they are, or beside which they are held
   */
  record MeetingParameters(
      @Nullable List<String> party,
      @Nullable List<String> official,
      @Nullable String place,
      @Nullable String country,
      @Nullable String excluded,
      @Nullable String conference,
      @Parameter(schema = @Schema(implementation = MeetingFormat.class)) @Nullable String format,
      @Parameter(schema = @Schema(implementation = MeetingStatus.class)) @Nullable String status) {}

  @GetMapping("/api/meetings/{id}")
  Answer<MeetingView> one(
      @PathVariable String id,
      @ParameterObject AccordingTo whose,
      @ParameterObject AsOfParameters asked) {
    return accounts.answer(
        meetings, "meeting", new Subject(MeetingEvent.CONCEPT, id), resolver.asOf(asked), whose);
  }
}
