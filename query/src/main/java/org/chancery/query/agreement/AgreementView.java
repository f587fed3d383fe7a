package org.chancery.query.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.Ending;
import org.chancery.query.Ending.Because;
import org.chancery.query.OfSubject;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.agreement.AgreementEvent;
import org.chancery.shared.agreement.AgreementId;
import org.chancery.shared.agreement.AgreementKind;
import org.chancery.shared.agreement.AgreementState;
import org.chancery.shared.agreement.ConsentMeans;
import org.chancery.shared.agreement.PartyStanding;
import org.chancery.shared.agreement.Representative;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.Phase;
import org.jspecify.annotations.Nullable;

/**
 * An agreement.
 *
 * @param state what it is on the day asked about
 * @param between where that is indeterminate, the states that the dates allow
 * @param since the date of the step that led to the state; null where it is indeterminate
 * @param parties those that had done something about it by the day, or may have
 * @param history what it was over time
 * @param endings how its operation was suspended and it was terminated by the day, or perhaps; by
 *     whom and over what
 * @param entries the positions that all this rests on
 */
public record AgreementView(
    AgreementId agreement,
    String title,
    AgreementKind kind,
    String field,
    AgreementStatus state,
    List<AgreementState> between,
    @Nullable EdtfDate since,
    List<Member> parties,
    List<Segment> history,
    List<Ending> endings,
    List<Long> entries)
    implements OfSubject {
  public static final ReadModelSpec<AgreementEvent, AgreementView> READ_MODEL =
      ReadModelSpec.of(
              "agreement", AgreementEvent.class, AgreementView.class, AgreementFold::versions)
          .indexedBy("party")
          .filteredBy("field", view -> List.of(view.field()))
          .groupedBy(
              Dimension.of("party").many(),
              Dimension.of("kind"),
              Dimension.said("field"),
              Dimension.of("state"),
              Dimension.said("year"),
              Dimension.said("month"));

  @Override
  public Subject subject() {
    return new Subject(AgreementEvent.CONCEPT, agreement.value());
  }

  @Override
  public Stream<Because> causes() {
    return Stream.concat(
        Ending.causes(endings),
        parties.stream()
            .flatMap(member -> Stream.ofNullable(member.withdrawal()))
            .flatMap(withdrawal -> Stream.ofNullable(withdrawal.because())));
  }

  /** What an agreement is on a day. */
  public enum AgreementStatus {
    NONE,
    ADOPTED,
    PROVISIONALLY_APPLIED,
    IN_FORCE,
    SUSPENDED,
    TERMINATED,
    INDETERMINATE;

    static AgreementStatus of(Phase<AgreementState> phase) {
      return phase.named(state -> valueOf(state.name()), INDETERMINATE);
    }
  }

  /** How a party stands to it on a day. */
  public enum MemberStatus {
    NONE,
    NEGOTIATING,
    SIGNATORY,
    BOUND,
    WITHDRAWN,
    INDETERMINATE;

    static MemberStatus of(Phase<PartyStanding> phase) {
      return phase.named(standing -> valueOf(standing.name()), INDETERMINATE);
    }
  }

  /**
   * A party, and what it had done by the day, or may have.
   *
   * @param between where its standing is indeterminate, those that the dates allow
   * @param since the date of the step that led to the standing; null where it is indeterminate
   * @param signature the last one; null where none is recorded by then
   * @param consent the last one; null where none is recorded by then
   * @param reservations those that it made
   * @param withdrawal of which it gave notice last; null where none is recorded by then
   * @param entries the positions that its standing rests on
   */
  public record Member(
      PartyId party,
      MemberStatus standing,
      List<PartyStanding> between,
      @Nullable EdtfDate since,
      @Nullable Signature signature,
      @Nullable Consent consent,
      List<Reservation> reservations,
      @Nullable Withdrawal withdrawal,
      List<Long> entries) {}

  /** It signed, by whom a source says so. */
  public record Signature(EdtfDate on, @Nullable Representative by, List<Long> entries) {}

  /** It consented to be bound. */
  public record Consent(ConsentMeans means, EdtfDate on, List<Long> entries) {}

  /** It made a reservation. */
  public record Reservation(String text, EdtfDate on, List<Long> entries) {}

  /** It gave notice that it withdraws, and over what, where that is on record. */
  public record Withdrawal(
      EdtfDate notified,
      EdtfDate effective,
      @Nullable String reason,
      @Nullable Because because,
      List<Long> entries) {}

  /**
   * Days over which the agreement was this.
   *
   * @param from the first day, or null where it was always so
   * @param to the day after the last, or null where no end is known
   */
  public record Segment(
      AgreementStatus state,
      List<AgreementState> between,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<Long> entries) {

    static Segment of(Phase<AgreementState> phase) {
      Days days = new Days(phase.from(), phase.to());
      return new Segment(
          AgreementStatus.of(phase), phase.between(), days.begin(), days.end(), phase.entries());
    }
  }
}
