package org.chancery.query.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.query.Ending.Because;
import org.chancery.query.agreement.AgreementView.Consent;
import org.chancery.query.agreement.AgreementView.Member;
import org.chancery.query.agreement.AgreementView.MemberStatus;
import org.chancery.query.agreement.AgreementView.Reservation;
import org.chancery.query.agreement.AgreementView.Signature;
import org.chancery.query.agreement.AgreementView.Withdrawal;
import org.chancery.shared.PartyId;
import org.chancery.shared.agreement.AgreementEvent.AgreementSigned;
import org.chancery.shared.agreement.AgreementEvent.ConsentToBeBoundExpressed;
import org.chancery.shared.agreement.AgreementEvent.ReservationMade;
import org.chancery.shared.agreement.AgreementEvent.WithdrawalNotified;
import org.chancery.shared.agreement.PartyStanding;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.Phase;
import org.jspecify.annotations.Nullable;

/** What one party does about an agreement; each act is told from the first day that it may have. */
final class PartyActs {
  private final List<Signature> signatures = new ArrayList<>();
  private final List<Consent> consents = new ArrayList<>();
  private final List<Reservation> reservations = new ArrayList<>();
  private final List<Withdrawal> withdrawals = new ArrayList<>();

  void take(AgreementSigned event, long entry) {
    signatures.add(new Signature(event.on(), event.by(), List.of(entry)));
  }

  void take(ConsentToBeBoundExpressed event, long entry) {
    consents.add(new Consent(event.means(), event.on(), List.of(entry)));
  }

  void take(ReservationMade event, long entry) {
    reservations.add(new Reservation(event.text(), event.on(), List.of(entry)));
  }

  void take(WithdrawalNotified event, long entry) {
    withdrawals.add(
        new Withdrawal(
            event.notified(),
            event.effective(),
            event.reason(),
            Because.of(event.because()),
            List.of(entry)));
  }

  /** The days from which on each act is told. */
  Stream<LocalDate> firstDays() {
    Stream<EdtfDate> dates =
        Stream.of(
                signatures.stream().map(Signature::on),
                consents.stream().map(Consent::on),
                reservations.stream().map(Reservation::on),
                withdrawals.stream().map(Withdrawal::notified))
            .flatMap(each -> each);
    return dates.map(EdtfDate::earliest);
  }

  Member member(PartyId party, Phase<PartyStanding> phase, LocalDate day) {
    return new Member(
        party,
        MemberStatus.of(phase),
        phase.between(),
        phase.since(),
        last(signatures, Signature::on, day),
        last(consents, Consent::on, day),
        by(day, reservations, Reservation::on),
        last(withdrawals, Withdrawal::notified, day),
        phase.entries());
  }

  private static <A> @Nullable A last(List<A> acts, Function<A, EdtfDate> on, LocalDate day) {
    List<A> by = by(day, acts, on);
    return by.isEmpty() ? null : by.getLast();
  }

  /** Those that may have been done by the day, in the order of their dates. */
  private static <A> List<A> by(LocalDate day, List<A> acts, Function<A, EdtfDate> on) {
    return acts.stream()
        .filter(act -> !on.apply(act).earliest().isAfter(day))
        .sorted(Comparator.comparing(on))
        .toList();
  }
}
