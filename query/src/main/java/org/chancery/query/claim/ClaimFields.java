package org.chancery.query.claim;

import java.util.List;
import org.chancery.query.Filter;
import org.chancery.query.Parameters;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.claim.ClaimKind;
import org.chancery.shared.claim.StatedClaim;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** The fields of a claim, which is well-formed. */
record ClaimFields(ClaimKind kind, StatedClaim claim) {

  /** Fails with all faults of its form: a field is missing, or is not of its kind. */
  static ClaimFields of(StatedClaim claim) {
    List<InvalidValue> faults = claim.faults();
    List<RefusalCode> codes = faults.stream().map(InvalidValue::code).distinct().toList();
    Filter.fail(
        codes.size() == 1 ? codes.getFirst() : RefusalCode.INVALID_FIELDS,
        faults.stream().map(each -> new Fault("/" + each.field(), each.reason())).toList());
    return new ClaimFields(ClaimKind.named(claim.claim()).orElseThrow(), claim);
  }

  /** A field that the claim must have. */
  static String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw missing(field);
    }
    return value.strip();
  }

  static ProblemException missing(String field) {
    return Filter.fault(field, "is missing");
  }

  /** A date or span (EDTF). */
  static EdtfSpan span(String field, @Nullable String text) {
    String given = required(field, text);
    return Parameters.in(field, () -> EdtfSpan.parse(given));
  }

  static @Nullable EdtfSpan spanIfGiven(String field, @Nullable String text) {
    return text == null || text.isBlank() ? null : span(field, text);
  }
}
