package org.chancery.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.journal.EventNames;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.PartyId;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * That something was ended, suspended or called off.
 *
 * @param event the name of the event that says so, such as {@code cooperation.suspended}
 * @param reason why, in words; null where nobody says so
 * @param by who did it; empty where that is not on record, which never means all of the parties
 * @param because over what; null where no entry is on record as the cause
 */
public record Ending(
    String event,
    EdtfDate on,
    @Nullable String reason,
    List<PartyId> by,
    @Nullable Because because,
    List<Long> entries) {

  /**
   * The entry that is told as the cause. What became of it since, {@code causes} tells.
   *
   * @param entry its position
   * @param address where it is found
   */
  public record Because(long entry, String address) {

    /** Null where none is on record. */
    public static @Nullable Because of(@Nullable CitedCause cause) {
      return cause == null ? null : of(cause.entry());
    }

    private static Because of(long entry) {
      return new Because(entry, "/api/entries/" + entry);
    }
  }

  /** The entries that are told as causes of some. */
  public static Stream<Because> causes(List<Ending> endings) {
    return endings.stream().flatMap(ending -> Stream.ofNullable(ending.because));
  }

  private Ending by(List<PartyId> others) {
    return new Ending(event, on, reason, others, because, entries);
  }

  /** All those of a subject, as its fold takes them in. */
  public static final class Endings {
    private final List<Ending> all = new ArrayList<>();

    /** Takes the event in, where it is one that ends something. */
    public void take(Recorded<? extends LedgerEvent> recorded) {
      if (recorded.event() instanceof Caused end) {
        all.add(
            new Ending(
                EventNames.nameOf(recorded.event()),
                end.on(),
                end.reason(),
                end.by(),
                Because.of(end.because()),
                List.of(recorded.position())));
      }
    }

    /** Those that had happened by the day, or may have, in the order of their dates. */
    public List<Ending> by(LocalDate day) {
      return all.stream()
          .filter(ending -> !ending.on.earliest().isAfter(day))
          .sorted(Comparator.comparing(Ending::on))
          .collect(Collectors.toUnmodifiableList());
    }

    /** The same, all of them done by these. */
    public List<Ending> by(LocalDate day, List<PartyId> who) {
      return by(day).stream().map(ending -> ending.by(who)).toList();
    }
  }
}
