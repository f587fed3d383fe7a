package org.chancery.query;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.chancery.journal.Head.Point;
import org.chancery.journal.Journal;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.Cursor;
import org.chancery.query.asof.ReadModels;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what is asked of the two times into a point in both. */
@Component
public final class Asking {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Journal journal;
  private final ReadModels models;
  private final Clock clock;

  public Asking(Journal journal, ReadModels models, Clock clock) {
    this.journal = journal;
    this.models = models;
    this.clock = clock;
  }

  /** The point asked for; waits for {@code minPosition}, and for no longer than five seconds. */
  public AsOf asOf(AsOfParameters asked) {
    LocalDate on = asked.on() == null ? today() : day(asked.on());
    if (asked.minPosition() != null) {
      await(asked.minPosition());
    }
    if (asked.knownAt() == null) {
      long position = models.position();
      return new AsOf(on, instantOf(position), position);
    }
    return asked.knownAt().startsWith("position:")
        ? knownAt(on, positionIn(asked.knownAt()))
        : knownAt(on, instantIn(asked.knownAt()));
  }

  /**
   * The point as of which a list is asked; where it goes on, that of its cursor. Fails as
   * INVALID_CURSOR where another point is asked for beside it.
   */
  public AsOf asOf(AsOfParameters asked, ListParameters list) {
    if (list.cursor() == null) {
      return asOf(asked);
    }
    AsOf asOf = asOf(asked, Cursor.parse(list.cursor()));
    await(asOf.position());
    return asOf;
  }

  /** The same for a list of the journal itself. */
  public AsOf asOf(AsOfParameters asked, Cursor cursor) {
    AsOf begun = cursor.asOf();
    if (begun.position() > journal.refreshedHead().position()) {
      throw Cursor.invalid("the cursor is not one that this ledger gave");
    }
    AsOf said = asOf(asked);
    boolean otherDay = asked.on() != null && (cursor.anyDay() || !said.on().equals(begun.on()));
    boolean otherKnowledge = asked.knownAt() != null && said.position() != begun.position();
    if (otherDay || otherKnowledge) {
      throw Cursor.invalid("the cursor goes on as of its own point, not as of another");
    }
    return begun;
  }

  /**
   * The point asked for in the journal itself, which may be ahead of the read models: without
   * {@code knownAt} its head.
   */
  public AsOf ofJournal(AsOfParameters asked) {
    if (asked.knownAt() != null) {
      return asOf(asked);
    }
    Point head = journal.refreshedHead();
    if (asked.minPosition() != null && asked.minPosition() > head.position()) {
      await(asked.minPosition());
    }
    LocalDate on = asked.on() == null ? today() : day(asked.on());
    return new AsOf(on, instantOf(head.position()), head.position());
  }

  /** The same point, once the read models have reached it: 503 NOT_YET where they have not. */
  public AsOf asFarAsAnswered(AsOf asOf) {
    await(asOf.position());
    return asOf;
  }

  private AsOf knownAt(LocalDate on, long position) {
    if (position > journal.refreshedHead().position()) {
      throw beyondTheHead(position);
    }
    await(position);
    return new AsOf(on, instantOf(position), position);
  }

  private AsOf knownAt(LocalDate on, Instant instant) {
    Point head = journal.refreshedHead();
    if (instant.isAfter(head.recordedAt())) {
      if (instant.isAfter(clock.instant())) {
        throw future("%s has not come yet".formatted(instant));
      }
      journal.settledHead(); // what is being appended may have an earlier instant
    }
    long position = journal.positionAt(instant);
    await(position);
    return new AsOf(on, instant, position);
  }

  private void await(long position) {
    try {
      if (models.await(position, PATIENCE)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw new ProblemException(
        Problem.of(
            503,
            "NOT_YET",
            "the read models are at position %d, not yet at %d"
                .formatted(models.position(), position)));
  }

  private @Nullable Instant instantOf(long position) {
    return journal.at(position).map(entry -> entry.recordedAt()).orElse(null);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }

  /** One day; a month or year is no point in time to stand on. */
  public static LocalDate day(String text) {
    EdtfDate date = EdtfDate.parse(text);
    if (!date.isExact()) {
      throw new ProblemException(
          Problem.of(RefusalCode.INVALID_DATE, "'%s' must be a single day".formatted(text)));
    }
    return date.earliest();
  }

  private static long positionIn(String text) {
    String number = text.substring("position:".length());
    if (!number.matches("\\d{1,18}")) {
      throw new ProblemException(
          Problem.of(RefusalCode.INVALID_DATE, "'%s' is no position".formatted(text)));
    }
    return Long.parseLong(number);
  }

  /** Reads an instant, with Z or an offset. */
  public static Instant instantIn(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw new ProblemException(
          Problem.of(
              RefusalCode.INVALID_DATE,
              "'%s' is no instant: write 2026-01-31T12:00:00Z".formatted(text)));
    }
  }

  /** 422 AS_OF_IN_FUTURE. */
  public static ProblemException beyondTheHead(long position) {
    return future("position %d is beyond the journal's head".formatted(position));
  }

  private static ProblemException future(String detail) {
    return new ProblemException(Problem.of(422, "AS_OF_IN_FUTURE", detail));
  }
}
