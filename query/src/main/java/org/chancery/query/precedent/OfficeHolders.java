package org.chancery.query.precedent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.account.Accounts;
import org.chancery.query.meeting.Began;
import org.chancery.query.meeting.CandidateMeeting;
import org.chancery.query.official.OfficeAttributes;
import org.chancery.query.official.OfficialView;
import org.chancery.query.official.OfficialView.Appointment;
import org.chancery.query.official.OfficialView.Attestation;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.query.official.OfficialView.Held;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.text.TextForm;
import org.chancery.shared.time.EdtfSpan;
import org.springframework.stereotype.Component;

/** In which offices those present at a meeting were, by what was known at a position. */
@Component
final class OfficeHolders {
  private final ReadModel<OfficialView> officials;
  private final Accounts accounts;

  OfficeHolders(ReadModel<OfficialView> officials, Accounts accounts) {
    this.accounts = accounts;
    this.officials = officials;
  }

  /**
   * A time in office, beside the days on which a meeting may have begun.
   *
   * @param shared those of the days on which the office may have been held; none where on none
   * @param sure true where it was held on all of them
   */
  private record Term(String office, PartyId party, Optional<Began> shared, boolean sure) {

    Term unsure() {
      return new Term(office, party, shared, false);
    }

    static Term of(Appointment appointment, Began began) {
      EdtfSpan span = new EdtfSpan("", appointment.from(), appointment.to());
      return new Term(
          appointment.office(),
          appointment.party(),
          began.within(span.earliest(), span.latest()),
          !began.earliest().isBefore(span.begunBy()) && !began.latest().isAfter(span.lastsTo()));
    }
  }

  /** The same where the first of the two, or someone for it, was there in the office. */
  Optional<CandidateMeeting> inOffice(
      String office, Between two, CandidateMeeting one, long position) {
    List<Term> terms =
        one.meeting().participants().stream()
            .flatMap(participant -> terms(participant, two, one.began(), position))
            .filter(term -> OfficeAttributes.isCalled(term.office(), office))
            .toList();
    return terms.stream().anyMatch(Term::sure)
        ? Optional.of(one)
        : terms.stream()
            .flatMap(term -> term.shared().stream())
            .reduce(Began::or)
            .map(days -> new CandidateMeeting(one.meeting(), days, false));
  }

  /** For whom the participant took part, or may have: as recorded, or else by the offices held. */
  Set<PartyId> parties(Participant participant, Began began, long position) {
    Set<PartyId> parties = new LinkedHashSet<>();
    if (participant.party() != null) {
      parties.add(participant.party());
    } else if (participant.official() != null) {
      terms(participant.official(), began, position)
          .filter(term -> term.shared().isPresent())
          .forEach(term -> parties.add(term.party()));
    }
    return parties;
  }

  private Stream<Term> terms(Participant participant, Between two, Began began, long position) {
    OfficialId official = participant.official();
    if (official == null) {
      return Stream.empty();
    }
    return switch (two.kind()) {
      case OFFICIAL ->
          official.value().equals(two.one()) ? terms(official, began, position) : Stream.empty();
      case PARTY ->
          terms(official, began, position)
              .filter(term -> term.party().value().equals(two.one()))
              .filter(_ -> isOf(two.one(), participant));
    };
  }

  private static boolean isOf(String party, Participant participant) {
    return participant.party() == null || participant.party().value().equals(party);
  }

  /** By whichever account; sure where each has it so. */
  private Stream<Term> terms(OfficialId official, Began began, long position) {
    List<List<Term>> accounts =
        views(official, AsOf.anyDay(position)).map(view -> terms(view, began, position)).toList();
    return accounts.stream()
        .flatMap(List::stream)
        .distinct()
        .map(term -> accounts.stream().allMatch(one -> one.contains(term)) ? term : term.unsure());
  }

  private Stream<OfficialView> views(OfficialId official, AsOf asOf) {
    Subject subject = new Subject(OfficialEvent.CONCEPT, official.value());
    return accounts.each(subject, asOf).stream()
        .flatMap(whose -> accounts.by(whose, asOf).at(officials, subject).stream());
  }

  private List<Term> terms(OfficialView view, Began began, long position) {
    return Stream.concat(
            view.appointments().stream().map(term -> Term.of(term, began)),
            view.attestations().stream()
                .map(office -> attested(view.official(), office, began, position)))
        .toList();
  }

  /** Where an office is attested, how it is held changes on many days: each is asked for. */
  private Term attested(OfficialId official, Attestation office, Began began, long position) {
    Began attested = began.within(office.first(), office.last()).orElse(began);
    List<Held> held =
        Stream.of(began.earliest(), began.latest(), attested.earliest(), attested.latest())
            .distinct()
            .flatMap(day -> at(official, new AsOf(day, null, position)).stream())
            .flatMap(view -> view.holds().stream())
            .filter(one -> TextForm.areAlike(one.office(), office.office()))
            .filter(one -> one.party().equals(office.party()))
            .toList();
    boolean isOneDay = began.earliest().equals(began.latest());
    return new Term(
        office.office(),
        office.party(),
        held.isEmpty() ? Optional.empty() : Optional.of(began),
        isOneDay && held.stream().anyMatch(one -> one.held() == Certainty.YES));
  }

  private Optional<OfficialView> at(OfficialId official, AsOf asOf) {
    return officials.at(OfficialEvent.CONCEPT + "/" + official, asOf);
  }
}
