package org.chancery.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.chancery.journal.Head.Point;
import org.chancery.journal.Journal;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.Cursor;
import org.chancery.readmodel.ReadModels;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what is asked of the two times into a point in both. */
@Component
public final class AsOfResolver {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Told of what needs read models where there are none. */
  public static final String NOT_KEPT =
      "this server takes commands and answers of the journal alone (chancery.role=command): ask one"
          + " that keeps read models";

  /** How often to ask whether another process has recorded something. */
  private static final Duration OTHERS = Duration.ofMillis(100);

  private final Journal journal;
  private final ReadModels models;
  private final NamedPoints points;
  private final Clock clock;

  /**
   * @param clock its zone is the ledger's, whose day is meant where none is asked for
   */
  public AsOfResolver(Journal journal, ReadModels models, NamedPoints points, Clock clock) {
    this.journal = journal;
    this.models = models;
    this.points = points;
    this.clock = clock;
  }

  /** The point asked for; waits for {@code minPosition}, and for no longer than five seconds. */
  public AsOf asOf(AsOfParameters asked) {
    LocalDate on = on(asked);
    if (asked.minPosition() != null) {
      await(asked.minPosition());
    }
    return shown(
        asked.knownAt() == null ? latest(on) : asFarAsAnswered(knownAt(on, asked.knownAt())));
  }

  private static AsOf shown(AsOf asOf) {
    Floor.current().show(asOf.position());
    return asOf;
  }

  /**
   * All that is known; not a part of it while the read models are being built, and not less than
   * whoever asks was shown before.
   */
  private AsOf latest(LocalDate on) {
    requireKept();
    Floor floor = Floor.current();
    if (models.position() < floor.position()) {
      await(floor.under(journal.refreshedHead().position()));
    }
    if (!models.haveCaughtUp()) {
      throw notYet("read models are", models.position(), journal.head().position());
    }
    long position = models.position();
    return new AsOf(on, instantOf(position), position);
  }

  /**
   * The point as of which a list is asked; where it goes on, that of its cursor. Fails as
   * INVALID_CURSOR where another point is asked for beside it.
   */
  public AsOf asOf(AsOfParameters asked, ListParameters list) {
    return list.cursor() == null ? asOf(asked) : asOf(asked, Parameters.cursor(list.cursor()));
  }

  /** The same, where the cursor was read. */
  public AsOf asOf(AsOfParameters asked, Cursor cursor) {
    requireKnown(cursor);
    return asFarAsAnswered(goingOn(asked, asOf(asked), cursor));
  }

  /** The same for a list of the journal itself. */
  public AsOf ofJournal(AsOfParameters asked, Cursor cursor) {
    requireKnown(cursor);
    return goingOn(asked, ofJournal(asked), cursor);
  }

  private void requireKnown(Cursor cursor) {
    if (cursor.asOf().position() > journal.refreshedHead().position()) {
      throw Cursor.invalid("the cursor is not one that this ledger gave");
    }
  }

  private static AsOf goingOn(AsOfParameters asked, AsOf said, Cursor cursor) {
    AsOf begun = cursor.asOf();
    boolean otherDay = asked.on() != null && (cursor.anyDay() || !said.on().equals(begun.on()));
    boolean otherKnowledge = asked.knownAt() != null && said.position() != begun.position();
    if (otherDay || otherKnowledge) {
      throw Cursor.invalid("the cursor goes on as of its own point, not as of another");
    }
    return begun;
  }

  /**
   * The point asked for in the journal itself, which may be ahead of the read models, and answers
   * where they stand still: {@code minPosition} is one that it holds.
   */
  public AsOf ofJournal(AsOfParameters asked) {
    LocalDate on = on(asked);
    if (asked.minPosition() != null) {
      awaitRecorded(asked.minPosition());
    }
    if (asked.knownAt() != null) {
      return shown(knownAt(on, asked.knownAt()));
    }
    long head = journal.refreshedHead().position();
    long least = Floor.current().under(head);
    if (head < least) {
      awaitRecorded(least);
      head = journal.head().position();
    }
    return shown(new AsOf(on, instantOf(head), head));
  }

  /** The same point, once the read models have reached it: 503 NOT_YET where they have not. */
  public AsOf asFarAsAnswered(AsOf asOf) {
    await(asOf.position());
    return asOf;
  }

  private LocalDate on(AsOfParameters asked) {
    return asked.on() == null ? LocalDate.now(clock) : Parameters.day("on", asked.on());
  }

  private AsOf knownAt(LocalDate on, String text) {
    return Parameters.in(
        "knownAt",
        () ->
            NamedPoints.isName(text)
                ? knownAt(on, points.position(text)).named(text)
                : text.startsWith("position:")
                    ? knownAt(on, Parameters.position(text))
                    : knownAt(on, Parameters.last(text)));
  }

  private AsOf knownAt(LocalDate on, long position) {
    if (position > journal.refreshedHead().position()) {
      throw beyondTheHead(position);
    }
    return new AsOf(on, instantOf(position), position);
  }

  private AsOf knownAt(LocalDate on, Instant instant) {
    Point head = journal.refreshedHead();
    // what is being appended may have an earlier instant
    if (instant.isAfter(head.recordedAt()) && !journal.settle(instant)) {
      throw future("%s has not come yet".formatted(instant));
    }
    return new AsOf(on, instant, journal.positionAt(instant));
  }

  private void requireKept() {
    if (!models.areKept()) {
      throw new ProblemException(Problem.of(RequestCode.NOT_HERE, NOT_KEPT));
    }
  }

  private void await(long position) {
    requireKept();
    try {
      if (models.await(position, PATIENCE)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw notYet("read models are", models.position(), position);
  }

  private void awaitRecorded(long position) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (journal.refreshedHead().position() < position && System.nanoTime() < end) {
        journal.head().awaitBeyond(position - 1, OTHERS);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    if (journal.head().position() < position) {
      throw notYet("journal is", journal.head().position(), position);
    }
  }

  private static ProblemException notYet(String who, long position, long wanted) {
    return new ProblemException(
        Problem.of(
            RequestCode.NOT_YET,
            "the %s at position %d, not yet at %d".formatted(who, position, wanted)));
  }

  private @Nullable Instant instantOf(long position) {
    return journal.at(position).map(entry -> entry.recordedAt()).orElse(null);
  }

  /** 422 AS_OF_IN_FUTURE. */
  public static ProblemException beyondTheHead(long position) {
    return future("position %d is beyond the journal's head".formatted(position));
  }

  private static ProblemException future(String detail) {
    return new ProblemException(Problem.of(RequestCode.AS_OF_IN_FUTURE, detail));
  }
}
