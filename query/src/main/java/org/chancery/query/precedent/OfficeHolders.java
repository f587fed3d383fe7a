package org.chancery.query.precedent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.ReadModel;
import org.chancery.query.meeting.Began;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.official.OfficeFacets;
import org.chancery.query.official.OfficialView;
import org.chancery.query.official.OfficialView.Appointment;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialId;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.time.EdtfSpan;
import org.springframework.stereotype.Component;

/** In which offices those present at a meeting were, by what was known at a position. */
@Component
final class OfficeHolders {
  private final ReadModel<OfficialView> officials;

  OfficeHolders(ReadModel<OfficialView> officials) {
    this.officials = officials;
  }

  /** Whether someone was there, as far as the dates tell. */
  enum Presence {
    NO,
    PERHAPS,
    YES
  }

  /** Whether the first of the two, or someone for it, was there in the office. */
  Presence present(String office, Between two, MeetingView meeting, Began began, long position) {
    return meeting.participants().stream()
        .flatMap(participant -> appointments(participant, two, position))
        .filter(appointment -> isCalled(office, appointment))
        .map(appointment -> at(began, appointment))
        .max(Presence::compareTo)
        .orElse(Presence.NO);
  }

  /** For whom the participant took part, or may have: as recorded, or else by the offices held. */
  Set<PartyId> parties(Participant participant, Began began, long position) {
    Set<PartyId> parties = new LinkedHashSet<>();
    if (participant.party() != null) {
      parties.add(participant.party());
    } else if (participant.official() != null) {
      appointments(participant.official(), position).stream()
          .filter(appointment -> at(began, appointment) != Presence.NO)
          .forEach(appointment -> parties.add(appointment.party()));
    }
    return parties;
  }

  private Stream<Appointment> appointments(Participant participant, Between two, long position) {
    OfficialId official = participant.official();
    if (official == null) {
      return Stream.empty();
    }
    return switch (two.kind()) {
      case OFFICIAL ->
          official.value().equals(two.one())
              ? appointments(official, position).stream()
              : Stream.empty();
      case PARTY ->
          appointments(official, position).stream()
              .filter(appointment -> appointment.party().value().equals(two.one()))
              .filter(_ -> isOf(two.one(), participant));
    };
  }

  private static boolean isOf(String party, Participant participant) {
    return participant.party() == null || participant.party().value().equals(party);
  }

  private List<Appointment> appointments(OfficialId official, long position) {
    AsOf anyDay = AsOf.anyDay(position);
    return officials
        .at(OfficialEvent.CONCEPT + "/" + official, anyDay)
        .map(OfficialView::appointments)
        .orElse(List.of());
  }

  private static boolean isCalled(String office, Appointment appointment) {
    return OfficeFacets.of(appointment.office()).stream()
        .anyMatch(facet -> facet.value().equalsIgnoreCase(office.strip()));
  }

  private static Presence at(Began began, Appointment appointment) {
    EdtfSpan term = new EdtfSpan("", appointment.from(), appointment.to());
    if (began.latest().isBefore(term.earliest()) || began.earliest().isAfter(term.latest())) {
      return Presence.NO;
    }
    boolean surely =
        !began.earliest().isBefore(term.begunBy()) && !began.latest().isAfter(term.lastsTo());
    return surely ? Presence.YES : Presence.PERHAPS;
  }
}
