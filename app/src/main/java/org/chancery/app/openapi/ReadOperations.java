package org.chancery.app.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Completes what springdoc reads off the endpoints of the query side. */
final class ReadOperations implements GlobalOperationCustomizer {
  private static final String QUERIES = "org.chancery.query.";
  private static final String EVENTS = "text/event-stream";

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    String home = handler.getBeanType().getPackageName();
    if (home.startsWith(QUERIES)) {
      String concept = home.substring(QUERIES.length());
      operation.setTags(List.of(concept));
      operation.setOperationId(concept + "-" + handler.getMethod().getName());
      Problems.add(operation.getResponses(), 400, 401, 404, 422, 503);
      Stream.ofNullable(operation.getParameters())
          .flatMap(List::stream)
          .map(parameter -> parameter.getSchema().getTypes())
          .forEach(types -> types.remove("null")); // left out, a parameter is not null
      operation.getResponses().values().forEach(answer -> describeStream(answer.getContent()));
      operation.setSecurity(List.of(new SecurityRequirement(), token()));
      if (handler.hasMethodAnnotation(PostMapping.class)) {
        Problems.add(operation.getResponses(), 403, 409, 415);
        operation.setSecurity(List.of(token()));
      }
    }
    return operation;
  }

  private static void describeStream(Map<String, MediaType> content) {
    MediaType stream = content.get(EVENTS);
    if (stream != null) {
      stream.setSchema(
          new JsonSchema()
              .typesItem("string")
              .description("Events with JSON as `data`; `id` is what Last-Event-ID goes on from"));
    }
  }

  static SecurityRequirement token() {
    return new SecurityRequirement().addList(OpenApiConfiguration.TOKEN);
  }
}
