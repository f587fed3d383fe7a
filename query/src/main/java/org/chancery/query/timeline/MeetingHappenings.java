package org.chancery.query.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.chancery.query.asof.Recorded;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingRescheduled;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingEvent.PartyExcluded;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.official.OfficialId;
import org.chancery.shared.party.PartyId;
import org.jspecify.annotations.Nullable;

/** A meeting stands where it is to be, until it is moved, called off or held. */
final class MeetingHappenings {
  private final List<Long> entries = new ArrayList<>();
  private final List<PartyId> excluded = new ArrayList<>();
  private List<PartyId> parties = List.of();
  private List<OfficialId> officials = List.of();
  private String what = "meet";
  private @Nullable Happening current;

  private MeetingHappenings() {}

  static List<Happening> of(List<Recorded<MeetingEvent>> history) {
    MeetingHappenings meeting = new MeetingHappenings();
    history.forEach(meeting::take);
    return meeting.current == null
        ? List.of()
        : List.of(
            meeting
                .current
                .among(meeting.attending())
                .with(meeting.officials)
                .citing(meeting.entries));
  }

  private void take(Recorded<MeetingEvent> recorded) {
    entries.add(recorded.position());
    switch (recorded.event()) {
      case MeetingScheduled event -> {
        tell(event.format(), event.parties(), event.participants(), event.place());
        current = Happening.of(recorded, event.scheduledFor(), who() + " are to " + what);
      }
      case MeetingRescheduled event ->
          current = Happening.of(recorded, event.scheduledFor(), who() + " are to " + what);
      case MeetingCancelled event ->
          current =
              Happening.of(
                  recorded,
                  event.on(),
                  "Meeting of %s called off: %s".formatted(who(), event.reason()));
      case MeetingHeld event -> {
        tell(event.format(), event.parties(), event.participants(), event.place());
        current = Happening.of(recorded, event.heldOn(), who() + " " + what);
      }
      case PartyExcluded event -> excluded.add(event.party());
    }
  }

  private void tell(
      MeetingFormat format, List<PartyId> among, List<Participant> present, @Nullable Place place) {
    parties = among;
    officials = present.stream().map(Participant::official).filter(Objects::nonNull).toList();
    what =
        "meet%s (%s)"
            .formatted(where(place), format.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private static String where(@Nullable Place place) {
    if (place == null) {
      return "";
    }
    String country = place.country() == null ? null : Wording.of(place.country());
    return place.locality() == null
        ? country == null ? "" : " in " + country
        : " in " + place.locality() + (country == null ? "" : ", " + country);
  }

  private List<PartyId> attending() {
    return parties.stream().filter(party -> !excluded.contains(party)).toList();
  }

  private String who() {
    return Wording.all(attending());
  }
}
