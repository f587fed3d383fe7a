package org.chancery.journal;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The journal's database, and not that of those who asked, is damaged or cannot be reached: what is
 * built from the journal is not at fault.
 */
public final class UnreadableJournalException extends DataAccessResourceFailureException {
  private static final long serialVersionUID = 1L;

  private UnreadableJournalException(SQLException cause) {
    super("the journal cannot be read: " + cause.getMessage(), cause);
  }

  /** Asks the journal's database, and fails as this where that is what is at fault. */
  static JdbcTemplate reading(DataSource source) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    var usual = jdbc.getExceptionTranslator();
    jdbc.setExceptionTranslator(
        (task, sql, failure) ->
            Ailment.of(failure) == Ailment.NONE
                ? usual.translate(task, sql, failure)
                : new UnreadableJournalException(failure));
    return jdbc;
  }
}
