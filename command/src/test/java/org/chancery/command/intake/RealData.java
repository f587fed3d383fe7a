package org.chancery.command.intake;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The published data, where it is at hand: it is too large to keep with the code. */
final class RealData {
  private RealData() {}

  /** Skips the test that asks where the data is absent. */
  static Path at(String name) {
    Optional<Path> found =
        folders().map(folder -> folder.resolve(name)).filter(Files::exists).findFirst();
    assumeThat(found)
        .as("real data: set -Dchancery.data or CHANCERY_DATA, or put shared/data beside a checkout")
        .isPresent();
    return found.orElseThrow();
  }

  private static Stream<Path> folders() {
    List<Path> folders = new ArrayList<>();
    setting(System.getProperty("chancery.data")).ifPresent(folders::add);
    setting(System.getenv("CHANCERY_DATA")).ifPresent(folders::add);
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      folders.add(up.resolve("shared/data"));
    }
    return folders.stream();
  }

  private static Optional<Path> setting(@Nullable String value) {
    return Optional.ofNullable(value).map(Path::of);
  }
}
