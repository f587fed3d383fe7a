package org.chancery.app.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chancery.app.config.UsageException;
import org.chancery.shared.Visible;

/**
 * A folder with several sources, laid out as the Office of the Historian publishes them. Parties
 * come first, for the others name them; of the travels an older release before a newer one, so that
 * what differs is a correction; presidents and missions after them, for they find officials by what
 * the travels told.
 */
public final class SourceFolder {
  private static final String TRAVELS = "travels";

  private SourceFolder() {}

  /** A source in the folder. */
  public record Part(SourceFormat format, List<Path> sources) {

    /**
     * As it is called: like its file, without the ending, or its folder; several, as what they are.
     */
    public String name() {
      Path only = sources.getFirst().toAbsolutePath().normalize();
      String name = SourceFolder.name(only);
      return sources.size() > 1
          ? format.name()
          : Files.isDirectory(only) ? name : name.replaceFirst("(?<=.)\\.[^.]*$", "");
    }
  }

  /** What is there, in the order in which it is to be taken in. */
  public static List<Part> parts(Path folder) throws IOException {
    List<Part> parts = new ArrayList<>();
    Path reference = folder.resolve("reference");
    if (Files.exists(reference.resolve("countries.csv"))) {
      parts.add(new Part(SourceFormat.parties, List.of(reference)));
    }
    List<Path> releases = within(folder, SourceFolder::isTravels);
    releases.forEach(release -> parts.add(new Part(SourceFormat.travels, List.of(release))));
    releases.stream()
        .map(release -> release.resolve("presidents").resolve("presidents.xml"))
        .filter(Files::isRegularFile)
        .forEach(presidents -> parts.add(new Part(SourceFormat.presidents, List.of(presidents))));
    for (Path relations : within(folder, file -> name(file).endsWith("relations.csv"))) {
      parts.add(new Part(SourceFormat.relations, List.of(relations)));
    }
    List<Path> visits = visits(folder.resolve("visits"));
    if (!visits.isEmpty()) {
      parts.add(new Part(SourceFormat.visits, visits));
    }
    Path pocom = folder.resolve("pocom");
    if (Files.isDirectory(pocom)) {
      parts.add(new Part(SourceFormat.missions, List.of(pocom)));
    }
    if (parts.isEmpty()) {
      throw new UsageException(
          "%s holds none of reference/countries.csv, travels*/, *relations.csv, visits/, pocom/"
              .formatted(Visible.line(folder.toString())));
    }
    return parts;
  }

  private static boolean isTravels(Path folder) {
    return name(folder).startsWith(TRAVELS)
        && (Files.isDirectory(folder.resolve("secretary-travels"))
            || Files.isDirectory(folder.resolve("president-travels")));
  }

  private static List<Path> visits(Path folder) throws IOException {
    Path data = folder.resolve("data");
    return within(Files.isDirectory(data) ? data : folder, file -> name(file).endsWith(".xml"));
  }

  /** By name, and the one without a date, which is today's release, last. */
  private static List<Path> within(Path folder, Predicate<Path> wanted) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(wanted)
          .sorted(
              Comparator.comparing((Path path) -> name(path).equals(TRAVELS))
                  .thenComparing(SourceFolder::name))
          .toList();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
