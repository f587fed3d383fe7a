package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTest {
  @TempDir Path folder;

  private EmbeddedDatabase open() throws SQLException {
    return EmbeddedDatabase.open(
        new DriverManagerDataSource(Database.fileUrl(folder.resolve("data")), "sa", ""),
        pool -> pool);
  }

  /**
   * H2 finds an open database by its name, which a session of the last one strikes from its list.
   */
  @Test
  void aConnectionKeptOverAReopeningDoesNotShutOthersOutForEver() throws SQLException {
    try (EmbeddedDatabase database = open();
        Connection kept = database.getConnection()) {
      run(kept, "create table said (word varchar(9))");
      run(kept, "insert into said values ('aye')");
      run(kept, "checkpoint sync");

      database.reopen();
      assertThatThrownBy(() -> run(kept, "insert into said values ('nay')"))
          .isInstanceOf(SQLException.class);
      try (Connection _ = database.getConnection()) {
        assertThat(database.isLost()).isFalse();
      } catch (SQLException shutOut) {
        assertThat(database.isLost()).isTrue();
        database.reopen();
      }

      try (Connection again = database.getConnection();
          Statement statement = again.createStatement();
          ResultSet words = statement.executeQuery("select word from said")) {
        assertThat(words.next()).isTrue();
        assertThat(words.getString(1)).isEqualTo("aye");
        assertThat(words.next()).isFalse();
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
