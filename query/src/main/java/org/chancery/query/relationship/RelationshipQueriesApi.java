package org.chancery.query.relationship;

import static org.chancery.query.Filter.choice;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.chancery.query.party.PartyNames;
import org.chancery.query.relationship.RelationsView.RelationsStatus;
import org.chancery.query.relationship.RelationshipView.Segment;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.relationship.Pair;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Relationships over REST. A pair may be named in either order, by ids or codes. */
@RestController
class RelationshipQueriesApi {
  private final Relationships relationships;
  private final PartyNames parties;
  private final AsOfResolver resolver;

  RelationshipQueriesApi(Relationships relationships, PartyNames parties, AsOfResolver resolver) {
    this.relationships = relationships;
    this.parties = parties;
    this.resolver = resolver;
  }

  /**
   * The pairs that have relations, cooperations or contacts by the day, by their ids. {@code from}
   * and {@code to} keep those whose relations stood as asked for on some day of that span and, of
   * pairs without any, those who cooperated or met in it.
   */
  @GetMapping("/api/relationships")
  Page<RelationshipView> list(
      @RequestParam(required = false) @Nullable List<String> party,
      @Parameter(schema = @Schema(implementation = RelationsStatus.class))
          @RequestParam(required = false)
          @Nullable String relations,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    return relationships.list(
        list.selecting(
            false,
            parties.filter("party", party, asOf, list),
            choice("relations", relations, RelationsStatus.class)),
        asOf);
  }

  @GetMapping("/api/relationships/{a}/{b}")
  Answer<RelationshipView> one(
      @PathVariable String a, @PathVariable String b, @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    return new Answer<>(relationships.of(pair(a, b, asOf), asOf), asOf);
  }

  /**
   * How the two stood to each other over all of valid time, as known at the point asked for; all of
   * it in one page where no limit is asked for.
   */
  @GetMapping("/api/relationships/{a}/{b}/history")
  Page<Segment> history(
      @PathVariable String a,
      @PathVariable String b,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    Pair pair = pair(a, b, asOf);
    return new Segments(pair, relationships.history(pair, asOf), asOf).page(list);
  }

  private Pair pair(String a, String b, AsOf asOf) {
    return new Pair(parties.registered(a, asOf), parties.registered(b, asOf));
  }
}
