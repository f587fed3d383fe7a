package org.chancery.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The published data, where it is at hand: it is too large to keep with the code. */
public final class RealData {
  /** How a test names its condition. */
  public static final String IS_AT_HAND = "org.chancery.intake.RealData#isAtHand";

  public static final String ABSENT =
      "no real data: set -Dchancery.corpus or CHANCERY_CORPUS, or put shared/data beside the"
          + " checkout";

  private RealData() {}

  public static boolean isAtHand() {
    return folder().isPresent();
  }

  /** A file or folder of it. */
  public static Path at(String name) {
    return folder().orElseThrow().resolve(name);
  }

  private static Optional<Path> folder() {
    return folders().filter(folder -> Files.exists(folder.resolve("us-relations.csv"))).findFirst();
  }

  private static Stream<Path> folders() {
    List<Path> folders = new ArrayList<>();
    setting(System.getProperty("chancery.corpus")).ifPresent(folders::add);
    setting(System.getenv("CHANCERY_CORPUS")).ifPresent(folders::add);
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      folders.add(up.resolve("shared/data"));
    }
    return folders.stream();
  }

  private static Optional<Path> setting(@Nullable String value) {
    return Optional.ofNullable(value).map(Path::of);
  }
}
