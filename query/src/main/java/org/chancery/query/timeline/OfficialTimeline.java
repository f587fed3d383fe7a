package org.chancery.query.timeline;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.PartyId;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficeAttested;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** Officials take up offices and leave them. */
final class OfficialTimeline {

  private OfficialTimeline() {}

  static List<TimelineItem> of(List<Recorded<OfficialEvent>> history) {
    List<Recorded<OfficialEvent>> dated =
        history.stream().filter(recorded -> on(recorded.event()) != null).toList();
    return ValidOrder.of(new Offices(), dated, event -> Objects.requireNonNull(on(event))).stream()
        .flatMap(OfficialTimeline::happening)
        .toList();
  }

  /** Null where the day is of no matter. */
  private static @Nullable EdtfDate on(OfficialEvent event) {
    return switch (event) {
      // It tells of a state and not of a turn; the trips that attest it have their own items.
      case OfficialRegistered _, OfficeAttested _ -> null;
      case OfficialAppointed appointed -> appointed.on();
      case AppointmentEnded ended -> ended.on();
    };
  }

  private static Stream<TimelineItem> happening(Recorded<OfficialEvent> recorded) {
    return switch (recorded.event()) {
      case OfficialRegistered _, OfficeAttested _ -> Stream.empty();
      case OfficialAppointed(var _, var office, var party, var on) ->
          Stream.of(turn(recorded, "becomes", office, party, on));
      case AppointmentEnded(var _, var office, var party, var on) ->
          Stream.of(turn(recorded, "ceases to be", office, party, on));
    };
  }

  private static TimelineItem turn(
      Recorded<OfficialEvent> recorded, String verb, String office, PartyId party, EdtfDate on) {
    String who = NameTemplates.of(recorded.event().official());
    return TimelineItem.of(
            recorded, on, "%s %s %s (%s)".formatted(who, verb, office, NameTemplates.of(party)))
        .among(List.of(party))
        .with(List.of(recorded.event().official()));
  }
}
