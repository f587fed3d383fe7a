package org.chancery.query.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.Choice;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.sanction.DesignatedPerson;
import org.chancery.shared.sanction.Measure;
import org.chancery.shared.sanction.SanctionEvent;
import org.chancery.shared.sanction.SanctionEvent.SanctionsAmended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsEased;
import org.chancery.shared.sanction.SanctionEvent.SanctionsImposed;
import org.chancery.shared.sanction.SanctionEvent.SanctionsLifted;
import org.chancery.shared.sanction.SanctionEvent.SanctionsReinstated;
import org.chancery.shared.sanction.SanctionEvent.SanctionsSuspended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsThreatened;
import org.chancery.shared.sanction.SanctionLifecycle;
import org.chancery.shared.sanction.SanctionState;
import org.chancery.shared.sanction.SanctionStep;

/** Each step of sanctions; what leaves out whose they are has it from what began the record. */
final class SanctionTimeline {
  private static final AsSteps<SanctionState, SanctionStep, SanctionEvent> LIFECYCLE =
      new AsSteps<>(new SanctionLifecycle(), SanctionStep::of);

  private final List<Long> beginning = new ArrayList<>();
  private Sides sides = new Sides(List.of(), List.of(), List.of());

  /** Whose sanctions they are, and against whom. */
  private record Sides(List<PartyId> by, List<PartyId> against, List<DesignatedPerson> persons) {

    List<PartyId> parties() {
      Stream<PartyId> ofPersons =
          persons.stream().map(DesignatedPerson::party).filter(Objects::nonNull);
      return Stream.of(by.stream(), against.stream(), ofPersons)
          .flatMap(each -> each)
          .distinct()
          .toList();
    }

    List<OfficialId> officials() {
      return persons.stream().map(DesignatedPerson::official).filter(Objects::nonNull).toList();
    }

    String targets() {
      return NameTemplates.list(
          Stream.concat(against.stream().map(NameTemplates::of), persons.stream().map(Sides::named))
              .toList());
    }

    private static String named(DesignatedPerson person) {
      return person.official() == null
          ? Objects.requireNonNull(person.name())
          : NameTemplates.of(person.official());
    }
  }

  private SanctionTimeline() {}

  static List<TimelineItem> of(List<Recorded<SanctionEvent>> history) {
    SanctionTimeline steps = new SanctionTimeline();
    return ValidOrder.items(LIFECYCLE, history, SanctionEvent::on, steps::item);
  }

  private TimelineItem item(Recorded<SanctionEvent> recorded) {
    String summary =
        switch (recorded.event()) {
          case SanctionsThreatened event -> {
            begin(recorded, new Sides(event.by(), event.against(), event.persons()));
            yield told("threaten", event.measures(), event.reason());
          }
          case SanctionsImposed event -> {
            begin(recorded, new Sides(event.by(), event.against(), event.persons()));
            yield told("impose", event.measures(), event.reason());
          }
          case SanctionsAmended event -> changed("amended", event.measures(), event.reason());
          case SanctionsEased event -> changed("eased", event.measures(), event.reason());
          case SanctionsReinstated event -> changed("reinstated", event.measures(), event.reason());
          case SanctionsSuspended event -> changed("suspended", List.of(), event.reason());
          case SanctionsLifted event -> changed("lifted", List.of(), event.reason());
        };
    return TimelineItem.of(recorded, recorded.event().on(), summary)
        .among(sides.parties())
        .with(sides.officials())
        .citing(beginning);
  }

  private void begin(Recorded<SanctionEvent> recorded, Sides now) {
    beginning.add(recorded.position());
    sides = now;
  }

  private String told(String verb, List<Measure> measures, String reason) {
    return "%s %s%s sanctions against %s%s: %s"
        .formatted(
            NameTemplates.all(sides.by()),
            verb,
            sides.by().size() == 1 ? "s" : "",
            sides.targets(),
            words(measures),
            reason);
  }

  private String changed(String how, List<Measure> measures, String reason) {
    return "Sanctions of %s against %s %s%s: %s"
        .formatted(NameTemplates.all(sides.by()), sides.targets(), how, words(measures), reason);
  }

  private static String words(List<Measure> measures) {
    return measures.isEmpty()
        ? ""
        : " (%s)".formatted(NameTemplates.list(measures.stream().map(Choice::words).toList()));
  }
}
