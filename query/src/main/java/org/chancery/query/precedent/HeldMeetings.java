package org.chancery.query.precedent;

import java.util.List;
import java.util.Set;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.Facet;
import org.chancery.query.asof.ReadModel;
import org.chancery.query.asof.ReadModel.Stretched;
import org.chancery.query.asof.Selection;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.springframework.stereotype.Component;

/**
 * The meetings that were held. Of each, one stretch of valid time holds it as held: the last one,
 * so that whoever asks for held meetings on any day gets each of them once.
 */
@Component
final class HeldMeetings {
  static final Facet HELD = Facet.of("status", MeetingStatus.HELD);

  /** As many pairs are asked for one by one; where there are more, all meetings are read once. */
  private static final int FEW = 8;

  private final ReadModel<MeetingView> meetings;

  HeldMeetings(ReadModel<MeetingView> meetings) {
    this.meetings = meetings;
  }

  /** How many are known, whoever took part. */
  long known(AsOf asOf) {
    return meetings.count(Selection.anyDay(Set.of(HELD)), asOf);
  }

  /** Those in which both take part. */
  List<MeetingView> of(Between two, AsOf asOf) {
    return read(Selection.anyDay(two.facets()), asOf);
  }

  /** Those in which both of some pair take part, and perhaps others. */
  List<MeetingView> ofAny(List<Between> pairs, AsOf asOf) {
    return pairs.size() > FEW
        ? read(Selection.anyDay(Set.of(HELD)), asOf)
        : pairs.stream().flatMap(two -> of(two, asOf).stream()).distinct().toList();
  }

  private List<MeetingView> read(Selection selection, AsOf asOf) {
    return meetings.histories(selection, asOf).stream().map(Stretched::view).toList();
  }
}
