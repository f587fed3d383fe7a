package org.chancery.journal.json;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.entry.LedgerEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Values that are written in one of several forms: a sealed interface of {@code shared} with a
 * record for each. Which one is meant follows from the fields, so JSON needs no word for it.
 */
public final class Forms {

  private Forms() {}

  /** True of what is written in one of several forms. */
  public static boolean has(Class<?> type) {
    return type.isSealed()
        && type.getName().startsWith("org.chancery.shared.")
        && !LedgerCommand.class.isAssignableFrom(type)
        && !LedgerEvent.class.isAssignableFrom(type)
        && Arrays.stream(type.getPermittedSubclasses()).allMatch(Class::isRecord);
  }

  /** The records of all forms, in their order. */
  public static List<Class<?>> of(Class<?> type) {
    return List.of(type.getPermittedSubclasses());
  }

  /**
   * The one form that has all fields of an object and lacks none that it needs; of what is no
   * object, the one that is a single value.
   */
  public static Optional<Class<?>> of(Class<?> type, JsonNode written) {
    if (written.isString()) {
      return of(type).stream().filter(SharedTypes::isOneValue).findFirst();
    }
    Set<String> fields =
        written
            .propertyStream()
            .filter(field -> !field.getValue().isNull())
            .map(field -> field.getKey())
            .collect(Collectors.toSet());
    List<Class<?>> fitting =
        of(type).stream()
            .filter(form -> !SharedTypes.isOneValue(form) && fits(form, fields))
            .toList();
    return written.isObject() && fitting.size() == 1
        ? Optional.of(fitting.getFirst())
        : Optional.empty();
  }

  private static boolean fits(Class<?> form, Set<String> fields) {
    Set<String> known = components(form).map(RecordComponent::getName).collect(Collectors.toSet());
    return known.containsAll(fields)
        && components(form)
            .filter(Forms::isNeeded)
            .allMatch(component -> fields.contains(component.getName()));
  }

  /** What is expected where no form fits, such as "{official, party?} or {name, party?}". */
  public static String expected(Class<?> type) {
    return of(type).stream().map(Forms::fields).collect(Collectors.joining(" or "));
  }

  private static String fields(Class<?> form) {
    return SharedTypes.isOneValue(form) ? "an id" : objectOf(form);
  }

  private static String objectOf(Class<?> form) {
    return components(form)
        .map(component -> component.getName() + (isNeeded(component) ? "" : "?"))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static Stream<RecordComponent> components(Class<?> form) {
    return Arrays.stream(form.getRecordComponents());
  }

  private static boolean isNeeded(RecordComponent component) {
    return component.getType() != List.class
        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Reads the form that fits. */
  static final class Deserializer extends StdDeserializer<Object> {
    private final Class<?> type;

    Deserializer(Class<?> type) {
      super(type);
      this.type = type;
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
      JsonNode written = context.readTree(parser);
      Class<?> form = of(type, written).orElse(null);
      return form == null
          ? context.handleInstantiationProblem(type, written, unfit())
          : context.readTreeAsValue(written, form);
    }

    private InvalidValue unfit() {
      return new InvalidValue(RefusalCode.INVALID_FIELDS, "must be " + expected(type));
    }
  }
}
