package org.chancery.query.meeting;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chancery.query.Ending;
import org.chancery.query.OfSubject;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * A meeting.
 *
 * @param partOf the conference whose session it is
 * @param inMarginsOf the conference beside which it is held
 * @param status how it stands on the day asked about
 * @param between where the status is indeterminate, the two between which it lies
 * @param endings how it was called off by the day, or perhaps; by whom and over what
 * @param entries the positions that all this rests on
 */
public record MeetingView(
    MeetingId meeting,
    MeetingFormat format,
    List<PartyId> parties,
    List<Participant> participants,
    List<Exclusion> excluded,
    @Nullable Place place,
    @Nullable EdtfSpan scheduledFor,
    @Nullable EdtfSpan heldOn,
    List<String> topics,
    @Nullable ConferenceId partOf,
    @Nullable ConferenceId inMarginsOf,
    MeetingStatus status,
    List<MeetingStatus> between,
    List<Ending> endings,
    List<Long> entries)
    implements OfSubject {
  public static final ReadModelSpec<MeetingEvent, MeetingView> READ_MODEL =
      ReadModelSpec.of("meeting", MeetingEvent.class, MeetingView.class, MeetingFold::versions)
          .indexedBy("party", "official", "country", "conference")
          .filteredBy("place", MeetingView::localities)
          .groupedBy(
              Dimension.of("party").many(),
              Dimension.of("official").many(),
              Dimension.said("place"),
              Dimension.of("country"),
              Dimension.of("format"),
              Dimension.of("status"),
              Dimension.said("year"),
              Dimension.said("month"));

  /** Of meetings in which someone takes part who is recorded by name alone, without an id. */
  public static final FilterAttribute BY_NAME_ALONE =
      new FilterAttribute("by-name-alone", "someone");

  /** Of meetings in which two or more are so recorded; they have the other attribute too. */
  public static final FilterAttribute SEVERAL_BY_NAME_ALONE =
      new FilterAttribute("by-name-alone", "several");

  @Override
  public Subject subject() {
    return meeting.subject();
  }

  /** By where something is held. */
  public static Set<FilterAttribute> attributes(@Nullable Place place) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    if (place != null && place.locality() != null) {
      attributes.add(new FilterAttribute("place", place.locality()));
      attributes.add(FilterAttribute.said("place", place.locality()));
    }
    if (place != null && place.country() != null) {
      attributes.add(new FilterAttribute("country", place.country().value()));
    }
    return attributes;
  }

  /** Where it is, as far as that is told. */
  List<String> localities() {
    return place == null || place.locality() == null ? List.of() : List.of(place.locality());
  }

  /** When it was held, or else is to be. */
  public EdtfSpan date() {
    EdtfSpan date = heldOn == null ? scheduledFor : heldOn;
    if (date == null) {
      throw new IllegalStateException("neither scheduled nor held");
    }
    return date;
  }

  /** The same meeting on a day on which it stood so. */
  public MeetingView standingAs(MeetingStatus other) {
    return new MeetingView(
        meeting,
        format,
        parties,
        participants,
        excluded,
        place,
        scheduledFor,
        heldOn,
        topics,
        partOf,
        inMarginsOf,
        other,
        List.of(),
        endings,
        entries);
  }

  /** How a meeting stands on a day. */
  public enum MeetingStatus {
    SCHEDULED,
    /** The last day for which it was scheduled has passed, and no outcome is on record. */
    OVERDUE,
    HELD,
    CANCELLED,
    INDETERMINATE
  }

  /** A party that was left out. */
  public record Exclusion(PartyId party, String reason, List<Long> entries) {}
}
