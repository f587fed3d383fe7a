package org.chancery.app.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;

/** Many commands in one request, a line each. */
final class BulkOperation {
  private static final String NDJSON = "application/x-ndjson";

  private BulkOperation() {}

  static Operation of(Examples examples) {
    ApiResponses answers = new ApiResponses();
    answers.addApiResponse(
        "200",
        new ApiResponse()
            .description(
                "A line per line, in order: a Receipt with `line` and `status`, or a Problem with"
                    + " `line`. A refused line does not stop the rest. Where the lines break off,"
                    + " the last answer is a Problem BROKEN_OFF with the `line` in which they did;"
                    + " what is answered before it stands")
            .content(lines("Answers, a line of JSON each", "{\"line\":1,\"status\":201}")));
    Problems.add(answers, 401, 403, 405, 406, 415, 422);
    return new Operation()
        .operationId("bulk")
        .tags(List.of("bulk"))
        .requestBody(
            new RequestBody()
                .required(true)
                .content(
                    lines(
                        "Commands, a line of JSON each: `command` names it, `id` is its"
                            + " idempotency key, the rest is as in its own request",
                        examples.firstLines())))
        .responses(answers)
        .addSecurityItem(ReadOperations.token());
  }

  private static Content lines(String description, String example) {
    return new Content()
        .addMediaType(
            NDJSON,
            new MediaType()
                .schema(
                    new JsonSchema().typesItem("string").format("binary").description(description))
                .example(example));
  }
}
