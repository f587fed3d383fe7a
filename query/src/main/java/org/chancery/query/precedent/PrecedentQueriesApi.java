package org.chancery.query.precedent;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.Filter;
import org.chancery.query.Parameters;
import org.chancery.query.Unknown;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.name.Vocabulary;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.party.PartyNames;
import org.chancery.query.precedent.Between.Kind;
import org.chancery.query.precedent.Precedents.Asked;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.meeting.MeetingFormat;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Precedents over REST. Contacts are meetings that were held; "first" is first in this ledger. */
@RestController
class PrecedentQueriesApi {
  private final Precedents precedents;
  private final MeetingPrecedents ofMeetings;
  private final ReadModel<MeetingView> meetings;
  private final OfficialNames officials;
  private final PartyNames parties;
  private final Vocabulary vocabulary;
  private final AsOfResolver resolver;

  PrecedentQueriesApi(
      Precedents precedents,
      MeetingPrecedents ofMeetings,
      ReadModel<MeetingView> meetings,
      OfficialNames officials,
      PartyNames parties,
      Vocabulary vocabulary,
      AsOfResolver resolver) {
    this.precedents = precedents;
    this.ofMeetings = ofMeetings;
    this.meetings = meetings;
    this.officials = officials;
    this.parties = parties;
    this.vocabulary = vocabulary;
    this.resolver = resolver;
  }

  /** The first and the last contact of two officials, or of two parties, before a day. */
  @GetMapping("/api/precedents")
  Answer<PrecedentsView> ofTwo(
      @ParameterObject PrecedentParameters of, @ParameterObject AsOfParameters asked) {
    MeetingFormat format = Filter.chosen("format", of.format(), MeetingFormat.class);
    AsOf asOf = resolver.asOf(asked);
    Filter holding = vocabulary.filter("office", of.office(), asOf);
    Between two = between(of, holding, asOf);
    LocalDate before = of.before() == null ? asOf.on() : Parameters.day("before", of.before());
    String office = value(holding);
    return new Answer<>(precedents.of(two, new Asked(office, format, before), asOf), asOf);
  }

  /**
   * Whether a meeting is the first of each two parties and officials in it, in any format and in
   * its own; where it is not, which one was the last before it.
   */
  @GetMapping("/api/meetings/{id}/precedents")
  Answer<MeetingPrecedentsView> ofMeeting(
      @PathVariable String id,
      @Parameter(description = "Keeps pairs of this party, by id or code")
          @RequestParam(required = false)
          @Nullable String party,
      @Parameter(description = "Keeps pairs of this official") @RequestParam(required = false)
          @Nullable String official,
      @ParameterObject AsOfParameters at) {
    AsOf asOf = resolver.asOf(at);
    MeetingView meeting =
        meetings
            .at(MeetingEvent.CONCEPT + "/" + id, asOf)
            .orElseThrow(
                () ->
                    Unknown.subject(
                        "meeting", id, asOf, meetings.near(MeetingEvent.CONCEPT, id, asOf)));
    Filter ofParty = parties.filter("party", party, asOf);
    Filter ofOfficial = officials.filter("official", official, asOf);
    Filter.attributes(ofParty, ofOfficial);
    Pairs.Of asked = new Pairs.Of(value(ofParty), value(ofOfficial));
    return new Answer<>(ofMeetings.of(meeting, asked, asOf), asOf);
  }

  private Between between(PrecedentParameters of, Filter holding, AsOf asOf) {
    List<Fault> faults = new ArrayList<>();
    if (isBlank(of.official()) == isBlank(of.party())) {
      faults.add(new Fault("/official", "name an official or a party, one of the two"));
    }
    if (of.with() == null || of.with().isBlank()) {
      faults.add(new Fault("/with", "is missing"));
    }
    Filter.fail(RefusalCode.INVALID_FIELDS, faults);
    boolean ofParties = isBlank(of.official());
    Filter one =
        ofParties
            ? parties.filter("party", of.party(), asOf)
            : officials.filter("official", of.official(), asOf);
    Filter other =
        ofParties
            ? parties.filter("with", of.with(), asOf)
            : officials.filter("with", of.with(), asOf);
    Filter.attributes(one, other, holding);
    Between two =
        new Between(
            ofParties ? Kind.PARTY : Kind.OFFICIAL,
            Objects.requireNonNull(value(one)),
            Objects.requireNonNull(value(other)));
    if (two.one().equals(two.other())) {
      Filter.fail(
          RefusalCode.SELF_RELATION,
          List.of(new Fault("/with", "%s has no contacts with itself".formatted(two.one()))));
    }
    return two;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static @Nullable String value(Filter asked) {
    FilterAttribute attribute = asked.asked();
    return attribute == null ? null : attribute.value();
  }

  /**
   * Whose contacts are asked for: an official's with another, or a party's with another.
   *
   * @param with an official's id beside {@code official}, a party's id or code beside {@code party}
   * @param office held then by the official, or by someone who took part for the party
   * @param before contacts that began before that day; the day of {@code on} where left out
   */
  record PrecedentParameters(
      @Parameter(description = "An official's id; or `party`") @Nullable String official,
      @Parameter(description = "A party by id or code; or `official`", example = "US")
          @Nullable String party,
      @Parameter(description = "The other official, or the other party", example = "RU")
          @Nullable String with,
      @Parameter(
              description = "Held then by the official, or by someone who took part for the party",
              example = "secretary-of-state")
          @Nullable String office,
      @Parameter(schema = @Schema(implementation = MeetingFormat.class)) @Nullable String format,
      @Parameter(description = "A day (EDTF); `on` where left out", example = "2017-02-16")
          @Nullable String before) {}
}
