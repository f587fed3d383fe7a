package org.chancery.app.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.command.CommandNames;
import org.chancery.command.DryRun;
import org.chancery.command.Receipt;
import org.chancery.shared.Problem;
import org.chancery.shared.entry.LedgerCommand;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Puts a path for each command in the place of the one endpoint that takes them all. */
final class CommandPaths implements GlobalOpenApiCustomizer {
  private static final String ENDPOINT = "/api/commands";
  private static final String ANY = ENDPOINT + "/{command}";

  private static final Map<String, String> HEADERS =
      Map.of(
          "dryRun", "`true` decides, answers what would be entered (DryRun), and enters nothing",
          "Idempotency-Key", "Makes a retry safe: the same key enters nothing twice",
          "If-Match", "The version that the subject must have, quoted as in its ETag; or * for any",
          "Correlation-Id", "The larger undertaking that the command belongs to");

  private final Examples examples = Examples.read();

  @Override
  public void customise(OpenAPI api) {
    Paths paths = api.getPaths();
    List<Parameter> headers = headers(Objects.requireNonNull(paths.remove(ANY)).getPost());
    paths.remove(ENDPOINT);
    define(api, Problem.class);
    define(api, Receipt.class);
    define(api, DryRun.class);
    answersOf(Objects.requireNonNull(api.getComponents().getSchemas().get("DryRun")));
    ProblemCodes.describe(Objects.requireNonNull(api.getComponents().getSchemas().get("Problem")));
    paths.addPathItem(ENDPOINT, new PathItem().post(BulkOperation.of(examples)));
    for (Class<? extends LedgerCommand> command : CommandNames.all()) {
      define(api, command);
      paths.addPathItem(
          ENDPOINT + "/" + command.getSimpleName(),
          new PathItem().post(operation(command, headers)));
    }
  }

  /** They are those of the other side, which the commands' side does not know. */
  private static void answersOf(Schema<?> dryRun) {
    Schema<?> answers = Objects.requireNonNull(dryRun.getProperties().get("answers"));
    answers.setItems(new JsonSchema().$ref("ChangedAnswer"));
  }

  private static void define(OpenAPI api, Type type) {
    ModelConverters.getInstance(true)
        .readAllAsResolvedSchema(new AnnotatedType(type))
        .referencedSchemas
        .forEach(api.getComponents()::addSchemas);
  }

  private static List<Parameter> headers(Operation any) {
    return any.getParameters().stream()
        .filter(parameter -> HEADERS.containsKey(parameter.getName()))
        .map(parameter -> parameter.description(HEADERS.get(parameter.getName())))
        .toList();
  }

  private Operation operation(Class<? extends LedgerCommand> command, List<Parameter> headers) {
    String name = command.getSimpleName();
    return new Operation()
        .operationId(name)
        .summary(name.replaceAll("(?<=[a-z])(?=[A-Z])", " "))
        .tags(List.of(concept(command)))
        .parameters(headers)
        .requestBody(body(name))
        .responses(CommandAnswers.all())
        .addSecurityItem(ReadOperations.token());
  }

  private static String concept(Class<?> command) {
    String home = command.getPackageName();
    return home.substring(home.lastIndexOf('.') + 1);
  }

  private RequestBody body(String command) {
    MediaType json =
        new MediaType().schema(new JsonSchema().$ref(command)).example(examples.of(command));
    return new RequestBody()
        .required(true)
        .content(new Content().addMediaType("application/json", json));
  }

  /** Many commands in one request, a line each. */
  static final class BulkOperation {
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
                      + " the last answer is a Problem BROKEN_OFF with the `line` in which they"
                      + " did; what is answered before it stands")
              .content(lines("Answers, a line of JSON each", "{\"line\":1,\"status\":201}")));
      Problems.add(answers, 401, 403, 405, 406, 415, 421, 422);
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
                      new JsonSchema()
                          .typesItem("string")
                          .format("binary")
                          .description(description))
                  .example(example));
    }
  }

  /** What a command may be answered with. */
  static final class CommandAnswers {

    private CommandAnswers() {}

    static ApiResponses all() {
      ApiResponse again =
          receipt(
                  "It was entered before under the same Idempotency-Key; the first answer again."
                      + " With `dryRun=true`: what would be entered, and which answers would"
                      + " change")
              .addHeaderObject("Idempotent-Replay", header("Always `true`"));
      Objects.requireNonNull(again.getContent().get("application/json"))
          .schema(
              new JsonSchema()
                  .addAnyOfItem(new JsonSchema().$ref("Receipt"))
                  .addAnyOfItem(new JsonSchema().$ref("DryRun")));
      ApiResponses answers = new ApiResponses();
      answers.addApiResponse("201", receipt("Entered, and durable"));
      answers.addApiResponse("200", again);
      Problems.add(answers, 400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 421, 422, 503);
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
}
