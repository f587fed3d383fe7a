package org.chancery.query.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.chancery.query.AsOfParameters;
import org.chancery.query.Page;
import org.chancery.query.TestLedger;
import org.chancery.readmodel.TestDatabases;
import org.chancery.shared.OfficialId;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LongEntriesTest {
  private static final int LONG = 20;
  private static final int SHORT = 210;

  @Test
  void aPageOfLongEntriesIsShorterAndTheNextGoesOnBehindIt() {
    try (TestLedger ledger = new TestLedger(TestDatabases.h2())) {
      for (int number = 0; number < LONG + SHORT; number++) {
        String name = "x".repeat(number < LONG ? 900_000 : 1);
        ledger.record(new OfficialRegistered(new OfficialId("o-" + number), name));
      }
      ledger.settle();

      List<Integer> sizes = new ArrayList<>();
      List<Long> positions = new ArrayList<>();
      String cursor = null;
      do {
        Page<EntryView> page = page(ledger, cursor);
        assertThat(page.total()).isEqualTo(LONG + SHORT);
        page.items().forEach(entry -> positions.add(entry.position()));
        sizes.add(page.items().size());
        cursor = page.next();
      } while (cursor != null);

      assertThat(sizes).containsExactly(9, 9, 200, 12);
      assertThat(positions)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, LONG + SHORT).boxed().toList());
    }
  }

  private static Page<EntryView> page(TestLedger ledger, @Nullable String cursor) {
    EntryParameters asked =
        new EntryParameters(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, cursor, 200, null);
    return ledger.bean(JournalApi.class).list(asked, new AsOfParameters(null, null, null));
  }
}
