package org.chancery.journal.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.List;
import java.util.Map;
import org.chancery.shared.Identifier;
import org.chancery.shared.Problem;
import org.chancery.shared.Subject;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Says of the shared types what annotations would say, so that {@code shared} needs no Jackson:
 * identifiers and dates are text, a pair is a list, enums are in-kebab-case, and what is not
 * {@code @Nullable} is required. A list left out is empty.
 */
final class SharedTypes extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  /** For each type written as one value: the method that gives it, the method that reads it. */
  private static final Map<Class<?>, List<String>> AS_VALUE =
      Map.of(
          EdtfDate.class, List.of("text", "parse"),
          EdtfSpan.class, List.of("text", "parse"),
          Subject.class, List.of("toString", "parse"),
          Pair.class, List.of("parties", "of"));

  private static final List<String> NOT_A_VALUE = List.of("");

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public Boolean hasAsValue(MapperConfig<?> config, Annotated member) {
    if (member instanceof AnnotatedMethod method
        && method.getParameterCount() == 0
        && method.getName().equals(writer(method.getDeclaringClass()))) {
      return true;
    }
    return super.hasAsValue(config, member);
  }

  @Override
  public JsonCreator.@Nullable Mode findCreatorAnnotation(
      MapperConfig<?> config, Annotated member) {
    if (member.getAnnotated() instanceof Executable executable) {
      if (isReader(executable)) {
        return JsonCreator.Mode.DELEGATING;
      }
      if (isOneValue(executable.getDeclaringClass())) {
        return JsonCreator.Mode.DISABLED; // an object of its parts would go past the reader
      }
    }
    return super.findCreatorAnnotation(config, member);
  }

  @Override
  public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated type) {
    return type instanceof AnnotatedClass && Forms.has(type.getRawType())
        ? new Forms.Deserializer(type.getRawType())
        : super.findDeserializer(config, type);
  }

  static boolean isOneValue(Class<?> type) {
    return AS_VALUE.containsKey(type) || Identifier.class.isAssignableFrom(type);
  }

  private static String writer(Class<?> type) {
    return Identifier.class.isAssignableFrom(type)
        ? "value"
        : AS_VALUE.getOrDefault(type, NOT_A_VALUE).getFirst();
  }

  private static boolean isReader(Executable executable) {
    Class<?> type = executable.getDeclaringClass();
    if (Identifier.class.isAssignableFrom(type)) {
      return executable instanceof Constructor<?>;
    }
    Class<?>[] parameters = executable.getParameterTypes();
    return executable.getName().equals(AS_VALUE.getOrDefault(type, NOT_A_VALUE).getLast())
        && (parameters[0] == String.class || parameters[0] == List.class);
  }

  @Override
  public @Nullable Object findEnumNamingStrategy(MapperConfig<?> config, AnnotatedClass type) {
    return type.getName().startsWith("org.chancery.")
        ? EnumNamingStrategies.KebabCaseStrategy.class
        : super.findEnumNamingStrategy(config, type);
  }

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    return required(member) ? Boolean.TRUE : super.hasRequiredMarker(config, member);
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
    if (member instanceof AnnotatedParameter parameter && ofRecord(parameter)) {
      if (parameter.getRawType() == List.class) {
        return JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY, Nulls.FAIL);
      }
      return JsonSetter.Value.forValueNulls(required(parameter) ? Nulls.FAIL : Nulls.SET);
    }
    return super.findSetterInfo(config, member);
  }

  /** Payloads leave out what says nothing; answers keep their shape. */
  @Override
  public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated member) {
    Class<?> owner =
        member instanceof AnnotatedMember field ? field.getDeclaringClass() : member.getRawType();
    return owner.getName().startsWith("org.chancery.shared.") && owner != Problem.class
        ? JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)
        : super.findPropertyInclusion(config, member);
  }

  private static boolean required(AnnotatedMember member) {
    return member instanceof AnnotatedParameter parameter
        && ofRecord(parameter)
        && parameter.getRawType() != List.class
        && !parameter.getRawType().isPrimitive()
        && !declared(parameter).isAnnotationPresent(Nullable.class);
  }

  private static boolean ofRecord(AnnotatedParameter parameter) {
    return parameter.getDeclaringClass().isRecord()
        && parameter.getDeclaringClass().getName().startsWith("org.chancery.")
        && parameter.getOwner().getAnnotated() instanceof Constructor<?>;
  }

  private static AnnotatedType declared(AnnotatedParameter parameter) {
    Executable owner = (Executable) parameter.getOwner().getAnnotated();
    return owner.getAnnotatedParameterTypes()[parameter.getIndex()];
  }
}
