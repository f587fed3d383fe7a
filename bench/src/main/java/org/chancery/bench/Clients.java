package org.chancery.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that work at the same time. */
final class Clients {

  private Clients() {}

  /** Work that may fail. */
  @FunctionalInterface
  interface Work<T> {
    void on(List<T> part) throws Exception;
  }

  /** Gives each client an equal part; returns when the last is done. */
  static <T> void share(int clients, List<T> all, Work<T> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        int from = all.size() * client / clients;
        int to = all.size() * (client + 1) / clients;
        running.add(
            threads.submit(
                () -> {
                  work.on(all.subList(from, to));
                  return to;
                }));
      }
      for (Future<?> client : running) {
        client.get();
      }
    }
  }
}
