package org.chancery.app.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.query.AsOfAnswer;
import org.chancery.query.CsvTable;
import org.chancery.query.Floor;
import org.chancery.query.GeoJson;
import org.chancery.query.OfSubject;
import org.chancery.query.TableForm;
import org.chancery.query.Tabular;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Completes what springdoc reads off the endpoints of the query side. */
final class ReadOperations implements GlobalOperationCustomizer {
  private static final String QUERIES = "org.chancery.query.";
  private static final String EVENTS = "text/event-stream";

  /** What is held against the seal before it is answered. */
  private static final Set<String> SEALED = Set.of("proof", "export");

  /** Methods that give a list in another form. */
  private static final Set<String> FORMS = Set.of("csv", "text", "atom", "cloudEvents");

  private static final Set<String> ADMIN = Set.of("parked", "replay");

  /** What a client takes for text or JSON; it gives anything else as bytes. */
  private static final Pattern OF_OTHERS = Pattern.compile("application/(?!problem).*\\+json");

  private static final Pattern LEGIBLE = Pattern.compile("application/(problem\\+)?json|text/.*");

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    String home = handler.getBeanType().getPackageName();
    if (home.startsWith(QUERIES)) {
      String concept = home.substring(QUERIES.length());
      operation.setTags(List.of(ADMIN.contains(concept) ? "admin" : concept));
      operation.setOperationId(concept + "-" + name(handler));
      Problems.add(operation.getResponses(), 400, 401, 404, 405, 406, 421, 422, 503);
      if (SEALED.contains(concept)) {
        Problems.add(operation.getResponses(), 409, "The journal is not as it was sealed");
      }
      tellForms(operation, handler);
      operation.getResponses().values().stream()
          .filter(answer -> !isProblem(answer))
          .forEach(answer -> AnswerHeaders.add(answer, handler));
      tellEnd(operation, handler);
      Stream.ofNullable(operation.getParameters())
          .flatMap(List::stream)
          .map(parameter -> parameter.getSchema().getTypes())
          .forEach(types -> types.remove("null")); // left out, a parameter is not null
      if (takesPoint(operation)) {
        operation.addParametersItem(floor());
      }
      operation.getResponses().values().forEach(answer -> describe(answer.getContent()));
      operation.setSecurity(List.of(new SecurityRequirement(), token()));
      if (handler.hasMethodAnnotation(PostMapping.class)) {
        Problems.add(operation.getResponses(), 403, 409, 415);
        operation.setSecurity(List.of(token()));
      }
    }
    return operation;
  }

  private static void tellEnd(Operation operation, HandlerMethod handler) {
    if (handler.getMethod().getReturnType() == ResponseEntity.class && isStream(operation)) {
      operation
          .getResponses()
          .addApiResponse("204", new ApiResponse().description("Nothing is left to tell"));
    }
  }

  /** Every list is had as a table too; which form is asked for, a parameter says as well. */
  private static void tellForms(Operation operation, HandlerMethod handler) {
    Class<?> answer = handler.getMethod().getReturnType();
    if (Tabular.class.isAssignableFrom(answer)) {
      Objects.requireNonNull(operation.getResponses().get("200"))
          .getContent()
          .computeIfAbsent(CsvTable.TYPE, _ -> new MediaType());
      tellForms(operation, TableForm.CHOICES);
    } else if (answer == GeoJson.class) {
      tellForms(operation, List.of(GeoJson.CHOICE));
    }
  }

  @SuppressWarnings("unchecked")
  private static void tellForms(Operation operation, List<String> forms) {
    Optional<Parameter> known =
        Stream.ofNullable(operation.getParameters())
            .flatMap(List::stream)
            .filter(each -> each.getName().equals(TableForm.PARAMETER))
            .findFirst();
    if (known.isEmpty()) {
      operation.addParametersItem(
          new QueryParameter()
              .name(TableForm.PARAMETER)
              .schema(new JsonSchema().typesItem("string")._enum(List.copyOf(forms))));
    } else {
      Schema<Object> schema = known.get().getSchema();
      schema.setEnum(Stream.concat(schema.getEnum().stream(), forms.stream()).distinct().toList());
    }
  }

  /** A list is one operation, in whichever form it is asked for. */
  private static String name(HandlerMethod handler) {
    String name = handler.getMethod().getName();
    return FORMS.contains(name) ? "list" : name;
  }

  private static boolean isProblem(ApiResponse answer) {
    return answer.getContent() != null
        && answer.getContent().containsKey("application/problem+json");
  }

  private static boolean isStream(Operation operation) {
    return operation.getResponses().values().stream()
        .map(ApiResponse::getContent)
        .anyMatch(content -> content != null && content.containsKey(EVENTS));
  }

  private static void describe(@Nullable Content content) {
    if (content == null) {
      return;
    }
    describeStream(content);
    // Each a schema of its own: the forms of one answer share theirs.
    content.replaceAll(
        (type, answer) ->
            new MediaType().example(answer.getExample()).schema(schema(type, answer.getSchema())));
  }

  private static @Nullable Schema<?> schema(String type, @Nullable Schema<?> schema) {
    if (type.startsWith("text/") && !type.equals(EVENTS)) {
      return new JsonSchema().typesItem("string");
    }
    if (OF_OTHERS.matcher(type).matches()) {
      return new JsonSchema().typesItem(type.contains("batch") ? "array" : "object");
    }
    if (!LEGIBLE.matcher(type).matches()) {
      return new JsonSchema().typesItem("string").format("binary");
    }
    return schema == null || schema.getOneOf() == null // a list, or its groups
        ? schema
        : new JsonSchema().anyOf(schema.getOneOf());
  }

  private static void describeStream(Content content) {
    MediaType stream = content.get(EVENTS);
    if (stream != null) {
      content.keySet().retainAll(Set.of(EVENTS)); // answered so, whatever is accepted
      stream.setSchema(
          new JsonSchema()
              .typesItem("string")
              .description("Events with JSON as `data`; `id` is what Last-Event-ID goes on from"));
    }
  }

  private static boolean takesPoint(Operation operation) {
    return Stream.ofNullable(operation.getParameters())
        .flatMap(List::stream)
        .anyMatch(parameter -> parameter.getName().equals("minPosition"));
  }

  private static Parameter floor() {
    return new HeaderParameter()
        .name(Floor.HEADER)
        .description(
            "The largest Ledger-Position that was answered before, by whichever server: as"
                + " minPosition, where all that is known is asked")
        .schema(new JsonSchema().typesItem("integer").format("int64"));
  }

  static SecurityRequirement token() {
    return new SecurityRequirement().addList(OpenApiConfiguration.TOKEN);
  }

  /** What the headers of an answer say. */
  static final class AnswerHeaders {
    /** Forms of a page that have no room for its cursor. */
    private static final Set<String> PAGED =
        Set.of("text/csv", "text/calendar", "application/cloudevents-batch+json");

    private AnswerHeaders() {}

    static void add(ApiResponse answer, HandlerMethod handler) {
      ResolvableType type = ResolvableType.forMethodReturnType(handler.getMethod());
      if (AsOfAnswer.class.isAssignableFrom(type.toClass())) {
        add(answer, "Ledger-Position", "The position as of which it holds");
        add(answer, "Ledger-Behind", "Positions of entries that the answer lacks, where it does");
      }
      if (OfSubject.class.isAssignableFrom(type.getGeneric(0).toClass())) {
        add(answer, "Ledger-Version", "The subject's version as known then");
        add(answer, "ETag", "Begins with that version, for If-Match; changes with the answer");
      }
      if (answer.getContent() != null && answer.getContent().containsKey(CsvTable.TYPE)) {
        add(answer, "Link", "Of a table, the address of the next page, where there is one");
      }
      if (answer.getContent() != null
          && answer.getContent().keySet().stream().anyMatch(PAGED::contains)) {
        add(answer, "Ledger-Next", "The cursor of the next page, where there is one");
        add(answer, "Ledger-Total", "How many there are on all pages");
        add(answer, "Ledger-Disputed", "Of how many accounts differ, where they do of any");
        add(answer, "Ledger-Position", "The position as of which the page holds");
      }
    }

    static void add(ApiResponse answer, String name, String description) {
      answer.addHeaderObject(
          name, new Header().description(description).schema(new JsonSchema().typesItem("string")));
    }
  }
}
