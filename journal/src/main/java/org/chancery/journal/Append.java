package org.chancery.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A request to append entries together or not at all, and what becomes of it. */
final class Append {
  private final long since = System.nanoTime();
  private final Fence fence;
  private List<Entry> entries;
  private final CompletableFuture<@Nullable Void> outcome = new CompletableFuture<>();

  Append(List<Entry> entries, Fence fence) {
    this.entries = entries;
    this.fence = fence;
  }

  /** What is waited for as an append is. */
  static Append ofNothing() {
    return new Append(List.of(), Fence.NONE);
  }

  Fence fence() {
    return fence;
  }

  /** For how long it has been waiting. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - since);
  }

  List<Entry> entries() {
    return entries;
  }

  /** Tells the entries their positions, the first of them following the given one. */
  void place(long after, Instant recordedAt) {
    List<Entry> placed = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      placed.add(entry.at(after + placed.size() + 1, recordedAt));
    }
    entries = placed;
  }

  boolean isSettled() {
    return outcome.isDone();
  }

  void succeed() {
    outcome.complete(null);
  }

  void fail(RuntimeException failure) {
    outcome.completeExceptionally(failure);
  }

  /** Waits for the outcome a while, whatever it is; true where it has succeeded by then. */
  boolean await(Duration limit) {
    try {
      outcome.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (ExecutionException | TimeoutException unsettled) {
      return false; // who asks next finds out
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Returns the entries at their positions once they are on the disk. An interrupt does not end the
   * wait: whoever asked must learn whether the entries stand.
   */
  List<Entry> await() {
    try {
      outcome.join();
      return entries;
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}
