package org.chancery.query.relationship;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.ReadModel.Stretched;
import org.chancery.query.meeting.Began;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.relationship.Pair;
import org.jspecify.annotations.Nullable;

/**
 * The meetings of two parties nearest to a day, before and after it.
 *
 * @param possible those held of which the dates leave open whether they were before or after it
 */
record NearestContacts(@Nullable Contact last, @Nullable Contact next, List<Contact> possible) {
  static final NearestContacts NONE = new NearestContacts(null, null, List.of());

  /** On which side of the day a meeting lies. */
  private enum Side {
    BEFORE,
    AFTER,
    OPEN,
    NEITHER
  }

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
  static NearestContacts of(Pair pair, List<MeetingView> inOrder, AsOf asOf) {
    List<MeetingView> shared =
        inOrder.stream().filter(meeting -> meeting.parties().containsAll(pair.parties())).toList();
    return new NearestContacts(
        contacts(shared.reversed(), Side.BEFORE, asOf).findFirst().orElse(null),
        contacts(shared, Side.AFTER, asOf).findFirst().orElse(null),
        contacts(shared, Side.OPEN, asOf).toList());
  }

  /** True where a meeting counts for the contacts of those who take part. */
  static boolean counts(MeetingView meeting, AsOf asOf) {
    return side(meeting, asOf) != Side.NEITHER;
  }

  private static Stream<Contact> contacts(List<MeetingView> meetings, Side side, AsOf asOf) {
    return meetings.stream().filter(meeting -> side(meeting, asOf) == side).map(Contact::of);
  }

  /** A meeting that was only ever scheduled is no contact once its day has passed. */
  private static Side side(MeetingView meeting, AsOf asOf) {
    if (meeting.heldOn() == null) {
      return meeting.date().begunBy().isAfter(asOf.on()) ? Side.AFTER : Side.NEITHER;
    }
    Began began = Began.held(meeting.heldOn(), asOf);
    if (began.earliest().isAfter(asOf.on())) {
      return Side.AFTER;
    }
    return began.latest().isAfter(asOf.on()) ? Side.OPEN : Side.BEFORE;
  }
}
