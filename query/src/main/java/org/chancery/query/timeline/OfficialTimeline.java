package org.chancery.query.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficeAttested;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.text.TextForm;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.Lifecycle;
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

  /** The offices that an official holds: each is taken up, and left before it is taken up anew. */
  private static final class Offices implements Lifecycle<Set<String>, OfficialEvent> {

    @Override
    public Set<String> initial() {
      return Set.of();
    }

    @Override
    public @Nullable RefusalCode objection(Set<String> held, OfficialEvent event) {
      return switch (event) {
        case OfficialRegistered _, OfficeAttested _ -> null;
        case OfficialAppointed(var _, var office, var party, var _) ->
            held.contains(post(office, party)) ? RefusalCode.ALREADY_EXISTS : null;
        case AppointmentEnded(var _, var office, var party, var _) ->
            held.contains(post(office, party)) ? null : RefusalCode.OFFICE_NOT_HELD;
      };
    }

    @Override
    public Set<String> after(Set<String> held, OfficialEvent event) {
      Set<String> holds = new HashSet<>(held);
      switch (event) {
        case OfficialRegistered _, OfficeAttested _ -> {}
        case OfficialAppointed(var _, var office, var party, var _) ->
            holds.add(post(office, party));
        case AppointmentEnded(var _, var office, var party, var _) ->
            holds.remove(post(office, party));
      }
      return Set.copyOf(holds);
    }

    private static String post(String office, PartyId party) {
      return party + " " + TextForm.folded(office);
    }
  }
}
