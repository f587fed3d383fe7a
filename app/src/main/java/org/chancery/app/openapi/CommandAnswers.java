package org.chancery.app.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Objects;

/** What a command may be answered with. */
final class CommandAnswers {

  private CommandAnswers() {}

  static ApiResponses all() {
    ApiResponse again =
        receipt(
                "It was entered before under the same Idempotency-Key; the first answer again."
                    + " With `dryRun=true`: what would be entered, and which answers would change")
            .addHeaderObject("Idempotent-Replay", header("Always `true`"));
    Objects.requireNonNull(again.getContent().get("application/json"))
        .schema(
            new JsonSchema()
                .addAnyOfItem(new JsonSchema().$ref("Receipt"))
                .addAnyOfItem(new JsonSchema().$ref("DryRun")));
    ApiResponses answers = new ApiResponses();
    answers.addApiResponse("201", receipt("Entered, and durable"));
    answers.addApiResponse("200", again);
    Problems.add(answers, 400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 503);
    return answers;
  }

  private static ApiResponse receipt(String description) {
    MediaType receipt = new MediaType().schema(new JsonSchema().$ref("Receipt"));
    return new ApiResponse()
        .description(description)
        .addHeaderObject("Location", header("The address of the subject"))
        .addHeaderObject("ETag", header("The subject's version after it, quoted"))
        .addHeaderObject("Ledger-Position", header("The position of the last entry it made"))
        .content(new Content().addMediaType("application/json", receipt));
  }

  private static Header header(String description) {
    return new Header().description(description).schema(new JsonSchema().typesItem("string"));
  }
}
