package org.chancery.query.conference;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.Ending;
import org.chancery.query.Ending.Because;
import org.chancery.query.OfSubject;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.trip.TripStatus;
import org.chancery.shared.NamedPerson;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.TripId;
import org.jspecify.annotations.Nullable;

/**
 * A conference with what was held at it and who came, as it stands on the day asked about.
 *
 * @param parts the conferences that lie within it
 * @param sessions the meetings that are part of it
 * @param inMargins the meetings beside it
 * @param leftOut who was left out of which of these meetings
 * @param travellers who travelled to it, or is to
 */
public record ConferenceProceedings(
    @JsonUnwrapped ConferenceView itself,
    List<ConferenceView> parts,
    List<MeetingView> sessions,
    List<MeetingView> inMargins,
    List<LeftOut> leftOut,
    List<Traveller> travellers)
    implements OfSubject {

  @Override
  public Subject subject() {
    return itself.subject();
  }

  @Override
  public Stream<Subject> subjects() {
    return Stream.of(
            Stream.of(subject()),
            parts.stream().map(ConferenceView::subject),
            Stream.concat(sessions.stream(), inMargins.stream()).map(MeetingView::subject),
            travellers.stream().map(one -> one.trip().subject()))
        .flatMap(each -> each)
        .distinct();
  }

  @Override
  public List<Ending> endings() {
    return itself.endings();
  }

  @Override
  public Stream<Because> causes() {
    return Stream.of(Stream.of(itself), parts.stream(), sessions.stream(), inMargins.stream())
        .flatMap(each -> each)
        .flatMap(OfSubject::causes);
  }

  /** A party that was left out of a meeting. */
  public record LeftOut(PartyId party, MeetingId meeting, String reason, List<Long> entries) {}

  /**
   * Somebody on a trip that has the conference for a reason.
   *
   * @param official null of a person known by name alone
   * @param person null of an official
   * @param status how the trip stands on the day asked about
   * @param dates of the stop
   */
  public record Traveller(
      @Nullable OfficialId official,
      @Nullable NamedPerson person,
      @Nullable String office,
      TripId trip,
      TripStatus status,
      EdtfSpan dates,
      List<Long> entries) {}
}
