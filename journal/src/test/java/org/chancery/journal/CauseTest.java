package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.chancery.journal.Cause.Brought;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CauseTest {
  private static final String RUN = new ImportRun("travels", "travels", "a").correlation();
  private static final String TITLE = "\"locator\": a title, \",\"locator\":\" and \\ ";

  private int entries;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void entriesAreToldApartByImportDocumentAndAuthority(TestDatabase database, @TempDir Path folder)
      throws Exception {
    try (JournalParts parts = TestJournal.on(database.open(folder))) {
      append(parts, RUN, null, source(TITLE, "p. 1"));
      append(parts, "1", "the cabinet", source(TITLE, "p. 2"), source("another", "p. 3"));
      append(parts, "2", null, source(TITLE, "p. 4"));
      append(parts, RUN, null);
      append(parts, "3", "the cabinet");
      append(parts, "import:by:hand", null, source("another", null));

      List<Brought> causes = parts.journal().causes(0, 6, EntryFilter.ALL);

      assertThat(causes)
          .extracting(Brought::first, Brought::last, Brought::count)
          .containsExactlyInAnyOrder(row(1, 4, 2), row(2, 3, 2), row(5, 5, 1), row(6, 6, 1));
      assertThat(causes)
          .extracting(Brought::name, Brought::concept)
          .containsOnly(tuple("meeting.held", "meetings"));
      for (Brought one : causes) {
        Entry first = parts.journal().at(one.first()).orElseThrow();
        assertThat(Cause.of(first)).isEqualTo(one.cause());
        assertThat(parts.journal().between(0, 6, 9, EntryFilter.ALL.broughtBy(one.cause())))
            .hasSize((int) one.count())
            .allMatch(each -> Cause.of(each).equals(one.cause()));
      }
      Source document = Cause.of(parts.journal().at(2).orElseThrow()).source();
      assertThat(document)
          .isEqualTo(new Source(TITLE.strip(), null, EdtfDate.parse("2017"), null, null, null));
      assertThat(Cause.of(parts.journal().at(5).orElseThrow()).source()).isNull();
    }
  }

  private static Tuple row(long first, long last, long count) {
    return tuple(first, last, count);
  }

  private static Source source(String title, @Nullable String locator) {
    return new Source(title.strip(), null, EdtfDate.parse("2017"), locator, null, null);
  }

  private void append(
      JournalParts parts, String correlation, @Nullable String authority, Source... sources) {
    String key = "entry-" + ++entries;
    Attribution by =
        new Attribution(
            key,
            "HoldMeeting",
            "00",
            "tester",
            authority,
            authority,
            LedgerJson.mapper().writeValueAsString(List.of(sources)),
            correlation,
            key);
    parts.engine().appendEvents(TestJournal.by(by, key));
  }
}
