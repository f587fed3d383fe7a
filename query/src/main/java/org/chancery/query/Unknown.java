package org.chancery.query;

import java.util.List;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;

/**
 * The answer where there is none: not that it never was, only that this ledger does not hold it.
 */
public final class Unknown {

  private Unknown() {}

  /** The ledger holds no such subject as of that point in both times. */
  public static ProblemException subject(String concept, String id, AsOf asOf) {
    return subject(concept, id, asOf, List.of());
  }

  /** The same, where others may have been meant. */
  public static ProblemException subject(String concept, String id, AsOf asOf, List<String> near) {
    return new ProblemException(
        Problem.of(
                RefusalCode.UNKNOWN_SUBJECT,
                "this ledger holds no %s '%s' on %s, known at position %d"
                    .formatted(concept, InvalidValue.excerpt(id), asOf.on(), asOf.position()))
            .suggesting(near));
  }
}
