package org.chancery.query.explanation;

import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.PlainText;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.mission.MissionId;
import org.chancery.shared.relationship.Pair;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Why answers are what they are, over REST: as JSON, and as plain text for who asks for that. */
@RestController
class ExplanationApi {
  private static final String RELATIONSHIP = "/api/relationships/{a}/{b}/explanation";
  private static final String COOPERATION = "/api/cooperations/{id}/explanation";
  private static final String AGREEMENT = "/api/agreements/{id}/explanation";
  private static final String CONFERENCE = "/api/conferences/{id}/explanation";
  private static final String MISSION = "/api/missions/{sending}/{receiving}/explanation";
  private static final String SANCTION = "/api/sanctions/{id}/explanation";
  private static final String STATEMENT = "/api/statements/{id}/explanation";
  private static final String TRIP = "/api/trips/{id}/explanation";
  private static final String MEETING = "/api/meetings/{id}/explanation";

  private final Explanations explanations;
  private final PartyNames parties;
  private final AsOfResolver resolver;

  ExplanationApi(Explanations explanations, PartyNames parties, AsOfResolver resolver) {
    this.explanations = explanations;
    this.parties = parties;
    this.resolver = resolver;
  }

  @GetMapping(path = RELATIONSHIP, produces = MediaType.APPLICATION_JSON_VALUE)
  Explanation relationship(
      @PathVariable String a, @PathVariable String b, @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    return explanations.relationship(
        new Pair(parties.registered(a, asOf), parties.registered(b, asOf)), asOf);
  }

  @GetMapping(path = RELATIONSHIP, produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> relationshipInWords(
      @PathVariable String a, @PathVariable String b, @ParameterObject AsOfParameters asked) {
    return PlainText.of(relationship(a, b, asked).text());
  }

  @GetMapping(path = COOPERATION, produces = MediaType.APPLICATION_JSON_VALUE)
  Explanation cooperation(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    return explanations.cooperation(id, resolver.asOf(asked));
  }

  @GetMapping(path = COOPERATION, produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> cooperationInWords(
      @PathVariable String id, @ParameterObject AsOfParameters asked) {
    return PlainText.of(cooperation(id, asked).text());
  }

  @GetMapping(path = CONFERENCE, produces = MediaType.APPLICATION_JSON_VALUE)
  Explanation conference(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    return explanations.conference(id, resolver.asOf(asked));
  }

  @GetMapping(path = CONFERENCE, produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> conferenceInWords(
      @PathVariable String id, @ParameterObject AsOfParameters asked) {
    return PlainText.of(conference(id, asked).text());
  }

  @GetMapping(path = AGREEMENT, produces = MediaType.APPLICATION_JSON_VALUE)
  Explanation agreement(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    return explanations.agreement(id, resolver.asOf(asked));
  }

  @GetMapping(path = AGREEMENT, produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> agreementInWords(
      @PathVariable String id, @ParameterObject AsOfParameters asked) {
    return PlainText.of(agreement(id, asked).text());
  }

  @GetMapping(path = MISSION, produces = MediaType.APPLICATION_JSON_VALUE)
  Explanation mission(
      @PathVariable String sending,
      @PathVariable String receiving,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    return explanations.mission(
        new MissionId(parties.registered(sending, asOf), parties.registered(receiving, asOf)),
        asOf);
  }

  @GetMapping(path = MISSION, produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> missionInWords(
      @PathVariable String sending,
      @PathVariable String receiving,
      @ParameterObject AsOfParameters asked) {
    return PlainText.of(mission(sending, receiving, asked).text());
  }

  @GetMapping(path = SANCTION, produces = MediaType.APPLICATION_JSON_VALUE)
  Explanation sanction(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    return explanations.sanction(id, resolver.asOf(asked));
  }

  @GetMapping(path = SANCTION, produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> sanctionInWords(
      @PathVariable String id, @ParameterObject AsOfParameters asked) {
    return PlainText.of(sanction(id, asked).text());
  }

  @GetMapping(path = STATEMENT, produces = MediaType.APPLICATION_JSON_VALUE)
  Explanation statement(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    return explanations.statement(id, resolver.asOf(asked));
  }

  @GetMapping(path = STATEMENT, produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> statementInWords(
      @PathVariable String id, @ParameterObject AsOfParameters asked) {
    return PlainText.of(statement(id, asked).text());
  }

  @GetMapping(path = TRIP, produces = MediaType.APPLICATION_JSON_VALUE)
  Explanation trip(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    return explanations.trip(id, resolver.asOf(asked));
  }

  @GetMapping(path = TRIP, produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> tripInWords(
      @PathVariable String id, @ParameterObject AsOfParameters asked) {
    return PlainText.of(trip(id, asked).text());
  }

  @GetMapping(path = MEETING, produces = MediaType.APPLICATION_JSON_VALUE)
  Explanation meeting(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    return explanations.meeting(id, resolver.asOf(asked));
  }

  @GetMapping(path = MEETING, produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> meetingInWords(
      @PathVariable String id, @ParameterObject AsOfParameters asked) {
    return PlainText.of(meeting(id, asked).text());
  }
}
