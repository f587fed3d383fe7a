package org.chancery.command;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds every fault of content that does not read as the record it should be. */
final class FaultFinder {
  private static final int LIMIT = 100;

  private final JsonMapper mapper;
  private final List<Fault> faults = new ArrayList<>();
  private final List<RefusalCode> codes = new ArrayList<>();

  FaultFinder(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The problem with the content; the code is that of its only kind of fault, if it has one kind.
   */
  Problem problem() {
    List<RefusalCode> kinds = codes.stream().distinct().toList();
    RefusalCode code = kinds.size() == 1 ? kinds.getFirst() : RefusalCode.INVALID_FIELDS;
    String detail =
        faults.stream()
            .map(fault -> (fault.pointer() + ": " + fault.message()).strip())
            .collect(Collectors.joining("; "));
    return Problem.of(code, detail).with(faults);
  }

  FaultFinder search(JsonNode node, Type type, String pointer) {
    if (faults.size() >= LIMIT) {
      return this;
    }
    int before = faults.size();
    if (type instanceof Class<?> record && node.isObject() && record.isRecord()) {
      searchFields(node, record, pointer);
    } else if (type instanceof ParameterizedType list && node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        search(node.get(i), list.getActualTypeArguments()[0], pointer + "/" + i);
      }
    }
    if (faults.size() == before) {
      searchWhole(node, type, pointer);
    }
    return this;
  }

  private void searchFields(JsonNode node, Class<?> record, String pointer) {
    RecordComponent[] components = record.getRecordComponents();
    Set<String> known =
        Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        add(RefusalCode.INVALID_FIELDS, at(pointer, name), "there is no such field");
      }
    }
    for (RecordComponent component : components) {
      JsonNode value = node.get(component.getName());
      if (value != null && !value.isNull()) {
        search(value, component.getGenericType(), at(pointer, component.getName()));
      } else if (isRequired(component)) {
        boolean reason = component.getName().equals("reason");
        add(
            reason ? RefusalCode.REASON_REQUIRED : RefusalCode.INVALID_FIELDS,
            at(pointer, component.getName()),
            "is missing");
      }
    }
  }

  private void searchWhole(JsonNode node, Type type, String pointer) {
    try {
      mapper.readerFor(mapper.constructType(type)).readValue(node);
    } catch (JacksonException failure) {
      InvalidValue invalid = invalidIn(failure);
      if (invalid == null) {
        add(RefusalCode.INVALID_FIELDS, pointer, expectation(type));
      } else {
        add(invalid.code(), pointer, invalid.detail());
      }
    }
  }

  private void add(RefusalCode code, String pointer, String message) {
    codes.add(code);
    faults.add(new Fault(pointer, message));
  }

  private static String expectation(Type type) {
    if (type instanceof Class<?> raw && raw.isEnum()) {
      return "must be one of "
          + Arrays.stream(raw.getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(", "));
    }
    if (type instanceof ParameterizedType) {
      return "must be a list";
    }
    return type == boolean.class ? "must be true or false" : "is not of the form expected here";
  }

  private static boolean isRequired(RecordComponent component) {
    return component.getType() != List.class
        && !component.getType().isPrimitive()
        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static @Nullable InvalidValue invalidIn(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
      if (cause instanceof InvalidValue invalid) {
        return invalid;
      }
    }
    return null;
  }

  private static String at(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
