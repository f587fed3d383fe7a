package org.chancery.shared;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The catalogue of problems: REST answers with these codes, and the OpenAPI document and the
 * glossary list them from here. Codes are permanent, for programs outside branch on them.
 */
public sealed interface ProblemCode permits RefusalCode, RequestCode {

  String name();

  /** The HTTP status that it is answered with, unless the place of a fault calls for another. */
  int status();

  /** When it is answered, in a clause, with code in backticks. */
  String meaning();

  /** All codes, those of refusals first. */
  static List<ProblemCode> all() {
    return Stream.<ProblemCode>concat(
            Arrays.stream(RefusalCode.values()), Arrays.stream(RequestCode.values()))
        .toList();
  }
}
