package org.chancery.app.openapi;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.Identifier;
import org.chancery.shared.PartyId;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of what is written as one value: ids, dates and words of a fixed choice. */
final class ValueSchemas {
  private static final JsonMapper JSON = LedgerJson.mapper();
  private static final String DATE = "(" + EdtfDate.FORM.pattern() + ")";
  private static final String END = "(" + DATE + "|\\.\\.)?";

  private static final Map<Class<?>, Supplier<Schema<?>>> KNOWN =
      Map.of(
          PartyId.class,
          ValueSchemas::party,
          EdtfDate.class,
          () ->
              text(
                  "^" + DATE + "$",
                  "A date (EDTF levels 0 and 1): a day, month, season, or year of any era",
                  "2014-03"),
          EdtfSpan.class,
          () ->
              text(
                  "^(%s|%s/%s)$".formatted(DATE, END, END),
                  "A date or a span of days (EDTF), both ends included; `..` is open, nothing"
                      + " unknown",
                  "2017-02-15/2017-02-17"),
          Pair.class,
          ValueSchemas::pair);

  private ValueSchemas() {}

  /** The schema of a type, if it is written as one value. */
  static Optional<Schema<?>> of(Class<?> type) {
    if (type.isEnum() && type.getName().startsWith("org.chancery.")) {
      return Optional.of(choice(type.getEnumConstants()));
    }
    if (Identifier.class.isAssignableFrom(type) && type != PartyId.class) {
      return Optional.of(
          text("^" + Identifier.FORM.pattern() + "$", "An id, permanent", "bonn-2017-us-ru"));
    }
    return Optional.ofNullable(KNOWN.get(type)).map(Supplier::get);
  }

  /** The whole of a text of that form. */
  private static Schema<?> text(String pattern, String description, String example) {
    return new JsonSchema()
        .typesItem("string")
        .pattern(pattern)
        .description(description)
        .example(example);
  }

  private static Schema<?> party() {
    return text(
        "^[A-Za-z0-9-]{1,64}$",
        "A party by its id; in requests also by one of its ISO 3166 codes, in any case",
        "russia");
  }

  private static Schema<?> pair() {
    Schema<?> pair = new JsonSchema();
    pair.addType("array");
    return pair.items(party()).minItems(2).maxItems(2).description("Two parties, in no order");
  }

  private static Schema<?> choice(Object[] constants) {
    Schema<Object> schema = new JsonSchema();
    Arrays.stream(constants)
        .map(constant -> JSON.valueToTree(constant).asString())
        .forEach(schema::addEnumItemObject);
    return schema.typesItem("string");
  }
}
