package org.chancery.app;

import java.nio.file.Path;
import org.chancery.journal.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the ledger keeps what it holds.
 *
 * @param data the folder of the embedded databases and the tokens
 * @param reads who may read
 * @param journal the journal's database
 * @param views the read models' database
 */
@ConfigurationProperties("chancery")
public record LedgerProperties(
    @DefaultValue("data") Path data,
    @DefaultValue("open") Reads reads,
    @DefaultValue Store journal,
    @DefaultValue Store views) {

  /** Who may read. */
  public enum Reads {
    /** Everyone who reaches the server; allowed on loopback alone. */
    OPEN,
    /** Who holds a token. */
    TOKEN
  }

  /**
   * A database.
   *
   * @param url JDBC; an H2 file in the data folder where left out
   * @param durable false acknowledges entries that are not on the disk yet; for tests alone
   */
  public record Store(
      @Nullable String url,
      @DefaultValue("sa") String user,
      @DefaultValue("") String password,
      @DefaultValue("true") boolean durable,
      @DefaultValue("32") int connections) {

    String urlOr(Path data, String name) {
      return url == null ? Database.fileUrl(data.resolve(name)) : url;
    }
  }
}
