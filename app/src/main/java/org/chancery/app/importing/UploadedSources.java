package org.chancery.app.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.chancery.app.config.UsageException;
import org.chancery.app.importing.SourceFolder.Part;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.RequestCode;
import org.springframework.util.FileSystemUtils;

/** A source that came as one file, unpacked where it is an archive of a folder. */
record UploadedSources(Path home, List<Part> parts) implements AutoCloseable {
  private static final long LIMIT = 64L << 20;
  private static final long UNPACKED = 4 * LIMIT;
  private static final int MOST_FILES = 20_000;
  private static final int DEPTH = 3;
  private static final String ARCHIVE = ".zip";

  /** Kept in a folder of its own, within that one, until it is taken in. */
  static UploadedSources received(
      SourceFormat format, String name, InputStream content, Path within) throws IOException {
    Path home = Files.createTempDirectory(within, "upload");
    try {
      return new UploadedSources(home, parts(format, stored(home, name, content)));
    } catch (IOException | RuntimeException refused) {
      FileSystemUtils.deleteRecursively(home);
      throw refused;
    }
  }

  /** Of the name only what cannot lead out of the folder. */
  private static Path stored(Path home, String name, InputStream content) throws IOException {
    String plain = name.replaceFirst("(?s).*[/\\\\]", "").replaceAll("[^A-Za-z0-9._-]", "-");
    String kept = plain.matches("\\.*") ? "source" : plain;
    if (!kept.toLowerCase(Locale.ROOT).endsWith(ARCHIVE)) {
      Path file = home.resolve(kept);
      try (OutputStream out = Files.newOutputStream(file)) {
        copy(content, out, LIMIT);
      }
      return file;
    }
    Path folder =
        Files.createDirectory(home.resolve(kept.substring(0, kept.length() - ARCHIVE.length())));
    try (ZipInputStream zip = new ZipInputStream(content)) {
      unpack(zip, folder);
    } catch (ZipException | IllegalArgumentException broken) {
      throw refused("the archive cannot be unpacked");
    }
    return folder;
  }

  private static void unpack(ZipInputStream zip, Path folder) throws IOException {
    long left = UNPACKED;
    int files = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      Path file = folder.resolve(entry.getName()).normalize();
      if (!file.startsWith(folder)) {
        throw refused("the archive holds a path that leads out of it");
      }
      files++;
      if (files > MOST_FILES) {
        throw refused("the archive holds more than %d files".formatted(MOST_FILES));
      }
      if (!entry.isDirectory()) {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
          left -= copy(zip, out, left);
        }
      }
    }
    if (files == 0) {
      throw refused("the archive holds nothing");
    }
  }

  private static long copy(InputStream from, OutputStream into, long limit) throws IOException {
    byte[] bytes = new byte[1 << 16];
    long copied = 0;
    for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
      copied += read;
      if (copied > limit) {
        throw new ProblemException(
            Problem.of(RequestCode.TOO_LARGE, "the source is larger than is taken in"));
      }
      into.write(bytes, 0, read);
    }
    return copied;
  }

  /** An archive may hold the folder that is meant, or what is in it. */
  private static List<Part> parts(SourceFormat format, Path stored) throws IOException {
    Path folder = stored;
    for (int depth = 0; depth < DEPTH; depth++) {
      List<Part> parts = fitting(format, folder);
      if (!parts.isEmpty()) {
        return parts;
      }
      List<Path> within = within(folder);
      if (within.size() != 1) {
        break;
      }
      folder = within.getFirst();
    }
    throw refused("the file is none of the form '%s'".formatted(format));
  }

  private static List<Part> fitting(SourceFormat format, Path source) throws IOException {
    boolean folder = Files.isDirectory(source);
    return switch (format) {
      case relations, commands, presidents -> folder ? List.of() : one(format, source);
      case travels ->
          holds(source, "secretary-travels", "president-travels") ? one(format, source) : List.of();
      case parties -> holds(source, "countries.csv") ? one(format, source) : List.of();
      case missions -> holds(source, "missions-countries") ? one(format, source) : List.of();
      case visits -> visits(source);
      case all -> folder ? all(source) : List.of();
    };
  }

  private static List<Part> one(SourceFormat format, Path source) {
    return List.of(new Part(format, List.of(source)));
  }

  private static boolean holds(Path folder, String... names) {
    return Stream.of(names).anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  private static List<Part> visits(Path source) throws IOException {
    List<Path> files =
        Files.isDirectory(source)
            ? within(source).stream().filter(file -> file.toString().endsWith(".xml")).toList()
            : List.of(source);
    return files.isEmpty() ? List.of() : List.of(new Part(SourceFormat.visits, files));
  }

  private static List<Part> all(Path folder) throws IOException {
    try {
      return SourceFolder.parts(folder);
    } catch (UsageException none) {
      return List.of();
    }
  }

  private static List<Path> within(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      Set<String> ofSystems = Set.of("__MACOSX", ".DS_Store");
      return all.filter(each -> !ofSystems.contains(String.valueOf(each.getFileName())))
          .sorted()
          .toList();
    }
  }

  private static ProblemException refused(String why) {
    return new ProblemException(Problem.of(RefusalCode.INVALID_FIELDS, why));
  }

  @Override
  public void close() throws IOException {
    FileSystemUtils.deleteRecursively(home);
  }
}
