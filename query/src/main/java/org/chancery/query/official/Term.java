package org.chancery.query.official;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.query.official.OfficialView.Appointment;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.query.official.OfficialView.Held;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.text.TextForm;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** A term in office, from the day it was taken up to the day it was left, both included. */
record Term(Appointment appointment) {

  /**
   * Terms in an office follow each other, so each end belongs to the first term still without one.
   */
  static List<Term> of(
      List<Recorded<OfficialAppointed>> begun, List<Recorded<AppointmentEnded>> ended) {
    List<Recorded<AppointmentEnded>> unmatched = new ArrayList<>(ended);
    List<Term> terms = new ArrayList<>();
    List<Recorded<OfficialAppointed>> inOrder = new ArrayList<>(begun);
    inOrder.sort(Comparator.comparing(from -> from.event().on()));
    for (Recorded<OfficialAppointed> from : inOrder) {
      Recorded<AppointmentEnded> to = endOf(from.event(), unmatched);
      unmatched.remove(to);
      terms.add(begunBy(from, to));
    }
    unmatched.forEach(to -> terms.add(endedBy(to)));
    terms.sort(Comparator.comparing((Term term) -> term.span().earliest()));
    return terms;
  }

  private static @Nullable Recorded<AppointmentEnded> endOf(
      OfficialAppointed from, List<Recorded<AppointmentEnded>> ended) {
    return ended.stream()
        .filter(to -> TextForm.areAlike(to.event().office(), from.office()))
        .filter(to -> to.event().party().equals(from.party()))
        .filter(to -> !to.event().on().latest().isBefore(from.on().earliest()))
        .min(Comparator.comparing(to -> to.event().on()))
        .orElse(null);
  }

  private static Term begunBy(
      Recorded<OfficialAppointed> from, @Nullable Recorded<AppointmentEnded> to) {
    OfficialAppointed event = from.event();
    return new Term(
        new Appointment(
            event.office(),
            event.party(),
            event.on(),
            to == null ? null : to.event().on(),
            to == null
                ? List.of(from.position())
                : Stream.of(from.position(), to.position()).sorted().toList()));
  }

  private static Term endedBy(Recorded<AppointmentEnded> to) {
    AppointmentEnded event = to.event();
    return new Term(
        new Appointment(event.office(), event.party(), null, event.on(), List.of(to.position())));
  }

  /** The days on which it begins or may begin to be held, and those on which it no longer is. */
  List<LocalDate> edges() {
    EdtfSpan span = span();
    return List.of(
        span.earliest(), span.begunBy(), Days.after(span.lastsTo()), Days.after(span.latest()));
  }

  Optional<Held> on(LocalDate day) {
    EdtfSpan span = span();
    if (day.isBefore(span.earliest()) || day.isAfter(span.latest())) {
      return Optional.empty();
    }
    boolean certain = !day.isBefore(span.begunBy()) && !day.isAfter(span.lastsTo());
    return Optional.of(
        new Held(
            appointment.office(),
            appointment.party(),
            certain ? Certainty.YES : Certainty.INDETERMINATE,
            appointment.entries()));
  }

  boolean isIn(Attested office) {
    return TextForm.areAlike(appointment.office(), office.office())
        && appointment.party().equals(office.party());
  }

  EdtfSpan span() {
    return new EdtfSpan("", appointment.from(), appointment.to());
  }
}
