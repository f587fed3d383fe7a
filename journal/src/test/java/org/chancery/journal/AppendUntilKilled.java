package org.chancery.journal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** Appends until killed and names each meeting once it is acknowledged: {@code URL DURABLE}. */
final class AppendUntilKilled {
  private static final int CALLERS = 4;

  private AppendUntilKilled() {}

  public static void main(String[] args) {
    JournalParts parts =
        JournalParts.open(
            TestJournal.pool(args[0]),
            Clock.systemUTC(),
            NoOpEventUpcaster.INSTANCE,
            new SimpleMeterRegistry(),
            Boolean.parseBoolean(args[1]));
    for (int caller = 0; caller < CALLERS; caller++) {
      String prefix = "m" + caller + "-";
      Thread.ofPlatform().start(() -> appendForEver(parts, prefix));
    }
  }

  private static void appendForEver(JournalParts parts, String prefix) {
    for (long number = 0; ; number++) {
      String meeting = prefix + number;
      parts.engine().appendEvents(TestJournal.event(0, TestJournal.held(meeting)));
      System.out.println(meeting);
    }
  }
}
