package org.chancery.app.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.shared.RefusalCode;

/** The codes by which programs tell problems apart. No enum, for there may be further ones. */
final class ProblemCodes {

  /**
   * Those that are not about what is recorded, but about the request or the state of the ledger.
   */
  private static final List<String> OF_REQUESTS =
      List.of(
          "AS_OF_IN_FUTURE",
          "BROKEN_OFF",
          "COPY_RUNNING",
          "DATABASE_UNAVAILABLE",
          "ENTRY_ILLEGIBLE",
          "EXPECTATION_FAILED",
          "HEADER_NOT_APPLICABLE",
          "HTTP_VERSION_NOT_SUPPORTED",
          "IDEMPOTENCY_MISMATCH",
          "INTERNAL_ERROR",
          "INVALID_CURSOR",
          "INVALID_IF_MATCH",
          "INVALID_LIMIT",
          "INVALID_TREE_SIZE",
          "JOURNAL_STOPPED",
          "JOURNAL_UNAVAILABLE",
          "METHOD_NOT_ALLOWED",
          "NOT_ACCEPTABLE",
          "NOT_ALLOWED",
          "NOT_AS_SEALED",
          "NOT_FOUND",
          "NOT_IMPLEMENTED",
          "NOT_YET",
          "REPEATED_PARAMETER",
          "REPLAY_RUNNING",
          "REQUEST_TIMEOUT",
          "TOO_LARGE",
          "TOO_MANY_STREAMS",
          "UNAUTHENTICATED",
          "UNKNOWN_COMMAND",
          "UNKNOWN_NAME",
          "UNKNOWN_PARAMETER",
          "UNKNOWN_READ_MODEL",
          "UNREADABLE",
          "UNSUPPORTED_MEDIA_TYPE",
          "VERSION_CONFLICT",
          "WRONG_HOST");

  private ProblemCodes() {}

  static void describe(Schema<?> problem) {
    Schema<?> code = Objects.requireNonNull(problem.getProperties().get("code"));
    code.setDescription("Stable, for programs. Known codes: " + String.join(", ", all()));
    code.setExample("NOT_YET");
    code.addExtension("x-extensible-enum", all());
  }

  private static List<String> all() {
    Stream<String> refusals = Arrays.stream(RefusalCode.values()).map(RefusalCode::name);
    return Stream.concat(refusals, OF_REQUESTS.stream()).distinct().sorted().toList();
  }
}
