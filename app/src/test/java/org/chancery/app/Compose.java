package org.chancery.app;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.app.config.LedgerProperties;
import org.chancery.journal.json.LedgerJson;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/**
 * A compose file with its variables filled in.
 *
 * @param folder the project's
 */
record Compose(Path folder, JsonNode file) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):[-?]([^}]*)}");

  static Compose read(Map<String, String> variables) throws IOException {
    return read("docker-compose.yml", variables);
  }

  static Compose read(String file, Map<String, String> variables) throws IOException {
    Path folder =
        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .filter(each -> Files.exists(each.resolve("docker-compose.yml")))
            .findFirst()
            .orElseThrow();
    String text = Files.readString(folder.resolve(file));
    String filled =
        VARIABLE
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        variables.getOrDefault(found.group(1), found.group(2))));
    return new Compose(folder, LedgerJson.mapper().valueToTree(new Yaml().load(filled)));
  }

  /** The names of the environment that the settings are bound from. */
  static List<String> boundNames() {
    return Stream.concat(Stream.of("CHANCERY_HOST"), names("CHANCERY", LedgerProperties.class))
        .toList();
  }

  private static Stream<String> names(String prefix, Class<?> settings) {
    return Arrays.stream(settings.getRecordComponents()).flatMap(part -> names(prefix, part));
  }

  private static Stream<String> names(String prefix, RecordComponent part) {
    String name = prefix + "_" + part.getName().toUpperCase(Locale.ROOT);
    return part.getType().isRecord() ? names(name, part.getType()) : Stream.of(name);
  }

  JsonNode service(String name) {
    return file.path("services").path(name);
  }

  Map<String, String> environment(String service) {
    Map<String, String> environment = new TreeMap<>();
    service(service)
        .path("environment")
        .properties()
        .forEach(setting -> environment.put(setting.getKey(), setting.getValue().asString()));
    return environment;
  }
}
