package org.chancery.query.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.Filter;
import org.chancery.query.account.AccordingTo;
import org.chancery.query.account.Accounts;
import org.chancery.query.account.DisputedLists;
import org.chancery.query.claim.CheckedClaim.Verdict;
import org.chancery.query.name.Vocabulary;
import org.chancery.query.official.OfficeAttributes;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.official.OfficialView;
import org.chancery.query.official.OfficialView.Appointment;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.query.official.OfficialView.Held;
import org.chancery.query.party.PartyNames;
import org.chancery.query.trip.StopView;
import org.chancery.query.trip.TripStatus;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Stretched;
import org.chancery.readmodel.Selection;
import org.chancery.shared.Subject;
import org.chancery.shared.claim.StatedClaim;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims of first trips, and of offices held. */
@Component
final class OfficialClaims {
  private final Accounts accounts;
  private final DisputedLists lists;
  private final ReadModel<StopView> stops;
  private final ReadModel<OfficialView> officials;
  private final OfficialNames names;
  private final PartyNames parties;
  private final Vocabulary vocabulary;

  OfficialClaims(
      ReadModel<StopView> stops,
      ReadModel<OfficialView> officials,
      OfficialNames names,
      PartyNames parties,
      Vocabulary vocabulary,
      Accounts accounts,
      DisputedLists lists) {
    this.accounts = accounts;
    this.lists = lists;
    this.stops = stops;
    this.officials = officials;
    this.names = names;
    this.parties = parties;
    this.vocabulary = vocabulary;
  }

  /** That a trip is an official's first, in an office or to a country where these are given. */
  CheckedClaim firstTrip(ClaimFields fields, AsOf asOf) {
    StatedClaim claim = fields.claim();
    String trip = claim.trip();
    EdtfSpan on = ClaimFields.spanIfGiven("on", claim.on());
    if (trip == null && on == null) {
      throw Filter.fault("trip", "name the trip, or say `on` which day it was");
    }
    Set<FilterAttribute> attributes = attributes(claim, asOf);
    return CheckedClaim.byEach(
        lists.byEach(stops, Selection.anyDay(attributes), asOf).stream()
            .map(travelled -> firstTrip(trip, on, travelled, asOf))
            .toList());
  }

  private static CheckedClaim firstTrip(
      @Nullable String trip, @Nullable EdtfSpan on, List<StopView> all, AsOf asOf) {
    String scope =
        "Searched were the %d stops of such trips that took place, in this ledger at position %d. What is not in this ledger may have been all the same."
            .formatted(all.stream().filter(OfficialClaims::tookPlace).count(), asOf.position());
    List<StopView> known =
        all.stream().filter(stop -> tookPlace(stop) || isOverdue(stop, asOf)).toList();
    List<StopView> meant =
        known.stream()
            .filter(stop -> trip == null || stop.trip().value().equals(trip.strip()))
            .filter(stop -> trip != null || on == null || stop.dates().mayTouch(on))
            .toList();
    if (meant.stream().noneMatch(OfficialClaims::tookPlace)) {
      return meant.isEmpty()
          ? told(Verdict.NOT_ON_RECORD, meant, meant, "no such trip is on record", scope)
          : told(Verdict.UNDETERMINED, List.of(), meant, "it has no outcome on record", scope);
    }
    List<StopView> others =
        known.stream()
            .filter(stop -> meant.stream().noneMatch(one -> one.trip().equals(stop.trip())))
            .toList();
    return firstTrip(meant.stream().filter(OfficialClaims::tookPlace).toList(), others, scope);
  }

  private static boolean tookPlace(StopView stop) {
    return stop.status() == TripStatus.TOOK_PLACE;
  }

  /** True where its days have passed, and nothing on record says whether it took place. */
  private static boolean isOverdue(StopView stop, AsOf asOf) {
    return !tookPlace(stop) && stop.dates().latest().isBefore(asOf.on());
  }

  private static CheckedClaim firstTrip(List<StopView> meant, List<StopView> others, String scope) {
    LocalDate earliest =
        meant.stream().map(each -> each.dates().earliest()).min(LocalDate::compareTo).orElseThrow();
    LocalDate begunBy =
        meant.stream().map(each -> each.dates().begunBy()).min(LocalDate::compareTo).orElseThrow();
    List<StopView> before =
        others.stream()
            .filter(OfficialClaims::tookPlace)
            .filter(stop -> stop.dates().begunBy().isBefore(earliest))
            .toList();
    List<StopView> perhaps =
        others.stream().filter(stop -> !stop.dates().earliest().isAfter(begunBy)).toList();
    boolean several = meant.stream().map(StopView::trip).distinct().count() > 1;
    if (!before.isEmpty()) {
      return told(Verdict.CONTRADICTED, meant, before, "another trip came before it", scope);
    }
    return perhaps.isEmpty() && !several
        ? told(Verdict.SUPPORTED, meant, perhaps, "no trip before it is on record", scope)
        : told(
            Verdict.UNDETERMINED,
            meant,
            perhaps,
            several ? "several trips may be meant" : "another may have come before it",
            scope);
  }

  private static CheckedClaim told(
      Verdict verdict, List<StopView> meant, List<StopView> others, String says, String scope) {
    return CheckedClaim.of(verdict, entries(meant), entries(others), says, scope);
  }

