package org.chancery.app;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Copies of the embedded databases, made while the ledger goes on, for operators. */
@RestController
@Hidden
@ConditionalOnWebApplication
class CopiesApi {
  private final LedgerProperties properties;
  private final DataSource journal;
  private final DataSource views;

  CopiesApi(
      LedgerProperties properties,
      @Qualifier("journal") DataSource journal,
      @Qualifier("views") DataSource views) {
    this.properties = properties;
    this.journal = journal;
    this.views = views;
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
    Path folder = folder();
    List<String> files = new ArrayList<>();
    if (properties.views().url() == null) {
      files.add(copy(views, folder, "views"));
    }
    if (properties.journal().url() == null) {
      files.add(copy(journal, folder, "journal"));
    }
    return new CopiesView(folder.toString(), files);
  }

  private Path folder() throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    return Files.createTempDirectory(properties.data().toAbsolutePath(), "copy-", ownerOnly);
  }

  private static String copy(DataSource source, Path folder, String name) throws SQLException {
    String file = name + ".zip";
    try (Connection connection = source.getConnection();
        PreparedStatement backup = connection.prepareStatement("backup to ?")) {
      backup.setString(1, folder.resolve(file).toString());
      backup.execute();
    }
    return file;
  }
}
