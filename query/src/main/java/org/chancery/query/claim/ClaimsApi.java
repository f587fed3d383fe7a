package org.chancery.query.claim;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.Disputed;
import org.chancery.query.account.Accounts;
import org.chancery.query.statement.StatementView;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.chancery.shared.Subject;
import org.chancery.shared.claim.StatedClaim;
import org.chancery.shared.statement.StatementEvent;
import org.chancery.shared.time.EdtfSpan;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Claims over REST. */
@RestController
class ClaimsApi {
  private final ContactClaims contacts;
  private final OfficialClaims officials;
  private final StateClaims states;
  private final CountClaims counts;
  private final ReadModel<StatementView> statements;
  private final Accounts accounts;
  private final AsOfResolver resolver;

  ClaimsApi(
      ContactClaims contacts,
      OfficialClaims officials,
      StateClaims states,
      CountClaims counts,
      ReadModel<StatementView> statements,
      Accounts accounts,
      AsOfResolver resolver) {
    this.contacts = contacts;
    this.officials = officials;
    this.states = states;
    this.counts = counts;
    this.statements = statements;
    this.accounts = accounts;
    this.resolver = resolver;
  }

  /**
   * Holds a claim against what is on record, as of both times. Nothing is recorded. Silence of the
   * ledger is told as such, and never as a contradiction.
   */
  @PostMapping(path = "/api/claims/check", consumes = MediaType.APPLICATION_JSON_VALUE)
  Answer<CheckedClaim> check(
      @RequestBody StatedClaim claim, @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    return checked(claim, asOf);
  }

  /**
   * Holds what a statement claims against what is on record, as above. 404 where no such statement
   * is known by then, or it claims nothing that could be checked.
   */
  @GetMapping("/api/statements/{id}/claim")
  Answer<CheckedClaim> ofStatement(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    Subject subject = new Subject(StatementEvent.CONCEPT, id);
    StatedClaim claim =
        statements
            .at(subject.toString(), onceMade(asOf))
            .orElseThrow(() -> Answer.none(statements, "statement", subject, asOf))
            .claim();
    if (claim == null) {
      throw new ProblemException(
          Problem.of(RequestCode.NOT_FOUND, "the statement claims nothing that could be checked"));
    }
    Answer<CheckedClaim> checked = checked(claim, asOf);
    List<Disputed> differing = accounts.of(subject, asOf);
    return differing.isEmpty()
        ? checked
        : new Answer<>(checked.view().disputed(), asOf)
            .telling(Stream.concat(differing.stream(), checked.accounts().stream()).toList());
  }

  /** With the accounts that differ of what the verdict rests on. */
  private Answer<CheckedClaim> checked(StatedClaim claim, AsOf asOf) {
    CheckedClaim checked = checked(ClaimFields.of(claim), asOf);
    List<Disputed> differing = accounts.of(checked.entries(), asOf);
    return new Answer<>(differing.isEmpty() ? checked : checked.disputed(), asOf)
        .telling(differing);
  }

  /** The day asked about is that of the claim; the statement may have been made after it. */
  private static AsOf onceMade(AsOf asOf) {
    return new AsOf(EdtfSpan.END.minusDays(1), asOf.knownAt(), asOf.position());
  }

  private CheckedClaim checked(ClaimFields fields, AsOf asOf) {
    return switch (fields.kind()) {
      case FIRST_CONTACT_SINCE -> contacts.firstSince(fields, asOf);
      case MET_ON -> contacts.metOn(fields, asOf);
      case FIRST_TRIP -> officials.firstTrip(fields, asOf);
      case HELD_OFFICE_ON -> officials.heldOffice(fields, asOf);
      case STATE_ON -> states.check(fields, asOf);
      case NUMBER_OF -> counts.check(fields, asOf);
    };
  }
}
