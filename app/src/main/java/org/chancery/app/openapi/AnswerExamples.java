package org.chancery.app.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;

/**
 * Shows what the main questions are answered with.
 *
 * @param byPath the answers, by the paths in the document
 */
record AnswerExamples(JsonNode byPath) implements GlobalOpenApiCustomizer {
  private static final String FILE = "openapi/answers.json";

  static AnswerExamples read() {
    try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
      return new AnswerExamples(new ObjectMapper().readTree(in));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void customise(OpenAPI api) {
    byPath
        .properties()
        .forEach(shown -> show(api.getPaths().get(shown.getKey()), shown.getValue()));
  }

  private static void show(@Nullable PathItem path, JsonNode example) {
    ApiResponse answer =
        Objects.requireNonNull(path, "an example of nothing").getGet().getResponses().get("200");
    Objects.requireNonNull(answer)
        .getContent()
        .forEach((type, content) -> show(type, content, example));
  }

  private static void show(String type, MediaType content, JsonNode example) {
    if (type.equals("application/json")) {
      content.example(example);
    }
  }
}
