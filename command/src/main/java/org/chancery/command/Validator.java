package org.chancery.command;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.journal.json.Forms;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.precondition.Require;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds every fault of content that does not read as the record it should be. */
final class Validator {
  private final JsonMapper mapper;
  private final Violations faults;

  Validator(JsonMapper mapper, Violations faults) {
    this.mapper = mapper;
    this.faults = faults;
  }

  /** Looks into the parts first: a whole is at fault by itself only where its parts are not. */
  void search(JsonNode node, Type type, String pointer) {
    if (faults.isFull()) {
      return;
    }
    if (type instanceof Class<?> whole && Forms.has(whole) && !node.isNull()) {
      searchForms(node, whole, pointer);
      return;
    }
    int before = faults.count();
    if (node.isNull()) {
      addMissing(pointer);
    } else if (type instanceof Class<?> whole && isOfFields(whole) && node.isObject()) {
      searchFields(node, whole.getRecordComponents(), pointer);
    } else if (type instanceof ParameterizedType list && node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        search(node.get(i), list.getActualTypeArguments()[0], pointer + "/" + i);
      }
    }
    if (faults.count() == before) {
      searchWhole(node, type, pointer);
    }
  }

  /** As the form that fits; where none does, all of them are told. */
  private void searchForms(JsonNode node, Class<?> type, String pointer) {
    Forms.of(type, node)
        .ifPresentOrElse(
            form -> search(node, form, pointer),
            () ->
                faults.add(RefusalCode.INVALID_FIELDS, pointer, "must be " + Forms.expected(type)));
  }

  private static boolean isOfFields(Class<?> type) {
    return type.isRecord() && !LedgerJson.isOneValue(type);
  }

  private void searchFields(JsonNode node, RecordComponent[] components, String pointer) {
    List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        faults.add(RefusalCode.INVALID_FIELDS, Items.at(pointer, name), "there is no such field");
      }
    }
    for (RecordComponent component : components) {
      JsonNode value = node.path(component.getName());
      if (!value.isMissingNode() && !value.isNull()) {
        searchField(value, component, Items.at(pointer, component.getName()));
      } else if (isRequired(component)) {
        addMissing(Items.at(pointer, component.getName()));
      }
    }
  }

  private void searchField(JsonNode value, RecordComponent component, String pointer) {
    if (component.getType() == String.class && value.isString()) {
      searchText(value.asString(), component, pointer);
    } else {
      search(value, component.getGenericType(), pointer);
    }
  }

  /** Records check their texts one after the other, so the first at fault would hide the rest. */
  private void searchText(String text, RecordComponent component, String pointer) {
    String name = component.getName();
    try {
      if (name.equals("reason")) {
        Require.reason(text);
      } else if (isRequired(component)) {
        Require.text(name, text);
      } else {
        Require.optionalText(name, text);
      }
    } catch (InvalidValue invalid) {
      faults.add(invalid.code(), pointer, invalid.reason());
    }
  }

  private void searchWhole(JsonNode node, Type type, String pointer) {
    try {
      mapper.readerFor(mapper.constructType(type)).readValue(node);
    } catch (JacksonException failure) {
      Violation violation = Violation.of(failure, type);
      String field = violation.field();
      String place = field == null ? pointer : pointer + "/" + field;
      faults.add(violation.code(), place, violation.message());
    }
  }

  private void addMissing(String pointer) {
    boolean reason = pointer.endsWith("/reason");
    faults.add(
        reason ? RefusalCode.REASON_REQUIRED : RefusalCode.INVALID_FIELDS, pointer, "is missing");
  }

  private static boolean isRequired(RecordComponent component) {
    return component.getType() != List.class
        && !component.getType().isPrimitive()
        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /**
   * What content of a type lacks that could not be read.
   *
   * @param field the field of which its record complains, or null where it is the whole
   */
  private record Violation(RefusalCode code, @Nullable String field, String message) {
    private static final int DEPTH = 10;

    static Violation of(Throwable failure, Type type) {
      InvalidValue invalid = invalidIn(failure, DEPTH);
      if (invalid == null) {
        return new Violation(RefusalCode.INVALID_FIELDS, null, expectation(type));
      }
      String field = invalid.field();
      return field != null && isField(type, field)
          ? new Violation(invalid.code(), field, invalid.reason())
          : new Violation(invalid.code(), null, invalid.detail());
    }

    /**
     * A record may be part of another, which was not found at fault for what it lacks. What it says
     * of a part of its own it says by a path, as in {@code claim/since}.
     */
    private static boolean isField(Type type, String path) {
      String name = path.split("/", -1)[0];
      return type instanceof Class<?> record
          && record.isRecord()
          && Arrays.stream(record.getRecordComponents())
              .anyMatch(component -> component.getName().equals(name));
    }

    private static String expectation(Type type) {
      if (type instanceof Class<?> raw && raw.isEnum()) {
        return "must be one of "
            + Arrays.stream(raw.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
      }
      if (type instanceof ParameterizedType many) {
        return many.getRawType() == Map.class ? "must be an object of texts" : "must be a list";
      }
      if (type == String.class) {
        return "must be text";
      }
      if (type == Integer.class || type == Long.class) {
        return "must be a whole number";
      }
      return type == boolean.class ? "must be true or false" : "is not of the form expected here";
    }

    private static @Nullable InvalidValue invalidIn(@Nullable Throwable failure, int depth) {
      if (failure == null || depth == 0) {
        return null;
      }
      return failure instanceof InvalidValue invalid
          ? invalid
          : invalidIn(failure.getCause(), depth - 1);
    }
  }
}
