package org.chancery.query.likeness;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.query.OfSubject;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.query.trip.TripStatus;
import org.chancery.query.trip.TripView;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.Selection;
import org.chancery.shared.NamedPerson;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Person;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.meeting.MeetingCommand.RecordMeetingHeld;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.text.TextForm;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand.PlanTrip;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds meetings of the same parties on the same days that are not known to be elsewhere, and trips
 * of the same traveller on the same days. What was cancelled is like nothing, and over more than a
 * month much is alike that is not the same.
 */
@Component
public final class LookAlikes {
  private static final int SEARCHED = 200;
  private static final int TOLD = 10;
  private static final int DAYS = 31;

  /** As it stands after all that is recorded of it: a cancelled meeting was scheduled once. */
  private static final LocalDate AT_LAST = EdtfSpan.END.minusDays(1);

  private final ReadModel<MeetingView> meetings;
  private final ReadModel<TripView> trips;

  LookAlikes(ReadModel<MeetingView> meetings, ReadModel<TripView> trips) {
    this.meetings = meetings;
    this.trips = trips;
  }

  /** True where the command is of a kind that may be compared. */
  public static boolean concerns(LedgerCommand command) {
    return switch (command) {
      case ScheduleMeeting _ -> true;
      case RecordMeetingHeld held -> !held.parties().isEmpty();
      case PlanTrip planned -> !planned.stops().isEmpty();
      case RecordTrip trip -> !trip.stops().isEmpty();
      default -> false;
    };
  }

  /** What stood at a position that looks like what the command tells; ten at most. */
  public List<LookAlike> of(LedgerCommand command, long position) {
    Subject self = command.subject();
    return switch (command) {
      case ScheduleMeeting it ->
          meetings(self, it.parties(), it.scheduledFor(), it.place(), position);
      case RecordMeetingHeld it -> meetings(self, it.parties(), it.heldOn(), it.place(), position);
      case PlanTrip it -> trips(self, it.traveller(), it.stops(), position);
      case RecordTrip it -> trips(self, it.traveller(), it.stops(), position);
      default -> List.of();
    };
  }

  private List<LookAlike> meetings(
      Subject self, List<PartyId> parties, EdtfSpan on, @Nullable Place place, long position) {
    if (parties.isEmpty()) {
      return List.of();
    }
    Set<PartyId> all = new HashSet<>(parties);
    return alike(
        meetings,
        self,
        all.stream()
            .map(party -> new FilterAttribute("party", party.value()))
            .collect(Collectors.toSet()),
        List.of(on),
        position,
        met ->
            met.status() != MeetingStatus.CANCELLED
                && new HashSet<>(met.parties()).equals(all)
                && !areApart(place, met.place()),
        met ->
            new LookAlike(
                met.subject().toString(),
                met.entries(),
                "the same parties, %s".formatted(met.date())));
  }

  private List<LookAlike> trips(Subject self, Person traveller, List<Stop> stops, long position) {
    return alike(
        trips,
        self,
        Set.of(travelling(traveller)),
        stops.stream().map(Stop::dates).toList(),
        position,
        trip ->
            trip.status() != TripStatus.CANCELLED
                && trip.from() != null
                && trip.to() != null
                && trip.traveller().equals(traveller),
        trip ->
            new LookAlike(
                trip.subject().toString(),
                trip.entries(),
                "the same traveller, %s to %s".formatted(trip.from(), trip.to())));
  }

  private static FilterAttribute travelling(Person traveller) {
    return switch (traveller) {
      case OfficialId official -> new FilterAttribute("official", official.value());
      case NamedPerson named -> new FilterAttribute(TripView.TRAVELLER, named.toString());
    };
  }

  private static <V extends OfSubject> List<LookAlike> alike(
      ReadModel<V> model,
      Subject self,
      Set<FilterAttribute> attributes,
      List<EdtfSpan> days,
      long position,
      Predicate<V> like,
      Function<V, LookAlike> words) {
    Map<String, LookAlike> found = new LinkedHashMap<>();
    of(model, attributes, days, position)
        .filter(view -> !view.subject().equals(self) && like.test(view))
        .forEach(view -> found.put(view.subject().toString(), words.apply(view)));
    return found.values().stream().limit(TOLD).toList();
  }

  private static <V> Stream<V> of(
      ReadModel<V> model, Set<FilterAttribute> attributes, List<EdtfSpan> days, long position) {
    EdtfSpan first = days.stream().min(Comparator.comparing(EdtfSpan::earliest)).orElseThrow();
    EdtfSpan last = days.stream().max(Comparator.comparing(EdtfSpan::latest)).orElseThrow();
    if (first.earliest().plusDays(DAYS).isBefore(last.latest())) {
      return Stream.empty();
    }
    Selection sameDays =
        new Selection(attributes, first.earliest(), last.latest(), false, SEARCHED, null);
    return model.some(sameDays, new AsOf(AT_LAST, null, position)).stream();
  }

  /** Where one of them tells no place, it may be the same. */
  private static boolean areApart(@Nullable Place one, @Nullable Place other) {
    if (one == null || other == null) {
      return false;
    }
    PartyId here = one.country();
    PartyId there = other.country();
    boolean otherCountry = here != null && there != null && !here.equals(there);
    return otherCountry || areOther(one.locality(), other.locality());
  }

  private static boolean areOther(@Nullable String one, @Nullable String other) {
    return one != null && other != null && !TextForm.areAlike(one, other);
  }
}
