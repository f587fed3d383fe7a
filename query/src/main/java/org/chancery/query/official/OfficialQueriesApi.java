package org.chancery.query.official;

import static org.chancery.query.Filter.choice;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Arrays;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.Filter;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.chancery.query.Unknown;
import org.chancery.query.account.AccordingTo;
import org.chancery.query.account.Accounts;
import org.chancery.query.account.Following;
import org.chancery.query.name.Vocabulary;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.Choice;
import org.chancery.shared.Subject;
import org.chancery.shared.official.OfficialEvent;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Officials over REST. */
@RestController
class OfficialQueriesApi {
  private final ReadModel<OfficialView> officials;
  private final MissionTerms missions;
  private final OfficialNames names;
  private final PartyNames parties;
  private final Vocabulary vocabulary;
  private final Accounts accounts;
  private final AsOfResolver resolver;

  OfficialQueriesApi(
      ReadModel<OfficialView> officials,
      MissionTerms missions,
      OfficialNames names,
      PartyNames parties,
      Vocabulary vocabulary,
      Accounts accounts,
      AsOfResolver resolver) {
    this.officials = officials;
    this.missions = missions;
    this.names = names;
    this.parties = parties;
    this.vocabulary = vocabulary;
    this.accounts = accounts;
    this.resolver = resolver;
  }

  /**
   * Officials by their ids; {@code name} keeps those of whose names some words begin so, {@code
   * office} and {@code party} keep those who hold it on the day or, with {@code from} or {@code
   * to}, on some day of that span, which keeps those in any office. Whom the record does not rule
   * out is kept, but where {@code held} asks for more.
   */
  @GetMapping("/api/officials")
  Page<OfficialView> list(
      @Parameter(description = "Words of a name, each perhaps only begun")
          @RequestParam(required = false)
          @Nullable String name,
      @RequestParam(required = false) @Nullable String office,
      @RequestParam(required = false) @Nullable String party,
      @Parameter(
              description =
                  "How sure it must be at least that the office is held: `yes`, `indeterminate`"
                      + " or `unknown` (default)")
          @RequestParam(required = false)
          @Nullable String held,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    FilterAttribute sure = choice("held", held, Certainty.class).asked();
    Filter of = vocabulary.filter("office", office, asOf);
    return Page.of(
        officials,
        list.selecting(
            false,
            of.faults().isEmpty() ? inOffice(of.asked(), sure, list) : of,
            names.named(name, asOf),
            parties.filter("party", party, asOf, list)),
        asOf);
  }

  /** In the office, or in some office where more than a name is asked for. */
  private static Filter inOffice(
      @Nullable FilterAttribute office, @Nullable FilterAttribute sure, ListParameters list) {
    return office == null && sure == null && !list.hasSpan()
        ? Filter.of()
        : OfficeAttributes.filter(office == null ? null : office.value(), least(sure));
  }

  private static Certainty least(@Nullable FilterAttribute sure) {
    return Arrays.stream(Certainty.values())
        .filter(least -> sure != null && Choice.text(least).equalsIgnoreCase(sure.value()))
        .findFirst()
        .orElse(Certainty.UNKNOWN);
  }

  /** The official, with all terms in office and at the head of missions. */
  @GetMapping("/api/officials/{id}")
  Answer<OfficialAnswer> one(
      @PathVariable String id,
      @ParameterObject AccordingTo whose,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    Following by = accounts.by(whose, asOf);
    OfficialView official =
        by.at(officials, new Subject(OfficialEvent.CONCEPT, id))
            .orElseThrow(() -> Unknown.subject("official", id, asOf, names.near(id, asOf)));
    return by.answer(new OfficialAnswer(official, missions.of(official.official(), by)));
  }
}
