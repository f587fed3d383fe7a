package org.chancery.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** Rules on packages, which no single class can break. */
final class Packages {

  private Packages() {}

  /** The packages that stand in more than one module. */
  static List<String> split(JavaClasses classes) {
    Map<String, Set<String>> homes =
        classes.stream()
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName,
                    TreeMap::new,
                    Collectors.mapping(Packages::home, Collectors.toSet())));
    return homes.entrySet().stream()
        .filter(home -> home.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Where a class was found, without what its name says of that. */
  private static String home(JavaClass type) {
    String place = type.getSource().orElseThrow().getUri().toString();
    return place.replace(type.getName().replace('.', '/') + ".class", "");
  }

  /** The packages that do not say that what they hold is never null. */
  static List<String> unmarked(JavaClasses classes) {
    return classes.stream()
        .map(JavaClass::getPackage)
        .distinct()
        .filter(each -> !each.isAnnotatedWith(NullMarked.class))
        .map(each -> each.getName())
        .sorted()
        .toList();
  }

  /** The types of a package that other packages see, those in other types left out. */
  static List<String> shown(JavaClasses classes, String name) {
    return classes.stream()
        .filter(type -> type.getPackageName().equals(name) && type.isTopLevelClass())
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .map(JavaClass::getSimpleName)
        .sorted()
        .toList();
  }
}
