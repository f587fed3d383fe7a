package org.chancery.query.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.util.IOUtils;
import org.chancery.journal.Journal;
import org.chancery.readmodel.Replays.ReplayState;
import org.chancery.readmodel.Replays.ReplayView;
import org.jspecify.annotations.Nullable;

/**
 * Makes an index anew beside the one that answers, and says how far that is. Where a start finds
 * only the new one, the old one had been taken away for it.
 */
final class IndexRebuild {
  /** Its number among replays; those of read models are counted from 1. */
  private static final long NUMBER = 0;

  private static final String MODEL = "search";
  private static final String LIVE = "live";
  private static final String NEXT = "next";

  private final @Nullable Path folder;
  private final Journal journal;
  private final EntryIndexing indexing;
  private final Clock clock;
  private @Nullable IndexFiles next;
  private volatile @Nullable Run run;

  private record Run(
      ReplayState state,
      long position,
      long goal,
      @Nullable Long compared,
      long differences,
      @Nullable String cause,
      @Nullable String by,
      Instant requested,
      @Nullable Instant ended) {

    Run at(ReplayState now, long reached) {
      return new Run(
          now, reached, Math.max(goal, reached), compared, differences, null, by, requested, null);
    }

    Run done(long reached, long different, Instant when) {
      return new Run(
          ReplayState.DONE, reached, reached, reached, different, null, by, requested, when);
    }

    Run failed(String why, Instant when) {
      return new Run(ReplayState.FAILED, position, goal, null, 0, why, by, requested, when);
    }
  }

  IndexRebuild(@Nullable Path folder, Journal journal, EntryIndexing indexing, Clock clock) {
    this.folder = folder;
    this.journal = journal;
    this.indexing = indexing;
    this.clock = clock;
  }

  /** Opens the index that answers. */
  IndexFiles opened() throws IOException {
    if (folder == null) {
      return IndexFiles.open(null);
    }
    Path live = folder.resolve(LIVE);
    Path other = folder.resolve(NEXT);
    if (Files.exists(other)) {
      if (Files.exists(live)) {
        IOUtils.rm(other);
      } else {
        Files.move(other, live);
      }
    }
    return IndexFiles.open(live);
  }

  synchronized ReplayView request(@Nullable String by) {
    if (!isWanted()) {
      long goal = journal.head().position();
      Instant now = clock.instant();
      run = new Run(ReplayState.WAITING, 0, goal, null, 0, null, by, now, null);
    }
    return view().orElseThrow();
  }

  boolean isWanted() {
    Run asked = run;
    return asked != null && asked.ended() == null;
  }

  Optional<ReplayView> view() {
    return Optional.ofNullable(run).map(IndexRebuild::view);
  }

  private static ReplayView view(Run run) {
    return new ReplayView(
        NUMBER,
        List.of(MODEL),
        run.state(),
        run.position(),
        run.goal(),
        null,
        null,
        run.compared(),
        run.differences(),
        List.of(),
        run.cause(),
        run.by(),
        run.requested(),
        run.ended());
  }

  /** Takes a batch in; true once it holds as much as the index that answers. */
  boolean advance(IndexFiles live) throws IOException {
    IndexFiles made = next;
    if (made == null) {
      made = begun();
      next = made;
    }
    if (made.reached().position() < live.reached().position()) {
      indexing.advance(made);
      told(ReplayState.BUILDING, made);
      return false;
    }
    told(ReplayState.COMPARING, made);
    long differences = Fingerprints.differences(live.fingerprints(), made.fingerprints());
    run = Objects.requireNonNull(run).done(made.reached().position(), differences, clock.instant());
    return true;
  }

  private void told(ReplayState state, IndexFiles made) {
    run = Objects.requireNonNull(run).at(state, made.reached().position());
  }

  private IndexFiles begun() throws IOException {
    if (folder == null) {
      return IndexFiles.open(null);
    }
    IOUtils.rm(folder.resolve(NEXT));
    return IndexFiles.open(folder.resolve(NEXT));
  }

  /** The new index, in the place of the old one, which is closed. */
  IndexFiles handOver() throws IOException {
    IndexFiles made = Objects.requireNonNull(next);
    next = null;
    if (folder == null) {
      return made;
    }
    made.commit();
    made.close();
    IOUtils.rm(folder.resolve(LIVE));
    Files.move(folder.resolve(NEXT), folder.resolve(LIVE));
    return IndexFiles.open(folder.resolve(LIVE));
  }

  /** Gives up what is not finished. */
  void abandon(String why) {
    Run asked = run;
    if (asked != null && isWanted()) {
      run = asked.failed(why, clock.instant());
    }
    IndexFiles made = next;
    next = null;
    if (made != null) {
      made.close();
    }
  }
}
