package org.chancery.query.precedent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.ReadModel;
import org.chancery.query.meeting.Began;
import org.chancery.query.meeting.Encounter;
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

  /** The same where the first of the two, or someone for it, was there in the office. */
  Optional<Encounter> inOffice(String office, Between two, Encounter one, long position) {
    List<EdtfSpan> terms =
        one.meeting().participants().stream()
            .flatMap(participant -> appointments(participant, two, position))
            .filter(appointment -> isCalled(office, appointment))
            .map(OfficeHolders::term)
            .toList();
    return terms.stream().anyMatch(term -> surelyIn(term, one.began()))
        ? Optional.of(one)
        : terms.stream()
            .flatMap(term -> one.began().within(term.earliest(), term.latest()).stream())
            .reduce(Began::or)
            .map(days -> new Encounter(one.meeting(), days, false));
  }

  /** For whom the participant took part, or may have: as recorded, or else by the offices held. */
  Set<PartyId> parties(Participant participant, Began began, long position) {
    Set<PartyId> parties = new LinkedHashSet<>();
    if (participant.party() != null) {
      parties.add(participant.party());
    } else if (participant.official() != null) {
      appointments(participant.official(), position).stream()
          .filter(appointment -> mayBeIn(term(appointment), began))
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

  private static EdtfSpan term(Appointment appointment) {
    return new EdtfSpan("", appointment.from(), appointment.to());
  }

  private static boolean mayBeIn(EdtfSpan term, Began began) {
    return began.within(term.earliest(), term.latest()).isPresent();
  }

  private static boolean surelyIn(EdtfSpan term, Began began) {
    return !began.earliest().isBefore(term.begunBy()) && !began.latest().isAfter(term.lastsTo());
  }
}
