package org.chancery.query.meeting;

import static org.chancery.query.Filter.choice;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.query.name.Vocabulary;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.Subject;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.meeting.MeetingFormat;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Meetings over REST. */
@RestController
class MeetingQueriesApi {
  private final ReadModel<MeetingView> meetings;
  private final PartyNames parties;
  private final OfficialNames officials;
  private final Vocabulary vocabulary;
  private final AsOfResolver resolver;

  MeetingQueriesApi(
      ReadModel<MeetingView> meetings,
      PartyNames parties,
      OfficialNames officials,
      Vocabulary vocabulary,
      AsOfResolver resolver) {
    this.meetings = meetings;
    this.parties = parties;
    this.officials = officials;
    this.vocabulary = vocabulary;
    this.resolver = resolver;
  }

  /**
   * Meetings by their first day, then id; {@code excluded} keeps those from which the party was
   * left out, {@code country} those held there.
   */
  @GetMapping("/api/meetings")
  Page<MeetingView> list(
      @RequestParam(required = false) @Nullable List<String> party,
      @RequestParam(required = false) @Nullable List<String> official,
      @RequestParam(required = false) @Nullable String place,
      @RequestParam(required = false) @Nullable String country,
      @RequestParam(required = false) @Nullable String excluded,
      @Parameter(schema = @Schema(implementation = MeetingFormat.class))
          @RequestParam(required = false)
          @Nullable String format,
      @Parameter(schema = @Schema(implementation = MeetingStatus.class))
          @RequestParam(required = false)
          @Nullable String status,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    return Page.of(
        meetings.list(
            list.selecting(
                false,
                parties.filter("party", party, asOf, list),
                officials.filter("official", official, asOf),
                vocabulary.filter("place", place, asOf),
                parties.filter("country", country, asOf, list),
                parties.filter("excluded", excluded, asOf, list),
                choice("format", format, MeetingFormat.class),
                choice("status", status, MeetingStatus.class)),
            asOf));
  }

  @GetMapping("/api/meetings/{id}")
  Answer<MeetingView> one(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    return Answer.of(
        meetings, "meeting", new Subject(MeetingEvent.CONCEPT, id), resolver.asOf(asked));
  }
}
