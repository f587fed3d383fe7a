package org.chancery.query.relationship;

import static org.chancery.query.Filter.choice;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.Disputed;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.chancery.query.account.AccordingTo;
import org.chancery.query.account.Accounts;
import org.chancery.query.account.Following;
import org.chancery.query.party.PartyNames;
import org.chancery.query.relationship.RelationsView.RelationsStatus;
import org.chancery.query.relationship.RelationshipView.Segment;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.Cursor;
import org.chancery.readmodel.Selection;
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
  private final Accounts accounts;
  private final AsOfResolver resolver;

  RelationshipQueriesApi(
      Relationships relationships, PartyNames parties, Accounts accounts, AsOfResolver resolver) {
    this.relationships = relationships;
    this.parties = parties;
    this.accounts = accounts;
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
      @PathVariable String a,
      @PathVariable String b,
      @ParameterObject AccordingTo whose,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    Following by = accounts.by(whose, asOf);
    return by.answer(relationships.of(pair(a, b, asOf), by));
  }

  /**
   * How the two stood to each other over all of valid time, as known at the point asked for; all of
   * it in one page where no limit is asked for.
   */
  @GetMapping("/api/relationships/{a}/{b}/history")
  Page<Segment> history(
      @PathVariable String a,
      @PathVariable String b,
      @ParameterObject AccordingTo whose,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    Pair pair = pair(a, b, asOf);
    Following by = accounts.by(whose, asOf);
    List<Segment> all = relationships.history(pair, by);
    by.require();
    return new Segments(pair, all, whose.accordingTo(), asOf)
        .page(list)
        .telling(
            accounts.of(pair.subject(), asOf).stream().map(Disputed::subject).distinct().toList());
  }

  private Pair pair(String a, String b, AsOf asOf) {
    return new Pair(parties.registered(a, asOf), parties.registered(b, asOf));
  }

  /** The history of two parties as a list: whole where no limit is asked for. */
  private record Segments(Pair pair, List<Segment> all, @Nullable String whose, AsOf asOf) {

    Page<Segment> page(ListParameters list) {
      Selection asked = list.selecting(false);
      List<Segment> kept = all.stream().filter(segment -> overlaps(segment, asked)).toList();
      int begin = Math.min(kept.size(), begin(asked));
      int most = list.limit() == null ? kept.size() : asked.limit();
      int end = Math.min(kept.size(), begin + most);
      String next = end < kept.size() ? at(end, asked).text() : null;
      return new Page<>(kept.subList(begin, end), kept.size(), next, asOf);
    }

    private static boolean overlaps(Segment segment, Selection asked) {
      return isUpTo(segment.from(), asked.to())
          && (asked.from() == null || segment.to() == null || segment.to().isAfter(asked.from()));
    }

    private static boolean isUpTo(@Nullable LocalDate begin, @Nullable LocalDate last) {
      return begin == null || last == null || !begin.isAfter(last);
    }

    private int begin(Selection asked) {
      Cursor after = asked.after();
      if (after == null) {
        return 0;
      }
      String place = after.in(fingerprint(asked)).order();
      if (!place.matches("\\d{1,6}")) {
        throw Cursor.invalid("the cursor is not one that this ledger gave");
      }
      return Integer.parseInt(place);
    }

    private Cursor at(int place, Selection asked) {
      String subject = pair.subject().toString();
      return new Cursor(asOf, false, fingerprint(asked), Integer.toString(place), subject);
    }

    private String fingerprint(Selection asked) {
      return Cursor.fingerprint("history", pair.subject(), asked.from(), asked.to(), whose);
    }
  }
}
