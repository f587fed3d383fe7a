package org.chancery.app.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.chancery.query.AsOfAnswer;
import org.chancery.query.OfSubject;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;

/** What the headers of an answer say. */
final class AnswerHeaders {

  private AnswerHeaders() {}

  static void add(ApiResponse answer, HandlerMethod handler) {
    ResolvableType type = ResolvableType.forMethodReturnType(handler.getMethod());
    if (AsOfAnswer.class.isAssignableFrom(type.toClass())) {
      add(answer, "Ledger-Behind", "Positions of entries that the answer lacks, where it does");
    }
    if (OfSubject.class.isAssignableFrom(type.getGeneric(0).toClass())) {
      add(answer, "Ledger-Version", "The subject's version as known then");
      add(answer, "ETag", "Begins with that version, for If-Match; changes with the answer");
    }
    if (answer.getContent() != null && answer.getContent().containsKey("text/csv")) {
      add(answer, "Ledger-Next", "The cursor of the next page, where there is one");
      add(answer, "Ledger-Total", "How many entries there are on all pages");
      add(answer, "Ledger-Position", "The position as of which the table holds");
    }
  }

  static void add(ApiResponse answer, String name, String description) {
    answer.addHeaderObject(
        name, new Header().description(description).schema(new JsonSchema().typesItem("string")));
  }
}
