package org.chancery.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.journal.json.LedgerJson;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/**
 * docker-compose.yml with its variables filled in.
 *
 * @param folder where it lies
 */
record Compose(Path folder, JsonNode file) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):-([^}]*)}");

  static Compose read(Map<String, String> variables) throws IOException {
    Path folder =
        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .filter(each -> Files.exists(each.resolve("docker-compose.yml")))
            .findFirst()
            .orElseThrow();
    String text = Files.readString(folder.resolve("docker-compose.yml"));
    String filled =
        VARIABLE
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        variables.getOrDefault(found.group(1), found.group(2))));
    return new Compose(folder, LedgerJson.mapper().valueToTree(new Yaml().load(filled)));
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
