package org.chancery.query.relationship;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.chancery.query.asof.ReadModel.Stretched;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.relationship.Pair;
import org.jspecify.annotations.Nullable;

/** The meetings of two parties nearest to a day, before and after it. */
record Contacts(@Nullable Contact last, @Nullable Contact next) {
  static final Contacts NONE = new Contacts(null, null);

  /**
   * The meetings as they stand on the day. One that was only ever recorded as held has no standing
   * before it; looking back we know of it all the same, so its first standing counts.
   */
  static List<MeetingView> standing(List<Stretched<MeetingView>> stretches, LocalDate on) {
    Map<MeetingId, Stretched<MeetingView>> standing = new HashMap<>();
    for (Stretched<MeetingView> stretch : stretches) {
      standing.merge(
          stretch.view().meeting(), stretch, (first, later) -> later.holdsOn(on) ? later : first);
    }
    return standing.values().stream()
        .map(Stretched::view)
        .filter(meeting -> meeting.status() != MeetingStatus.CANCELLED)
        .sorted(
            Comparator.comparing((MeetingView meeting) -> meeting.date().earliest())
                .thenComparing(meeting -> meeting.meeting().value()))
        .toList();
  }

  /** The nearest of the meetings in which both parties take part. */
  static Contacts of(Pair pair, List<MeetingView> inOrder, LocalDate on) {
    List<MeetingView> shared =
        inOrder.stream().filter(meeting -> meeting.parties().containsAll(pair.parties())).toList();
    return new Contacts(
        shared.reversed().stream()
            .filter(Contacts::wasHeld)
            .filter(begun(on))
            .findFirst()
            .map(Contact::of)
            .orElse(null),
        shared.stream().filter(begun(on).negate()).findFirst().map(Contact::of).orElse(null));
  }

  /** A meeting that was only ever scheduled is no contact, though its day has passed. */
  private static boolean wasHeld(MeetingView meeting) {
    return meeting.status() != MeetingStatus.SCHEDULED;
  }

  private static Predicate<MeetingView> begun(LocalDate on) {
    return meeting -> !meeting.date().begunBy().isAfter(on);
  }
}
