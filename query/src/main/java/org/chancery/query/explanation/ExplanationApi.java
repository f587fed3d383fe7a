package org.chancery.query.explanation;

import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.mission.MissionId;
import org.chancery.shared.relationship.Pair;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Why answers are what they are, over REST: as JSON and, by {@link ExplanationForms}, as plain text
 * and as PROV-JSON for who asks for that.
 */
@RestController
class ExplanationApi {
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final String TEXT = MediaType.TEXT_PLAIN_VALUE;
  private static final String PROV = ExplanationForms.PROV;

  private final Explanations explanations;
  private final PartyNames parties;
  private final AsOfResolver resolver;

  ExplanationApi(Explanations explanations, PartyNames parties, AsOfResolver resolver) {
    this.explanations = explanations;
    this.parties = parties;
    this.resolver = resolver;
  }

  @GetMapping(
      path = "/api/relationships/{a}/{b}/explanation",
      produces = {JSON, TEXT, PROV})
  Explanation relationship(
      @PathVariable String a, @PathVariable String b, @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    return explanations.relationship(
        new Pair(parties.registered(a, asOf), parties.registered(b, asOf)), asOf);
  }

  @GetMapping(
      path = "/api/cooperations/{id}/explanation",
      produces = {JSON, TEXT, PROV})
  Explanation cooperation(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    return explanations.cooperation(id, resolver.asOf(asked));
  }

  @GetMapping(
      path = "/api/conferences/{id}/explanation",
      produces = {JSON, TEXT, PROV})
  Explanation conference(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    return explanations.conference(id, resolver.asOf(asked));
  }

  @GetMapping(
      path = "/api/agreements/{id}/explanation",
      produces = {JSON, TEXT, PROV})
  Explanation agreement(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    return explanations.agreement(id, resolver.asOf(asked));
  }

  @GetMapping(
      path = "/api/missions/{sending}/{receiving}/explanation",
      produces = {JSON, TEXT, PROV})
  Explanation mission(
      @PathVariable String sending,
      @PathVariable String receiving,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    return explanations.mission(
        new MissionId(parties.registered(sending, asOf), parties.registered(receiving, asOf)),
        asOf);
  }

  @GetMapping(
      path = "/api/sanctions/{id}/explanation",
      produces = {JSON, TEXT, PROV})
  Explanation sanction(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    return explanations.sanction(id, resolver.asOf(asked));
  }

  @GetMapping(
      path = "/api/statements/{id}/explanation",
      produces = {JSON, TEXT, PROV})
  Explanation statement(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    return explanations.statement(id, resolver.asOf(asked));
  }

  @GetMapping(
      path = "/api/trips/{id}/explanation",
      produces = {JSON, TEXT, PROV})
  Explanation trip(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    return explanations.trip(id, resolver.asOf(asked));
  }

  @GetMapping(
      path = "/api/meetings/{id}/explanation",
      produces = {JSON, TEXT, PROV})
  Explanation meeting(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    return explanations.meeting(id, resolver.asOf(asked));
  }
}
