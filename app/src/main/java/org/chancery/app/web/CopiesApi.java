package org.chancery.app.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.PostConstruct;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.chancery.app.config.LedgerProperties;
import org.chancery.journal.FileSpace;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Copies of the embedded databases, made while the ledger goes on, for operators. */
@RestController
@Hidden
@ConditionalOnWebApplication
class CopiesApi {
  private static final String PREFIX = "copy-";
  private static final String NAME = PREFIX + "[0-9]+";

  /** Longer than whoever asked for it waits. */
  private static final Duration LONGEST_KEPT = Duration.ofHours(2);

  private final LedgerProperties properties;
  private final DataSource journal;
  private final DataSource views;
  private final Semaphore one = new Semaphore(1);

  CopiesApi(
      LedgerProperties properties,
      @Qualifier("journal") DataSource journal,
      @Qualifier("views") DataSource views) {
    this.properties = properties;
    this.journal = journal;
    this.views = views;
  }

  /** Those that nobody came for while the ledger was at work before. */
  @PostConstruct
  void sweep() throws IOException {
    sweep(Instant.MAX);
  }

  private void sweep(Instant madeBefore) throws IOException {
    Path data = properties.data().toAbsolutePath();
    if (!Files.isDirectory(data)) {
      return;
    }
    try (DirectoryStream<Path> copies = Files.newDirectoryStream(data, PREFIX + "*")) {
      for (Path copy : copies) {
        if (isCopy(copy) && Files.getLastModifiedTime(copy).toInstant().isBefore(madeBefore)) {
          FileSystemUtils.deleteRecursively(copy);
        }
      }
    }
  }

  private static boolean isCopy(Path path) {
    return path.getFileName().toString().matches(NAME)
        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Copies that were made.
   *
   * @param folder where they lie, on the server's machine; whoever asked for them deletes it
   * @param files their names; a database that is no embedded one is not copied
   */
  record CopiesView(String folder, List<String> files) {}

  /**
   * Read models first: so the journal's copy has all that they had seen. What is copied is what was
   * committed at a moment of each.
   */
  @PostMapping("/api/admin/copies")
  @ResponseStatus(HttpStatus.CREATED)
  CopiesView copy() throws IOException, SQLException {
    return exclusively(
        () -> {
          sweep(Instant.now().minus(LONGEST_KEPT));
          return copyTo(folder());
        });
  }

  /** The read models alone, zipped, for a server of the same ledger that begins with them. */
  @PostMapping("/api/admin/copies/read-models")
  void readModels(HttpServletResponse response) throws IOException, SQLException {
    if (properties.views().url() != null) {
      throw new ProblemException(
          Problem.of(RequestCode.NOT_FOUND, "the read models of this server are in no file"));
    }
    Path folder = folder();
    try {
      Path zip = folder.resolve(exclusively(() -> copy(views, folder, "views")));
      response.setContentType("application/zip");
      response.setContentLengthLong(Files.size(zip));
      Files.copy(zip, response.getOutputStream());
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private interface Copying<T> {
    T run() throws IOException, SQLException;
  }

  private <T> T exclusively(Copying<T> work) throws IOException, SQLException {
    if (!one.tryAcquire()) {
      throw new ProblemException(
          Problem.of(RequestCode.COPY_RUNNING, "a copy is being made already"));
    }
    try {
      return work.run();
    } finally {
      one.release();
    }
  }

  private CopiesView copyTo(Path folder) throws IOException, SQLException {
    try {
      return new CopiesView(folder.toString(), files(folder));
    } catch (RuntimeException | SQLException failed) {
      FileSystemUtils.deleteRecursively(folder);
      throw failed;
    }
  }

  private List<String> files(Path folder) throws SQLException {
    List<String> files = new ArrayList<>();
    if (properties.role().answers() && properties.views().url() == null) {
      files.add(copy(views, folder, "views"));
    }
    if (properties.journal().url() == null) {
      files.add(copy(journal, folder, "journal"));
    }
    return files;
  }

  private Path folder() throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    return Files.createTempDirectory(properties.data().toAbsolutePath(), PREFIX, ownerOnly);
  }

  private static String copy(DataSource source, Path folder, String name) throws SQLException {
    String file = name + ".zip";
    try (Connection connection = source.getConnection();
        PreparedStatement backup = connection.prepareStatement("backup to ?")) {
      FileSpace.write(connection);
      backup.setString(1, folder.resolve(file).toString());
      backup.execute();
    }
    return file;
  }
}