  private static List<Long> entries(List<StopView> of) {
    return of.stream().flatMap(stop -> stop.entries().stream()).toList();
  }

  private Set<FilterAttribute> attributes(StatedClaim claim, AsOf asOf) {
    return Filter.attributes(
        names.filter("official", ClaimFields.required("official", claim.official()), asOf),
        parties.filter("country", claim.country(), asOf),
        vocabulary.filter("office", claim.office(), asOf));
  }

  /** That an official held an office on a day, or on all days of a span. */
  CheckedClaim heldOffice(ClaimFields fields, AsOf asOf) {
    StatedClaim claim = fields.claim();
    EdtfSpan on = ClaimFields.span("on", claim.on());
    String office = ClaimFields.required("office", claim.office());
    Filter.attributes(vocabulary.filter("office", office, asOf));
    String official = id(names.filter("official", claim.official(), asOf), "official");
    String party =
        claim.party() == null ? null : id(parties.filter("party", claim.party(), asOf), "party");
    Subject subject = new Subject(OfficialEvent.CONCEPT, official);
    String scope =
        "Searched were the terms and attestations of %s in this ledger at position %d."
            .formatted(official, asOf.position());
    return CheckedClaim.byEach(
        accounts.each(subject, asOf).stream()
            .map(whose -> views(subject, new ClaimedDays(on), whose, asOf))
            .map(views -> heldOffice(views, office, party, scope))
            .toList());
  }

  /**
   * How the official stands over a stretch of days.
   *
   * @param claimed whether the claim surely is of them
   */
  private record Standing(OfficialView view, boolean claimed) {

    List<Held> holds(String office, @Nullable String party) {
      return view.holds().stream().filter(each -> isOf(each, office, party)).toList();
    }
  }

  private List<Standing> views(Subject subject, ClaimedDays days, AccordingTo whose, AsOf asOf) {
    List<Stretched<OfficialView>> history = accounts.by(whose, asOf).history(officials, subject);
    return days
        .cutAt(history.stream().flatMap(stretch -> Stream.of(stretch.from(), stretch.to())))
        .stream()
        .flatMap(
            day ->
                history.stream()
                    .filter(stretch -> stretch.holdsOn(day))
                    .map(stretch -> new Standing(stretch.view(), days.surelyHave(day))))
        .toList();
  }

  private static CheckedClaim heldOffice(
      List<Standing> views, String office, @Nullable String party, String scope) {
    List<List<Held>> held = views.stream().map(each -> each.holds(office, party)).toList();
    if (!held.isEmpty() && held.stream().allMatch(OfficialClaims::isSure)) {
      return CheckedClaim.of(
          Verdict.SUPPORTED, positions(held), List.of(), "the office was held then", scope);
    }
    List<Appointment> terms = terms(views, office, party);
    boolean closed =
        !terms.isEmpty()
            && terms.stream().allMatch(term -> term.from() != null && term.to() != null);
    boolean missed =
        held.stream().allMatch(List::isEmpty)
            || views.stream()
                .anyMatch(each -> each.claimed() && each.holds(office, party).isEmpty());
    return closed && missed
        ? CheckedClaim.of(
            Verdict.CONTRADICTED,
            List.of(),
            terms.stream().flatMap(term -> term.entries().stream()).toList(),
            "the terms on record are of other days",
            scope)
        : notSurelyHeld(views, held, scope);
  }

  private static CheckedClaim notSurelyHeld(
      List<Standing> views, List<List<Held>> held, String scope) {
    List<Long> perhaps = positions(held);
    if (held.stream().flatMap(List::stream).anyMatch(OfficialClaims::isOpen)) {
      return CheckedClaim.of(
          Verdict.UNDETERMINED, List.of(), perhaps, "the dates on record leave it open", scope);
    }
    return CheckedClaim.of(
        Verdict.NOT_ON_RECORD,
        List.of(),
        perhaps,
        views.isEmpty() ? "nothing is on record of the official" : "no term then is on record",
        scope);
  }

  private static List<Appointment> terms(
      List<Standing> views, String office, @Nullable String party) {
    return views.stream()
        .flatMap(each -> each.view().appointments().stream())
        .filter(term -> OfficeAttributes.isCalled(term.office(), office))
        .filter(term -> party == null || term.party().value().equals(party))
        .distinct()
        .toList();
  }

  private static boolean isOf(Held held, String office, @Nullable String party) {
    return OfficeAttributes.isCalled(held.office(), office)
        && (party == null || held.party().value().equals(party));
  }

  private static boolean isSure(List<Held> held) {
    return held.stream().anyMatch(each -> each.held() == Certainty.YES);
  }

  private static boolean isOpen(Held held) {
    return held.held() != Certainty.UNKNOWN;
  }

  private static List<Long> positions(List<List<Held>> held) {
    return held.stream().flatMap(List::stream).flatMap(each -> each.entries().stream()).toList();
  }

  private static String id(Filter named, String field) {
    FilterAttribute asked = named.asked();
    if (asked == null) {
      throw ClaimFields.missing(field);
    }
    return Objects.requireNonNull(asked).value();
  }
}
