package org.chancery.app.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
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
}
