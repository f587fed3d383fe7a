package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.journal.EventNames.EventName;
import org.chancery.shared.entry.LedgerEvent;
import org.junit.jupiter.api.Test;

class EventNamesTest {

  @Test
  void eachEventOfTheSealedHierarchiesHasAName() throws Exception {
    List<Class<?>> events =
        hierarchies().stream()
            .flatMap(hierarchy -> Arrays.stream(hierarchy.getPermittedSubclasses()))
            .toList();

    assertThat(events).hasSizeGreaterThanOrEqualTo(24);
    assertThat(EventNames.all()).map(EventName::type).hasSameElementsAs(asEvents(events));
  }

  @Test
  void namesAreOfTheFormConceptDotWhatBecameTrue() {
    assertThat(EventNames.all())
        .allSatisfy(
            event -> {
              assertThat(event.name()).matches("[a-z]+\\.[a-z]+(-[a-z]+)*").hasSizeLessThan(65);
              assertThat(event.name()).startsWith(conceptOf(event.type()) + ".");
              assertThat(event.revision()).isPositive();
            });
  }

  private static String conceptOf(Class<?> type) {
    return type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
  }

  private static List<Class<? extends LedgerEvent>> asEvents(List<Class<?>> events) {
    return events.stream()
        .<Class<? extends LedgerEvent>>map(type -> type.asSubclass(LedgerEvent.class))
        .toList();
  }

  /** Each sealed interface of {@code shared} that extends LedgerEvent. */
  private static List<Class<?>> hierarchies() throws IOException, URISyntaxException {
    URI classes = LedgerEvent.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    try (Stream<Path> files = Files.walk(root(Path.of(classes)))) {
      return files
          .map(file -> file.toString().replace('/', '.'))
          .filter(file -> file.endsWith("Event.class") && !file.contains("$"))
          .<Class<?>>map(EventNamesTest::load)
          .filter(type -> type != LedgerEvent.class && LedgerEvent.class.isAssignableFrom(type))
          .toList();
    }
  }

  private static Path root(Path classes) throws IOException {
    return Files.isDirectory(classes) ? classes : FileSystems.newFileSystem(classes).getPath("/");
  }

  private static Class<?> load(String file) {
    try {
      String name =
          file.substring(file.indexOf("org.chancery."), file.length() - ".class".length());
      return Class.forName(name);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
