package org.chancery.journal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A request to append entries together or not at all, and what becomes of it. */
final class Append {
  private final List<Entry> entries;
  private final CompletableFuture<@Nullable Void> outcome = new CompletableFuture<>();

  Append(List<Entry> entries) {
    this.entries = entries;
  }

  List<Entry> entries() {
    return entries;
  }

  void succeed() {
    outcome.complete(null);
  }

  void fail(RuntimeException failure) {
    outcome.completeExceptionally(failure);
  }

  /** An interrupt does not end the wait: whoever asked must learn whether the entries stand. */
  void await() {
    try {
      outcome.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}
