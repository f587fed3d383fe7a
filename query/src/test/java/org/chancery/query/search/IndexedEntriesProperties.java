package org.chancery.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.chancery.journal.JournalParts;
import org.chancery.journal.Revisions;
import org.chancery.journal.TestJournal;
import org.chancery.query.Corrections;
import org.chancery.query.RandomHistories;
import org.chancery.query.RandomHistories.Draft;
import org.chancery.query.TestLedger;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.TestDatabases;
import org.chancery.shared.entry.LedgerEvent;

/** An index that followed the journal holds what one made anew holds, and what was in force. */
@Tag("slow")
class IndexedEntriesProperties {
  private static final JournalParts H2 = TestJournal.inMemory();
  private static final JournalParts POSTGRES =
      JournalParts.open(
          TestDatabases.postgres(),
          Clock.systemUTC(),
          new Revisions(),
          new SimpleMeterRegistry(),
          false);
  private static final TestLedger ON_H2 = new TestLedger(H2, TestDatabases.h2());
  private static final TestLedger ON_POSTGRES = new TestLedger(POSTGRES, TestDatabases.h2());

  @AfterContainer
  static void close() {
    ON_H2.close();
    ON_POSTGRES.close();
  }

  @Property(tries = 60)
  void whatIsFoundIsWhatWasInForce(@ForAll("histories") List<Draft> drafts, @ForAll Random random)
      throws IOException {
    check(ON_H2, H2, drafts, random);
  }

  @Property(tries = 8)
  void soItIsOnPostgres(@ForAll("histories") List<Draft> drafts, @ForAll Random random)
      throws IOException {
    check(ON_POSTGRES, POSTGRES, drafts, random);
  }

  @Provide
  Arbitrary<List<Draft>> histories() {
    return RandomHistories.any();
  }

  private static void check(
      TestLedger ledger, JournalParts parts, List<Draft> drafts, Random random) throws IOException {
    List<Recorded<LedgerEvent>> history = Corrections.interspersed(ledger, drafts, random);
    long head = ledger.settle();
    SearchIndex index = ledger.bean(SearchIndex.class);
    long[] followed = index.search(head, Fingerprints::of);
    assertThat(anew(parts, head)).isEqualTo(followed);
    for (int at = 0; at < history.size(); at++) {
      long position = history.get(at).position();
      Set<Long> held = index.search(head, searcher -> held(searcher, position, history));
      assertThat(held).as("at %d of %s", position, history).isEqualTo(inForce(history, at));
    }
  }

  private static Set<Long> inForce(List<Recorded<LedgerEvent>> history, int last) {
    List<Recorded<LedgerEvent>> known = history.subList(0, last + 1);
    Set<Long> inForce = new TreeSet<>(known.stream().map(Recorded::position).toList());
    inForce.removeAll(Recorded.amended(LedgerEvent.class, known).superseded().keySet());
    return inForce;
  }

  private static Set<Long> held(
      IndexSearcher searcher, long position, List<Recorded<LedgerEvent>> history)
      throws IOException {
    Set<Long> own = new TreeSet<>(history.stream().map(Recorded::position).toList());
    Set<Long> held = new TreeSet<>();
    Knowledge known = new Knowledge(position, 0, 0).ofAnyDay();
    Documents.each(
        searcher,
        MatchAllDocsQuery.INSTANCE,
        leaf -> {
          Knowledge.Segment segment = known.in(leaf);
          NumericDocValues positions = numbers(leaf, EntryDocument.POSITION);
          return (document, _) -> {
            if (segment.holds(document)
                && positions.advanceExact(document)
                && own.contains(positions.longValue())) {
              assertThat(held.add(positions.longValue())).isTrue();
            }
          };
        });
    return held;
  }

  private static long[] anew(JournalParts parts, long head) throws IOException {
    try (IndexFiles files = IndexFiles.open(null)) {
      EntryIndexing indexing = new EntryIndexing(parts);
      while (files.reached().position() < head) {
        indexing.advance(files);
      }
      return files.fingerprints();
    }
  }

  private static NumericDocValues numbers(LeafReaderContext leaf, String field) throws IOException {
    return DocValues.getNumeric(leaf.reader(), field);
  }
}
