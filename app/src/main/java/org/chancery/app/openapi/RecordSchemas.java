package org.chancery.app.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.command.CreationCommands;
import org.chancery.journal.json.Forms;
import org.chancery.shared.Problem;
import org.chancery.shared.entry.EntryCommand;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.PreferAccount;
import org.chancery.shared.entry.EntryCommand.RecordAccount;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/** Makes schemas of records as the ledger's JSON writes them, which springdoc cannot know. */
final class RecordSchemas implements ModelConverter {
  private static final String SHARED = "org.chancery.shared.";
  private static final String ORDER = "x-order";

  private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> next) {
    JavaType type = TypeFactory.defaultInstance().constructType(annotated.getType());
    Class<?> raw = type.getRawClass();
    Optional<Schema<?>> value = ValueSchemas.of(raw);
    if (value.isPresent()) {
      return value.get();
    }
    if (raw == List.class) {
      Schema<?> list = new JsonSchema();
      list.addType("array");
      return list.items(context.resolve(new AnnotatedType(type.getContentType())));
    }
    if (raw == Map.class) {
      return new JsonSchema().typesItem("object");
    }
    if (raw.isRecord() && raw.getName().startsWith("org.chancery.")) {
      return reference(type, context);
    }
    if (Forms.has(raw)) {
      return forms(raw, context);
    }
    return next.hasNext() ? next.next().resolve(annotated, context, next) : null;
  }

  private static Schema<?> forms(Class<?> type, ModelConverterContext context) {
    Schema<?> forms = new JsonSchema();
    Forms.of(type).forEach(form -> forms.addAnyOfItem(context.resolve(new AnnotatedType(form))));
    return forms;
  }

  private Schema<?> reference(JavaType type, ModelConverterContext context) {
    String name = name(type);
    if (!context.getDefinedModels().containsKey(name)) {
      Schema<?> schema = new JsonSchema().typesItem("object");
      context.defineModel(name, schema); // before its parts, which may name it
      if (EntryCommand.class.isAssignableFrom(type.getRawClass())) {
        CorrectionSchemas.describe(type.getRawClass(), schema);
      } else {
        addComponents(type, schema, context);
      }
      addOfCommand(type.getRawClass(), schema, context);
      keepOrder(schema);
    }
    return new JsonSchema().$ref(name);
  }

  /** The document sorts all names, and a form has its fields in their own order. */
  private static void keepOrder(Schema<?> schema) {
    if (schema.getProperties() != null) {
      schema.addExtension(ORDER, List.copyOf(schema.getProperties().keySet()));
    }
  }

  private String name(JavaType type) {
    String name = SchemaNames.of(type);
    Class<?> other = named.putIfAbsent(name, type.getRawClass());
    if (other != null && other != type.getRawClass()) {
      throw new IllegalStateException("%s and %s share a name".formatted(other, type));
    }
    return name;
  }

  private static void addComponents(
      JavaType type, Schema<?> schema, ModelConverterContext context) {
    for (RecordComponent component : type.getRawClass().getRecordComponents()) {
      JavaType its =
          TypeFactory.defaultInstance()
              .resolveMemberType(component.getGenericType(), type.getBindings());
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        addComponents(its, schema, context);
      } else if (!component.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
        Schema<?> part = own(context.resolve(new AnnotatedType(its)));
        schema.addProperty(component.getName(), isNullable(component) ? orNull(part) : part);
        if (isRequired(component)) {
          schema.addRequiredItem(component.getName());
        }
      }
    }
  }

  /** A command comes with what it rests on, takes nothing it does not know, and may lack its id. */
  private static void addOfCommand(Class<?> type, Schema<?> schema, ModelConverterContext context) {
    if (LedgerCommand.class.isAssignableFrom(type)) {
      schema
          .addProperty("provenance", context.resolve(new AnnotatedType(Provenance.class)))
          .addRequiredItem("provenance")
          .additionalProperties(type == CorrectEntry.class || type == RecordAccount.class);
    }
    if (CreationCommands.include(type)) {
      schema.getRequired().remove(type.getRecordComponents()[0].getName());
    }
  }

  private static Schema<?> orNull(Schema<?> schema) {
    if (schema.get$ref() == null && schema.getTypes() == null && schema.getEnum() == null) {
      return schema; // anything, so null too
    }
    if (schema.get$ref() != null || schema.getEnum() != null) {
      return new JsonSchema().addAnyOfItem(schema).addAnyOfItem(new JsonSchema().typesItem("null"));
    }
    schema.addType("null");
    return schema;
  }

  /** The context hands out the same again, and each is described by its place. */
  private static Schema<?> own(Schema<?> schema) {
    return AnnotationsUtils.clone(schema, true);
  }

  /** Answers keep their shape; what is handed in may leave out what says nothing. */
  private static boolean isRequired(RecordComponent component) {
    Class<?> home = component.getDeclaringRecord();
    boolean handedIn = home.getName().startsWith(SHARED) && home != Problem.class;
    boolean choice =
        LedgerCommand.class.isAssignableFrom(home) && component.getType().isPrimitive();
    return !handedIn || !(component.getType() == List.class || choice || isNullable(component));
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** What is handed in to correct an entry: its fields are those of the command that made it. */
  static final class CorrectionSchemas {

    private CorrectionSchemas() {}

    static void describe(Class<?> command, Schema<?> schema) {
      schema.addProperty("entry", entry("The entry")).addRequiredItem("entry");
      if (command == PreferAccount.class) {
        schema.addProperty("account", entry("The account")).addRequiredItem("account");
      }
      if (command == RecordAccount.class) {
        schema.addProperty("as", fields());
        schema.description(
            "Beside these, the fields as the other source has them; those left out are as in the"
                + " entry. Where it tells of the fact by another command, `as` has all fields and"
                + " the name of that `command`");
      } else {
        schema
            .addProperty("reason", new JsonSchema().typesItem("string"))
            .addRequiredItem("reason");
      }
      if (command == CorrectEntry.class) {
        schema.addProperty("as", fields());
        schema.description(
            "Beside these, the fields that change, as they should have been. A list that is given"
                + " stands in the place of the whole list; one item of it is named by a path (RFC"
                + " 6901, places from 0): `\"/stops/2\": {...}` is the third stop,"
                + " `\"/stops/2/dates\": \"2017-02-16\"` its dates, `\"/topics/-\": \"trade\"` a"
                + " topic more, `\"/stops/2\": null` takes it away; or by what it says:"
                + " `\"/participants/name=Sergei Lavrov/party\": \"RU\"`, `\"/parties/=RU\": null`."
                + " All paths name places as they were before. What changes nothing is 422"
                + " NOTHING_CHANGED");
      }
    }

    private static Schema<?> entry(String which) {
      return new JsonSchema()
          .description(which + ": its position, or the key of the command that made it")
          .addAnyOfItem(new JsonSchema().typesItem("integer"))
          .addAnyOfItem(new JsonSchema().typesItem("string"));
    }

    private static Schema<?> fields() {
      return new JsonSchema()
          .typesItem("object")
          .description("Another place for these fields, where one is itself called reason");
    }
  }
}
