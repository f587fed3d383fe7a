package org.chancery.query.conference;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.Ending;
import org.chancery.query.OfSubject;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.conference.Attendee;
import org.chancery.shared.conference.Capacity;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.conference.ConferenceKind;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * A conference.
 *
 * @param scheduledFor when it is to be held; null where it was never scheduled, or put off without
 *     another date
 * @param participants who was to take part, and once it was held, who did
 * @param partOf the conference within which it lies
 * @param series what the conferences are called that it is one of
 * @param status how it stands on the day asked about
 * @param between where the status is indeterminate, those between which it lies
 * @param endings how it was called off by the day, or perhaps; by whom and over what
 * @param entries the positions that all this rests on
 */
public record ConferenceView(
    ConferenceId conference,
    String name,
    ConferenceKind kind,
    @Nullable PartyId convener,
    @Nullable PartyId host,
    @Nullable Place place,
    @Nullable EdtfSpan scheduledFor,
    @Nullable EdtfSpan heldOn,
    List<Attendee> participants,
    List<Invitation> invited,
    List<String> topics,
    @Nullable ConferenceId partOf,
    @Nullable String series,
    ConferenceStatus status,
    List<ConferenceStatus> between,
    List<Ending> endings,
    List<Long> entries)
    implements OfSubject {
  public static final ReadModelSpec<ConferenceEvent, ConferenceView> READ_MODEL =
      ReadModelSpec.of(
              "conference", ConferenceEvent.class, ConferenceView.class, ConferenceFold::versions)
          .indexedBy("party", "official", "partOf", "series")
          .filteredBy("conference", view -> List.of(view.conference().value()))
          .filteredBy("series", view -> Stream.ofNullable(view.series()).toList())
          .filteredBy("place", ConferenceView::localities)
          .groupedBy(
              Dimension.of("party").many(),
              Dimension.of("official").many(),
              Dimension.of("host"),
              Dimension.said("place"),
              Dimension.of("country"),
              Dimension.said("series"),
              Dimension.of("kind"),
              Dimension.of("status"),
              Dimension.said("year"),
              Dimension.said("month"));

  @Override
  public Subject subject() {
    return new Subject(ConferenceEvent.CONCEPT, conference.value());
  }

  /** When it was held, or else is to be; null where it was put off without another date. */
  public @Nullable EdtfSpan date() {
    return heldOn == null ? scheduledFor : heldOn;
  }

  private List<String> localities() {
    String locality = place == null ? null : place.locality();
    return locality == null ? List.of() : List.of(locality);
  }

  /** How a conference stands on a day. */
  public enum ConferenceStatus {
    SCHEDULED,
    /** It was put off, and no other date is set. */
    POSTPONED,
    /** The last day for which it was scheduled has passed, and no outcome is on record. */
    OVERDUE,
    HELD,
    CANCELLED,
    INDETERMINATE
  }

  /** A party that was asked to take part. */
  public record Invitation(PartyId party, Capacity as, List<Long> entries) {}
}
