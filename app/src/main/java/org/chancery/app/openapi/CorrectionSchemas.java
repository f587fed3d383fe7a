package org.chancery.app.openapi;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;

/** What is handed in to correct an entry: its fields are those of the command that made it. */
final class CorrectionSchemas {

  private CorrectionSchemas() {}

  static void describe(Class<?> command, Schema<?> schema) {
    schema
        .addProperty("entry", entry())
        .addRequiredItem("entry")
        .addProperty("reason", new JsonSchema().typesItem("string"))
        .addRequiredItem("reason");
    if (command == CorrectEntry.class) {
      schema.addProperty("as", fields());
      schema.description(
          "Beside these, the fields that change, as they should have been. A list that is given"
              + " stands in the place of the whole list; one item of it is named by a path (RFC 6901,"
              + " places from 0): `\"/stops/2\": {...}` is the third stop, `\"/stops/2/dates\":"
              + " \"2017-02-16\"` its dates, `\"/topics/-\": \"trade\"` a topic more, `\"/stops/2\":"
              + " null` takes it away; or by what it says: `\"/participants/name=Sergei Lavrov/party\":"
              + " \"RU\"`, `\"/parties/=RU\": null`. All paths name places as they were before. What"
              + " changes nothing is 422 NOTHING_CHANGED");
    }
  }

  private static Schema<?> entry() {
    return new JsonSchema()
        .description("The entry: its position, or the key of the command that made it")
        .addAnyOfItem(new JsonSchema().typesItem("integer"))
        .addAnyOfItem(new JsonSchema().typesItem("string"));
  }

  private static Schema<?> fields() {
    return new JsonSchema()
        .typesItem("object")
        .description("Another place for these fields, where one is itself called reason");
  }
}
