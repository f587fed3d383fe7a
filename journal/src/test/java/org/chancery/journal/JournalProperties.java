package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.chancery.shared.InvalidValue;
import org.h2.jdbcx.JdbcConnectionPool;

/** The journal against the simplest thing that could stand in for it: a list. */
@Tag("slow")
class JournalProperties {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** An append: how many events, to which meeting, from which version on, by which command. */
  record Step(int meeting, int sequence, int count, int command, long clockMoves) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(-1, 1),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(0, 40),
            Arbitraries.longs().between(-5_000_000_000L, 5_000_000_000L))
        .as(Step::new)
        .list()
        .ofMaxSize(30);
  }

  /** With NULs and halves of characters, which no database keeps. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings(),
        Arbitraries.strings().withChars('a', '"', 'Ж', '\0', '\ud83d', '\udd8b').ofMaxLength(5));
  }

  @Property(tries = 40)
  void onH2ItIsAListThatOnlyGrows(@ForAll("steps") List<Step> steps) {
    JdbcConnectionPool pool = TestJournal.memory();
    try {
      isAListThatOnlyGrows(pool, steps);
    } finally {
      pool.dispose();
    }
  }

  @Property(tries = 10)
  void onPostgresqlItIsAListThatOnlyGrows(@ForAll("steps") List<Step> steps) {
    isAListThatOnlyGrows(Postgres.database(), steps);
  }

  @Property(tries = 100)
  void textComesBackAsItWasOrIsRefused(@ForAll("texts") String text) {
    for (JournalParts parts : Shared.JOURNALS) {
      long before = parts.journal().head().position();
      Attribution by = TestJournal.withSources(TestJournal.attribution("k" + before), text);
      try {
        parts.engine().appendEvents(TestJournal.by(by, "m" + before));
        assertThat(parts.journal().at(before + 1).orElseThrow().attribution()).isEqualTo(by);
      } catch (InvalidValue refused) {
        assertThat(parts.journal().head().position()).isEqualTo(before);
        assertThat(text).matches("(?s).*[\0\ud800-\udfff].*");
      }
    }
  }

  /** Opened once: opening costs more than all the tries. */
  private static final class Shared {
    static final List<JournalParts> JOURNALS =
        List.of(TestJournal.inMemory(), TestJournal.on(Postgres.database()));
  }

  private static void isAListThatOnlyGrows(DataSource source, List<Step> steps) {
    AtomicReference<Instant> now = new AtomicReference<>(START);
    InstantSource time = now::get;
    Clock clock = time.withZone(ZoneOffset.UTC);
    List<String> model = new ArrayList<>();
    Map<Integer, Integer> versions = new HashMap<>();
    Set<Integer> executed = new HashSet<>();
    try (JournalParts parts = TestJournal.on(source, clock, NoOpEventUpcaster.INSTANCE)) {
      for (Step step : steps) {
        now.updateAndGet(instant -> instant.plus(Duration.ofNanos(step.clockMoves())));
        List<Entry> before = parts.journal().after(0, 1000);
        step(parts, step, model, versions, executed);
        List<Entry> after = parts.journal().after(0, 1000);
        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(after).extracting(Entry::id).isEqualTo(model);
      }
      assertThat(parts.journal().after(0, 1000)).extracting(Entry::recordedAt).isSorted();
      assertThat(parts.journal().after(0, 1000))
          .extracting(Entry::position)
          .isEqualTo(JournalTestBase.oneTo(model.size()));
    }
  }

  private static void step(
      JournalParts parts,
      Step step,
      List<String> model,
      Map<Integer, Integer> versions,
      Set<Integer> executed) {
    int version = versions.getOrDefault(step.meeting(), 0);
    int sequence = Math.max(0, version + step.sequence());
    List<DomainEventMessage<?>> events =
        IntStream.range(0, step.count())
            .<DomainEventMessage<?>>mapToObj(n -> event(step, sequence + n))
            .toList();
    try {
      parts.engine().appendEvents(events);
      assertThat(executed.add(step.command())).isTrue();
      assertThat(sequence).isGreaterThanOrEqualTo(version);
      versions.put(step.meeting(), sequence + step.count());
      events.forEach(event -> model.add(event.getIdentifier()));
    } catch (DuplicateCommandException repeated) {
      assertThat(executed).contains(step.command());
    } catch (ConcurrencyException late) {
      assertThat(sequence).isLessThan(version);
      assertThat(executed).doesNotContain(step.command());
    }
  }

  private static DomainEventMessage<?> event(Step step, int sequence) {
    return TestJournal.event(
        sequence, TestJournal.held("m" + step.meeting()), "c" + step.command());
  }
}
