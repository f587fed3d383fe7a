package org.chancery.query.timeline;

import java.util.ArrayList;
import java.util.List;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.Choice;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.agreement.AgreementEvent;
import org.chancery.shared.agreement.AgreementEvent.AgreementAdopted;
import org.chancery.shared.agreement.AgreementEvent.AgreementSigned;
import org.chancery.shared.agreement.AgreementEvent.AgreementTerminated;
import org.chancery.shared.agreement.AgreementEvent.ConsentToBeBoundExpressed;
import org.chancery.shared.agreement.AgreementEvent.EnteredIntoForce;
import org.chancery.shared.agreement.AgreementEvent.OperationResumed;
import org.chancery.shared.agreement.AgreementEvent.OperationSuspended;
import org.chancery.shared.agreement.AgreementEvent.ProvisionalApplicationBegun;
import org.chancery.shared.agreement.AgreementEvent.ReservationMade;
import org.chancery.shared.agreement.AgreementEvent.WithdrawalNotified;
import org.chancery.shared.agreement.AgreementLifecycle;
import org.chancery.shared.agreement.AgreementStandings;
import org.chancery.shared.agreement.AgreementStep;
import org.chancery.shared.agreement.Representative;

/**
 * Each step of an agreement, told with its title. What befell the agreement itself is told of all
 * who ever had to do with it; what a party did, of that party. A withdrawal is told when it takes
 * effect, and its notice on a day of its own.
 */
final class AgreementTimeline {
  private static final AsSteps<AgreementStandings, AgreementStep, AgreementEvent> LIFECYCLE =
      new AsSteps<>(new AgreementLifecycle(), AgreementStep::of);

  private final List<Long> adopting = new ArrayList<>();
  private final List<PartyId> concerned;
  private String title = "an agreement";

  private AgreementTimeline(List<PartyId> concerned) {
    this.concerned = concerned;
  }

  static List<TimelineItem> of(List<Recorded<AgreementEvent>> history) {
    AgreementTimeline steps =
        new AgreementTimeline(
            history.stream()
                .flatMap(recorded -> AgreementStep.of(recorded.event()).parties().stream())
                .distinct()
                .toList());
    List<TimelineItem> items =
        new ArrayList<>(ValidOrder.items(LIFECYCLE, history, AgreementEvent::on, steps::item));
    for (Recorded<AgreementEvent> recorded : history) {
      if (recorded.event() instanceof WithdrawalNotified withdrawal) {
        insert(items, steps.notice(recorded, withdrawal));
      }
    }
    return items;
  }

  private TimelineItem item(Recorded<AgreementEvent> recorded) {
    AgreementEvent event = recorded.event();
    if (event instanceof AgreementAdopted as) {
      title = as.title();
      adopting.add(recorded.position());
    }
    return TimelineItem.of(recorded, event.on(), summary(event))
        .among(acting(event))
        .with(signing(event))
        .citing(adopting);
  }

  /** Before the first that came after it. */
  private static void insert(List<TimelineItem> items, TimelineItem notice) {
    int place = 0;
    while (place < items.size()
        && !items.get(place).date().earliest().isAfter(notice.date().earliest())
        && !items.get(place).told().equals(notice.told())) {
      place++;
    }
    items.add(place, notice);
  }

  private TimelineItem notice(Recorded<AgreementEvent> recorded, WithdrawalNotified withdrawal) {
    String summary =
        "%s gives notice that it withdraws from %s with effect from %s%s"
            .formatted(
                NameTemplates.of(withdrawal.party()),
                title,
                withdrawal.effective(),
                because(withdrawal));
    return TimelineItem.of(recorded, withdrawal.notified(), summary)
        .among(acting(withdrawal))
        .citing(adopting)
        .keyed("notice");
  }

  private List<PartyId> acting(AgreementEvent event) {
    List<PartyId> acting = AgreementStep.of(event).parties();
    return acting.isEmpty() ? concerned : acting;
  }

  private static List<OfficialId> signing(AgreementEvent recorded) {
    OfficialId signatory =
        recorded instanceof AgreementSigned(var _, var _, var by, var _) && by != null
            ? by.official()
            : null;
    return signatory == null ? List.of() : List.of(signatory);
  }

  private String summary(AgreementEvent recorded) {
    return switch (recorded) {
      case AgreementAdopted event ->
          "%s adopt %s (%s, %s)"
              .formatted(
                  NameTemplates.all(event.parties()),
                  event.title(),
                  Choice.words(event.kind()),
                  event.field());
      case AgreementSigned event ->
          "%s signs %s%s".formatted(NameTemplates.of(event.party()), title, by(event));
      case ConsentToBeBoundExpressed event ->
          "%s consents to be bound by %s (%s)"
              .formatted(NameTemplates.of(event.party()), title, Choice.words(event.means()));
      case ProvisionalApplicationBegun _ -> "%s is applied provisionally".formatted(title);
      case EnteredIntoForce _ -> "%s enters into force".formatted(title);
      case ReservationMade event ->
          "%s makes a reservation to %s: %s"
              .formatted(NameTemplates.of(event.party()), title, event.text());
      case OperationSuspended event ->
          "Operation of %s suspended: %s".formatted(title, event.reason());
      case OperationResumed event -> "Operation of %s resumed: %s".formatted(title, event.reason());
      case WithdrawalNotified event ->
          "%s withdraws from %s, by notice of %s%s"
              .formatted(NameTemplates.of(event.party()), title, event.notified(), because(event));
      case AgreementTerminated event -> "%s terminated: %s".formatted(title, event.reason());
    };
  }

  private static String by(AgreementSigned event) {
    Representative by = event.by();
    if (by == null) {
      return "";
    }
    return ", by " + (by.official() == null ? by.name() : NameTemplates.of(by.official()));
  }

  private static String because(WithdrawalNotified event) {
    return event.reason() == null ? "" : ": " + event.reason();
  }
}
