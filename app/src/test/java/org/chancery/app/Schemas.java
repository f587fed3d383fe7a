package org.chancery.app;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.chancery.journal.json.LedgerJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Judges JSON by the schemas of the document, with no field that they do not name. */
final class Schemas {
  private static final JsonMapper MAPPER = LedgerJson.mapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final ObjectNode components;

  Schemas(JsonNode document) {
    components = (ObjectNode) document.path("components").deepCopy();
    components.path("schemas").forEach(Schemas::close);
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.has("properties")
        && !object.path("additionalProperties").asBoolean(false)) {
      object.put("additionalProperties", false);
    }
  }

  /** What is wrong with the JSON by the schema. */
  List<String> faults(JsonNode schema, JsonNode json) {
    ObjectNode whole = MAPPER.createObjectNode();
    whole.setAll((ObjectNode) schema);
    whole.set("components", components);
    return REGISTRY.getSchema(whole).validate(json).stream().map(Error::toString).toList();
  }
}
