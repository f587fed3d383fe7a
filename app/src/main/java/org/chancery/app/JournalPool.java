package org.chancery.app;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.chancery.journal.FileSpace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal's connections. After the last of them an H2 file gives back its space. */
final class JournalPool extends HikariDataSource {
  private static final Logger log = LoggerFactory.getLogger(JournalPool.class);
  private long opened;

  /** Notes how large the file is before anything is appended. */
  void measure() {
    if (isEmbedded()) {
      try {
        opened = FileSpace.size(this);
      } catch (SQLException unreachable) {
        log.debug("The journal's file could not be measured", unreachable);
      }
    }
  }

  private boolean isEmbedded() {
    return getJdbcUrl().startsWith("jdbc:h2:");
  }

  @Override
  public void close() {
    if (isEmbedded() && isRunning()) {
      try {
        FileSpace.giveBack(this, opened);
      } catch (SQLException left) {
        log.warn("The journal's file keeps its gaps", left);
      }
    }
    super.close();
  }
}
