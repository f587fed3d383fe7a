package org.chancery.readmodel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfSpan;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an as-of lookup costs against a lookup by primary key of a row of the same size, by the
 * number of versions: {@code LookupCost [h2|postgres] [shuffled]}.
 */
final class LookupCost {
  private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);
  private static final int LOOKUPS = 3_000;
  private static final String BODY = "x".repeat(600);

  private static final JsonMapper MAPPER = LedgerJson.mapper();

  record Body(String text) {}

  private LookupCost() {}

  public static void main(String[] args) {
    DataSource views =
        List.of(args).contains("postgres") ? TestDatabases.postgres() : TestDatabases.h2();
    boolean shuffled = List.of(args).contains("shuffled");
    new ViewsSchema(views, List.of("party")).lay();
    ReadModel<Body> model =
        ReadModelSpec.of("party", LedgerEvent.class, Body.class, history -> List.of()).model(views);
    JdbcTemplate jdbc = new JdbcTemplate(views);
    jdbc.execute("create table plain (id bigint primary key, body varchar(1000))");
    for (int i = 0; i < 10_000; i++) {
      jdbc.update("insert into plain values (?, ?)", i, MAPPER.writeValueAsString(new Body(BODY)));
    }
    for (int versions : new int[] {10, 100, 1_000, 10_000}) {
      RowChanges<Body> changes = new RowChanges<>(model::body);
      fill(changes, "s" + versions, versions, shuffled);
      changes.drain(model.generations().live().rows(), List.of()).write(jdbc);
    }
    jdbc.execute("analyze");
    for (int round = 0; round < 3; round++) {
      for (int versions : new int[] {10, 100, 1_000, 10_000}) {
        measure(model, jdbc, versions);
      }
    }
  }

  private static void measure(ReadModel<Body> model, JdbcTemplate jdbc, int versions) {
    Random random = new Random(7);
    double key =
        micros(
            i ->
                jdbc.query(
                    "select body from plain where id = ?",
                    (row, n) -> MAPPER.readValue(row.getString(1), Body.class),
                    random.nextInt(10_000)));
    double latest =
        micros(i -> model.at("s" + versions, at(random.nextInt(versions + 1), versions)));
    double any =
        micros(
            i ->
                model.at(
                    "s" + versions,
                    at(random.nextInt(versions + 1), 1 + random.nextInt(versions))));
    System.out.printf(
        "%,6d versions: key %.0f us, as known now %.0f us, as known at any time %.0f us%n",
        versions, key, latest, any);
  }

  private static double micros(IntConsumer lookup) {
    long begin = System.nanoTime();
    for (int i = 0; i < LOOKUPS; i++) {
      lookup.accept(i);
    }
    return (System.nanoTime() - begin) / 1e3 / LOOKUPS;
  }

  private static AsOf at(int day, int position) {
    return new AsOf(FIRST.plusDays(day), null, position);
  }

  /** A chain of states, each entered by an entry of its own, in the order of days or not. */
  private static void fill(
      RowChanges<Body> changes, String subject, int versions, boolean shuffled) {
    List<Integer> days = new ArrayList<>();
    for (int day = 0; day < versions; day++) {
      days.add(day);
    }
    if (shuffled) {
      Collections.shuffle(days, new Random(7));
    }
    NavigableSet<LocalDate> known = new TreeSet<>();
    long position = 0;
    for (int day : days) {
      LocalDate from = FIRST.plusDays(day);
      LocalDate lower = known.lower(from);
      LocalDate higher = known.higher(from);
      LocalDate to = higher == null ? EdtfSpan.END : higher;
      List<Version<Body>> before = lower == null ? List.of() : List.of(version(subject, lower, to));
      List<Version<Body>> after = new ArrayList<>();
      if (lower != null) {
        after.add(version(subject, lower, from));
      }
      after.add(version(subject, from, to));
      changes.replace(before, after, ++position);
      known.add(from);
    }
  }

  private static Version<Body> version(String subject, LocalDate from, LocalDate to) {
    return new Version<>(subject, from, to, "", null, Set.of(), new Body(BODY));
  }
}
