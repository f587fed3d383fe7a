package org.chancery.query.claim;

import java.util.List;
import java.util.Optional;
import org.chancery.query.Filter;
import org.chancery.query.claim.CheckedClaim.Verdict;
import org.chancery.query.meeting.CandidateMeeting;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.party.PartyNames;
import org.chancery.query.precedent.Between;
import org.chancery.query.precedent.Precedents;
import org.chancery.query.precedent.Precedents.Known;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims of when two met, and of which contact was the first after something. */
@Component
final class ContactClaims {
  private static final String NO_OUTCOME = "they were to meet, and no outcome is on record";

  private final Precedents precedents;
  private final ReadModel<MeetingView> meetings;
  private final PartyNames parties;
  private final OfficialNames officials;

  ContactClaims(
      Precedents precedents,
      ReadModel<MeetingView> meetings,
      PartyNames parties,
      OfficialNames officials) {
    this.precedents = precedents;
    this.meetings = meetings;
    this.parties = parties;
    this.officials = officials;
  }

  /** That a contact is the first of two after something. */
  CheckedClaim firstSince(ClaimFields fields, AsOf asOf) {
    Between two = between(fields.claim().between(), asOf);
    EdtfSpan since = ClaimFields.span("since", fields.claim().since());
    Known known = precedents.known(two, asOf);
    List<CandidateMeeting> claimed = claimed(fields, known.contacts());
    List<CandidateMeeting> overdue = claimed(fields, known.overdue());
    String scope = scope(known, asOf);
    if (claimed.isEmpty() && !overdue.isEmpty()) {
      return told(Verdict.UNDETERMINED, null, overdue, NO_OUTCOME, scope);
    }
    if (claimed.size() != 1) {
      return notOne(fields, claimed, scope, asOf);
    }
    return firstSince(claimed.getFirst(), since, known, scope);
  }

  private static CheckedClaim firstSince(
      CandidateMeeting one, EdtfSpan since, Known known, String scope) {
    List<CandidateMeeting> perhaps =
        known.all().stream()
            .filter(other -> !other.meeting().meeting().equals(one.meeting().meeting()))
            .filter(other -> !other.began().latest().isBefore(since.earliest()))
            .filter(other -> !other.began().earliest().isAfter(one.began().latest()))
            .toList();
    List<CandidateMeeting> surely =
        perhaps.stream()
            .filter(other -> other.sure() && other.began().earliest().isAfter(since.latest()))
            .filter(other -> other.began().surelyBefore(one.began()))
            .toList();
    if (!surely.isEmpty()) {
      return told(Verdict.CONTRADICTED, one, surely, "they met between the two", scope);
    }
    if (one.began().latest().isBefore(since.earliest())) {
      return told(Verdict.CONTRADICTED, one, List.of(one), "it was before that", scope);
    }
    boolean open = !one.sure() || !one.began().earliest().isAfter(since.latest());
    return perhaps.isEmpty() && !open && known.unsearched() == 0
        ? told(Verdict.SUPPORTED, one, perhaps, "no contact is on record between the two", scope)
        : told(Verdict.UNDETERMINED, one, perhaps, open(perhaps), scope);
  }

  private static String open(List<CandidateMeeting> perhaps) {
    return perhaps.isEmpty()
        ? "the dates, accounts that differ, or people recorded by name alone leave it open"
        : "other contacts may lie between the two";
  }

  /** That two met on a day, or within a span. */
  CheckedClaim metOn(ClaimFields fields, AsOf asOf) {
    Between two = between(fields.claim().between(), asOf);
    EdtfSpan on = ClaimFields.span("on", fields.claim().on());
    Known known = precedents.known(two, asOf);
    String scope = scope(known, asOf);
    List<CandidateMeeting> meant =
        fields.claim().meeting() == null ? known.all() : claimed(fields, known.all());
    List<CandidateMeeting> perhaps = meant.stream().filter(one -> touches(one, on)).toList();
    Optional<CandidateMeeting> surely =
        perhaps.stream()
            .filter(one -> one.sure() && !one.began().earliest().isBefore(on.earliest()))
            .filter(one -> !one.began().latest().isAfter(on.latest()))
            .findFirst();
    if (surely.isPresent()) {
      return told(Verdict.SUPPORTED, surely.get(), List.of(), "they met then", scope);
    }
    if (!perhaps.isEmpty()) {
      return told(
          Verdict.UNDETERMINED,
          null,
          perhaps,
          perhaps.stream().allMatch(ContactClaims::isOverdue)
              ? NO_OUTCOME
              : "the dates leave open whether it was then",
          scope);
    }
    return fields.claim().meeting() != null && !meant.stream().allMatch(ContactClaims::isOverdue)
        ? told(Verdict.CONTRADICTED, null, meant, "that meeting was on other days", scope)
        : told(Verdict.NOT_ON_RECORD, null, List.of(), "no contact then is on record", scope);
  }

