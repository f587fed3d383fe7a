package org.chancery.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import javax.sql.DataSource;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.relationship.RelationshipEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the ledger's endpoints must do at least: fetch the rows that an answer is made of by the
 * same indexes and write them out unread, or insert an entry durably. Under {@code /api}, so that
 * all the server's filters are passed here, too.
 */
@RestController
class BareApi {
  static final String RELATIONSHIP = "/api/bare/relationship";
  static final String STOPS = "/api/bare/stops";
  static final String TIMELINE = "/api/bare/timeline";
  static final String EXPLANATION = "/api/bare/explanation";

  /** Among the commands, for recorders alone may post, and post commands alone. */
  static final String APPEND = "/api/commands/BareAppend";

  private static final String OPEN = " known_to = " + Long.MAX_VALUE;
  private static final String HELD = "select body from %s where" + OPEN + " and ";

  /** Those that have an attribute. */
  private static final String HAVING =
      "select %2$s from %1$s_attribute join %1$s on subject = holder where attribute = ? and"
          + OPEN;

  private static final String TOGETHER =
      (HELD + "subject = ? and valid_from <= ? and valid_to > ?").formatted("relationship")
          + " union all "
          + (HELD + "subject in (?, ?)").formatted("party")
          + " union all "
          + shared("meeting")
          + " union all "
          + shared("cooperation");

  private static final RowMapper<byte[]> BODY = (row, n) -> row.getBytes(1);

  private final JdbcTemplate views;
  private final JdbcTemplate journal;
  private final Bare bare;
  private final Queue<Rows> waiting = new ArrayDeque<>();

  BareApi(DataSource views, @Qualifier("journal") DataSource journal, Bare bare) {
    this.views = new JdbcTemplate(views);
    this.journal = new JdbcTemplate(journal);
    this.bare = bare;
  }

  /** The rows to insert, one at each request. */
  void toAppend(Rows rows) {
    waiting.clear();
    rows.values()
        .forEach(
            row -> {
              List<@Nullable Object[]> one = Collections.singletonList(row);
              waiting.add(new Rows(rows.table(), rows.columns(), one));
            });
  }

  @GetMapping(RELATIONSHIP)
  ResponseEntity<byte[]> relationship(@RequestParam String a, @RequestParam String b) {
    return written(together(a, b));
  }

  @GetMapping(STOPS)
  ResponseEntity<byte[]> stops(@RequestParam String official, @RequestParam int limit) {
    return written(page("stop", attribute("official", official), limit));
  }

  @GetMapping(TIMELINE)
  ResponseEntity<byte[]> timeline(@RequestParam String party, @RequestParam int limit) {
    return written(page("happening", attribute("party", party), limit));
  }

  @GetMapping(EXPLANATION)
  ResponseEntity<byte[]> explanation(
      @RequestParam String a, @RequestParam String b, @RequestParam List<Long> entries) {
    List<byte[]> rows = together(a, b);
    String places = String.join(", ", Collections.nCopies(entries.size(), "?"));
    journal
        .query(
            "select payload, sources from entry where position in (%s)".formatted(places),
            (row, n) -> "[%s,%s]".formatted(row.getString(1), row.getString(2)),
            entries.toArray())
        .forEach(text -> rows.add(text.getBytes(UTF_8)));
    return written(rows);
  }

  @PostMapping(APPEND)
  ResponseEntity<byte[]> append(InputStream body) throws Exception {
    body.readAllBytes();
    bare.insertEach(Objects.requireNonNull(waiting.poll(), "a row to append"), 1);
    return ResponseEntity.status(HttpStatus.CREATED)
        .contentType(MediaType.APPLICATION_JSON)
        .body("{}".getBytes(UTF_8));
  }

  private List<byte[]> together(String a, String b) {
    long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    String first = attribute("party", a);
    String second = attribute("party", b);
    return views.query(
        TOGETHER,
        BODY,
        "%s/%s/%s".formatted(RelationshipEvent.CONCEPT, a, b),
        today,
        today,
        PartyEvent.CONCEPT + "/" + a,
        PartyEvent.CONCEPT + "/" + b,
        first,
        second,
        first,
        second);
  }

  private static String shared(String table) {
    return HAVING.formatted(table, "body")
        + " and exists (select 1 from %1$s_attribute more".formatted(table)
        + " where more.holder = subject and more.attribute = ?)";
  }

  /** With its count, which the ledger's lists tell too. */
  private List<byte[]> page(String table, String attribute, int limit) {
    List<byte[]> rows =
        views.query(
            HAVING.formatted(table, "body") + " order by sort_key, subject limit " + (limit + 1),
            BODY,
            attribute);
    String count = HAVING.formatted(table, "count(*)");
    Long all = views.queryForObject(count, Long.class, attribute);
    rows.add(String.valueOf(all).getBytes(UTF_8));
    return rows;
  }

  private static String attribute(String name, String value) {
    return name + "=" + value;
  }

  private static ResponseEntity<byte[]> written(List<byte[]> rows) {
    if (rows.isEmpty()) {
      throw new IllegalStateException("the bare query finds nothing to compare with");
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    char before = '[';
    for (byte[] row : rows) {
      answer.write(before);
      answer.writeBytes(row);
      before = ',';
    }
    answer.write(']');
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer.toByteArray());
  }
}
