package org.chancery.app.openapi;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.shared.ProblemCode;

/** The codes by which programs tell problems apart. No enum, for there may be further ones. */
final class ProblemCodes {
  private static final String EXTENSIBLE = "x-extensible-enum";

  private ProblemCodes() {}

  static void describe(Schema<?> problem) {
    // One of its own: other properties have the same.
    Schema<?> code = AnnotationsUtils.clone(problem.getProperties().get("code"), true);
    problem.addProperty("code", code);
    List<ProblemCode> all =
        ProblemCode.all().stream().sorted(Comparator.comparing(ProblemCode::name)).toList();
    code.setDescription(
        all.stream()
            .map(each -> "\n- `%s` (%d): %s".formatted(each.name(), each.status(), each.meaning()))
            .collect(Collectors.joining("", "Stable, for programs. Known codes:\n", "")));
    code.setExample("NOT_YET");
    code.setExtensions(Map.of(EXTENSIBLE, all.stream().map(ProblemCode::name).toList()));
  }
}