  private static boolean isOverdue(CandidateMeeting one) {
    return one.meeting().status() == MeetingStatus.OVERDUE;
  }

  private static boolean touches(CandidateMeeting one, EdtfSpan on) {
    boolean over =
        one.meeting().date().latest().isBefore(on.earliest())
            && one.began().latest().isBefore(on.earliest());
    return !over && !one.began().earliest().isAfter(on.latest());
  }

  private static CheckedClaim told(
      Verdict verdict,
      @Nullable CandidateMeeting claimed,
      List<CandidateMeeting> others,
      String says,
      String scope) {
    return CheckedClaim.of(
        verdict,
        claimed == null ? List.of() : claimed.meeting().entries(),
        others.stream().flatMap(other -> other.meeting().entries().stream()).toList(),
        says,
        scope);
  }

  /** Where the contact that is meant is not on record, or several may be meant. */
  private CheckedClaim notOne(
      ClaimFields fields, List<CandidateMeeting> claimed, String scope, AsOf asOf) {
    if (!claimed.isEmpty()) {
      return told(Verdict.UNDETERMINED, null, claimed, "several contacts may be meant", scope);
    }
    List<Long> entries =
        fields.claim().meeting() == null
            ? List.of()
            : meetings
                .at(MeetingEvent.CONCEPT + "/" + fields.claim().meeting(), asOf)
                .map(MeetingView::entries)
                .orElse(List.of());
    return CheckedClaim.of(
        Verdict.NOT_ON_RECORD,
        List.of(),
        entries,
        "no such contact of the two is on record as held",
        scope);
  }

  private static List<CandidateMeeting> claimed(ClaimFields fields, List<CandidateMeeting> all) {
    String meeting = fields.claim().meeting();
    EdtfSpan on = ClaimFields.spanIfGiven("on", fields.claim().on());
    if (meeting == null && on == null) {
      throw Filter.fault("meeting", "name the meeting, or say `on` which day it was");
    }
    return all.stream()
        .filter(one -> meeting == null || one.meeting().meeting().value().equals(meeting.strip()))
        .filter(one -> meeting != null || on == null || touches(one, on))
        .toList();
  }

  private Between between(@Nullable List<String> named, AsOf asOf) {
    if (named == null || named.size() != 2) {
      throw Filter.fault("between", "must name two parties, or two officials");
    }
    Filter ofParties = Filter.all(named.stream().map(each -> party(each, asOf)).toList());
    Filter ofOfficials = Filter.all(named.stream().map(each -> official(each, asOf)).toList());
    boolean people = !ofParties.faults().isEmpty() && ofOfficials.faults().isEmpty();
    Filter two = people ? ofOfficials : ofParties;
    Filter.attributes(two);
    if (two.attributes().size() != 2) {
      throw Filter.fault("between", "must name two that are not the same");
    }
    FilterAttribute other = two.attributes().getLast();
    return new Between(
        people ? Between.Kind.OFFICIAL : Between.Kind.PARTY,
        two.attributes().getFirst().value(),
        other.value());
  }

  private Filter party(String named, AsOf asOf) {
    return parties.filter("between", named, asOf);
  }

  private Filter official(String named, AsOf asOf) {
    return officials.filter("between", named, asOf);
  }

  private static String scope(Known known, AsOf asOf) {
    return ("Searched were the %d meetings of the two that stand as held by %s in this ledger at"
            + " position %d; in %d more, people recorded by name alone may be one of them. What is"
            + " not in this ledger may have been all the same.")
        .formatted(known.contacts().size(), asOf.on(), asOf.position(), known.unsearched());
  }
}
