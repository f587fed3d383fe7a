package org.chancery.app.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;

/**
 * Says what everything in the document is. An operation is described here alone; what the code says
 * of a parameter or schema goes before.
 *
 * @param all tags, operations, parameters, commands, schemas, and fields that many schemas have
 */
record Words(JsonNode all) implements GlobalOpenApiCustomizer {
  private static final String FILE = "openapi/words.yaml";
  private static final String THIS = "this";

  static Words read() {
    try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
      return new Words(Yaml.mapper().readTree(in));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void customise(OpenAPI api) {
    api.setTags(
        all.path("tags").properties().stream()
            .map(tag -> new Tag().name(tag.getKey()).description(tag.getValue().asText()))
            .toList());
    api.getPaths().values().stream()
        .map(PathItem::readOperations)
        .flatMap(List::stream)
        .forEach(this::describe);
    api.getComponents().getSchemas().forEach(this::describe);
  }

  private void describe(Operation operation) {
    JsonNode said = all.path("operations").path(operation.getOperationId());
    JsonNode command = all.path("commands").path(operation.getOperationId());
    if (said.isArray()) {
      operation.summary(said.path(0).asText()).description(said.path(1).asText());
    } else if (command.isTextual()) {
      operation.description(command.asText());
    }
    String tag = operation.getTags().getFirst();
    Stream.ofNullable(operation.getParameters())
        .flatMap(List::stream)
        .forEach(parameter -> describe(parameter, tag));
  }

  private void describe(Parameter parameter, String tag) {
    String name = parameter.getName();
    if (parameter.getDescription() == null) {
      JsonNode words = all.path("parameters");
      parameter.setDescription(first(words.path(tag + "." + name), words.path(name)));
    }
    if (!Boolean.TRUE.equals(parameter.getRequired())) {
      tellExample(parameter);
    }
  }

  /** In words: a page to try things on would fill an example in, and so ask something else. */
  private static void tellExample(Parameter parameter) {
    if (parameter.getExample() != null) {
      parameter.setDescription(
          "%s, such as `%s`".formatted(parameter.getDescription(), parameter.getExample()));
      parameter.setExample(null);
    }
  }

  private void describe(String name, Schema<?> schema) {
    String plain = name.replaceFirst("(?<=.)(Page|Answer)$", "");
    JsonNode own = all.path("schemas").path(name);
    JsonNode base = all.path("schemas").path(plain);
    if (schema.getDescription() == null) {
      String said = first(own.path(THIS), all.path("commands").path(name), base.path(THIS));
      boolean page = name.endsWith("Page") && own.isMissingNode();
      schema.setDescription(page ? "A page of a list. Each item: " + said : said);
    }
    if (schema.getProperties() != null) {
      schema.getProperties().forEach((field, part) -> describe(field, part, own, base));
    }
  }

  private void describe(String field, Schema<?> part, JsonNode own, JsonNode base) {
    String said = first(own.path(field), base.path(field), all.path("fields").path(field));
    if (part.get$ref() == null && said != null) {
      String form = part.getDescription();
      part.setDescription(form == null ? said : said + " " + form);
    }
  }

  private static @Nullable String first(JsonNode... words) {
    return Stream.of(words)
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .findFirst()
        .orElse(null);
  }
}
