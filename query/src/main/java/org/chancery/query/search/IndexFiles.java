package org.chancery.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.chancery.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One index and what it was made of: each commit says up to which entry, so that index and position
 * are one. What cannot be read, was made by another version or of another journal is thrown away.
 * Written by one thread at a time.
 */
final class IndexFiles implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(IndexFiles.class);

  /** Raised with each change of what is indexed, or how. */
  private static final String VERSION = "1";

  private static final String POSITION = "position";
  private static final String ENTRY = "entry";
  private static final String MADE_BY = "version";
  private static final double BUFFER_MB = 48;

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private Reached reached;
  private Reached committed;

  /** The last entry that is taken in. */
  record Reached(long position, @Nullable String entry) {
    static final Reached NONE = new Reached(0, null);

    boolean isIn(Journal journal) {
      return position == 0
          || (position <= journal.head().position()
              && journal.idAt(position).filter(id -> id.equals(entry)).isPresent());
    }
  }

  private IndexFiles(Directory directory) throws IOException {
    this.directory = directory;
    IndexWriterConfig config = new IndexWriterConfig(new WordAnalyzer());
    config.setRAMBufferSizeMB(BUFFER_MB);
    config.setCommitOnClose(false);
    this.writer = new IndexWriter(directory, config);
    this.reached = reached(writer);
    this.committed = reached;
    this.searchers = new SearcherManager(writer, null);
  }

  /** Opens what is kept in a folder, or begins anew; in memory where there is no folder. */
  static IndexFiles open(@Nullable Path folder) {
    try {
      return folder == null ? new IndexFiles(new ByteBuffersDirectory()) : inFolder(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static IndexFiles inFolder(Path folder) throws IOException {
    try {
      return checked(folder);
    } catch (LockObtainFailedException inUse) {
      throw inUse;
    } catch (IOException | IllegalArgumentException | IllegalStateException damaged) {
      log.error("the search index in {} cannot be read, and is built anew", folder, damaged);
      IOUtils.rm(folder);
      return checked(folder);
    }
  }

  private static IndexFiles checked(Path folder) throws IOException {
    Files.createDirectories(folder);
    Directory directory = FSDirectory.open(folder);
    try {
      if (DirectoryReader.indexExists(directory)) {
        requireWhole(directory);
      }
      return new IndexFiles(directory);
    } catch (IOException | RuntimeException unfit) {
      IOUtils.closeWhileHandlingException(directory);
      throw unfit;
    }
  }

  /** Opening reads little; a changed byte elsewhere would lead to a false answer. */
  private static void requireWhole(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        ((CodecReader) leaf.reader()).checkIntegrity();
      }
    }
  }

  /** What the last commit says; nothing where another version of the ledger made it. */
  private static Reached reached(IndexWriter writer) throws IOException {
    Map<String, String> told = new HashMap<>();
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      data.forEach(each -> told.put(each.getKey(), each.getValue()));
    }
    if (VERSION.equals(told.get(MADE_BY))) {
      return new Reached(Long.parseLong(told.getOrDefault(POSITION, "0")), told.get(ENTRY));
    }
    writer.deleteAll();
    return Reached.NONE;
  }

  Reached reached() {
    return reached;
  }

  void add(Document document) throws IOException {
    writer.addDocument(document);
  }

  /** The document that was in force is so up to this position. */
  void end(Term version, long position) throws IOException {
    writer.updateNumericDocValue(version, EntryDocument.UNTIL, position);
  }

  /** What was added by now is all up to there; it is not searched yet. */
  void reach(Reached last) {
    reached = last;
  }

  /** Lets what was added be searched. */
  void show() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Keeps what was added. */
  void commit() throws IOException {
    if (committed.equals(reached)) {
      return;
    }
    Map<String, String> told = new HashMap<>();
    told.put(MADE_BY, VERSION);
    told.put(POSITION, Long.toString(reached.position()));
    if (reached.entry() != null) {
      told.put(ENTRY, reached.entry());
    }
    writer.setLiveCommitData(told.entrySet());
    writer.commit();
    committed = reached;
  }

  void empty() throws IOException {
    writer.deleteAll();
    reached = Reached.NONE;
    commit();
    show();
  }

  /** A number for each document, by what it holds; in ascending order. */
  long[] fingerprints() throws IOException {
    show();
    IndexSearcher searcher = searchers.acquire();
    try {
      return Fingerprints.of(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  SearcherManager searchers() {
    return searchers;
  }

  /** Gives up what is not committed. */
  @Override
  public void close() {
    IOUtils.closeWhileHandlingException(searchers, writer, directory);
  }
}
