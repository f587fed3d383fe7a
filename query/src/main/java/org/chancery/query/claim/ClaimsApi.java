package org.chancery.query.claim;

import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.claim.ClaimRequest.ClaimKind;
import org.chancery.readmodel.AsOf;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
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
  private final AsOfResolver resolver;

  ClaimsApi(
      ContactClaims contacts,
      OfficialClaims officials,
      StateClaims states,
      CountClaims counts,
      AsOfResolver resolver) {
    this.contacts = contacts;
    this.officials = officials;
    this.states = states;
    this.counts = counts;
    this.resolver = resolver;
  }

  /**
   * Holds a claim against what is on record, as of both times. Nothing is recorded. Silence of the
   * ledger is told as such, and never as a contradiction.
   */
  @PostMapping(path = "/api/claims/check", consumes = MediaType.APPLICATION_JSON_VALUE)
  Answer<CheckedClaim> check(
      @RequestBody ClaimRequest claim, @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    ClaimKind kind = ClaimFields.kind(claim.claim());
    ClaimFields fields = new ClaimFields(kind, claim);
    return new Answer<>(
        switch (kind) {
          case FIRST_CONTACT_SINCE -> contacts.firstSince(fields, asOf);
          case MET_ON -> contacts.metOn(fields, asOf);
          case FIRST_TRIP -> officials.firstTrip(fields, asOf);
          case HELD_OFFICE_ON -> officials.heldOffice(fields, asOf);
          case STATE_ON -> states.check(fields, asOf);
          case NUMBER_OF -> counts.check(fields, asOf);
        },
        asOf);
  }
}
