package org.chancery.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.catalog.ReadModelCatalog;
import org.chancery.query.relationship.RelationsView;
import org.chancery.query.relationship.RelationsView.Level;
import org.chancery.query.relationship.RelationsView.Mission;
import org.chancery.query.relationship.RelationsView.Relations;
import org.chancery.query.relationship.RelationsView.RelationsStatus;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModels;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.time.EdtfDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The read model's table, and one of the same rows that is found by a primary key alone. */
record LookupTables(Path folder, HikariDataSource source, ReadModel<RelationsView> model)
    implements AutoCloseable {
  static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final Pair PAIR = new Pair(Invented.party(1), Invented.party(2));
  static final String SUBJECT = PAIR.subject().toString();
  private static final JsonMapper MAPPER = LedgerJson.mapper();
  private static final String BODY = MAPPER.writeValueAsString(view());

  static LookupTables create() {
    try {
      Path folder = Files.createTempDirectory("chancery-lookups");
      HikariDataSource source = new HikariDataSource();
      source.setJdbcUrl(Views.url(folder));
      source.setUsername("sa");
      return new LookupTables(folder, source, models(source).of(RelationsView.READ_MODEL));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Empty, of no journal. */
  static ReadModels models(DataSource source) {
    return ReadModels.in(
        source,
        new JdbcTransactionManager(source),
        ReadModelCatalog.ALL,
        (subject, position) -> List.of(),
        true);
  }

  private static RelationsView view() {
    EdtfDate since = EdtfDate.parse("1933-11-16");
    return new RelationsView(
        PAIR,
        new Relations(RelationsStatus.ESTABLISHED, since, List.of(), List.of(17L)),
        new Mission(Level.EMBASSY, since, List.of(), List.of(17L, 18L)),
        List.of(),
        List.of(),
        List.of(),
        List.of(17L, 18L));
  }

  void fill(RelationshipRows relationship) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> flat = new ArrayList<>();
    for (RelationshipRows.Row row : relationship.rows()) {
      rows.add(
          new Object[] {
            SUBJECT,
            row.knownTo(),
            row.validFrom().toEpochDay(),
            row.validTo().toEpochDay(),
            row.knownFrom(),
            BODY
          });
      flat.add(new Object[] {flat.size(), BODY});
    }
    jdbc.batchUpdate(
        "insert into relationship (subject, known_to, valid_from, valid_to, known_from, body,"
            + " sort_key, attributes) values (?,?,?,?,?,?,'','|')",
        rows);
    jdbc.execute("create table flat (id bigint primary key, body varbinary(1000000) not null)");
    jdbc.batchUpdate("insert into flat values (?,?)", flat);
    jdbc.execute("analyze");
  }

  RelationsView answer(long id) throws SQLException {
    return MAPPER.readValue(body(id), RelationsView.class);
  }

  String body(long id) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select body from flat where id = ?")) {
      query.setLong(1, id);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
