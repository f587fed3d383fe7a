package org.chancery.command.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.FRANCE;
import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;
import static org.chancery.command.Examples.span;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.command.Fold;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.PartyId;
import org.chancery.shared.conference.Attendee;
import org.chancery.shared.conference.Attendee.Delegation;
import org.chancery.shared.conference.Capacity;
import org.chancery.shared.conference.ConferenceCommand;
import org.chancery.shared.conference.ConferenceCommand.CancelConference;
import org.chancery.shared.conference.ConferenceCommand.ConveneConference;
import org.chancery.shared.conference.ConferenceCommand.InviteParty;
import org.chancery.shared.conference.ConferenceCommand.PostponeConference;
import org.chancery.shared.conference.ConferenceCommand.RecordConferenceHeld;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.conference.ConferenceKind;
import org.jspecify.annotations.Nullable;

/** Whatever is asked, in whatever order. */
class ConferenceProperties {
  private static final ConferenceId ID = new ConferenceId("bonn");

  @Property(tries = 300)
  void refusalsNameEntriesAndChangeNothing(@ForAll("commands") List<ConferenceCommand> commands) {
    nothing().submit(commands);
  }

  @Property(tries = 300)
  void whatIsRecordedReplaysInAnyOrder(
      @ForAll("commands") List<ConferenceCommand> commands, @ForAll Random random) {
    List<ConferenceEvent> entries = new ArrayList<>(nothing().submit(commands).entries());
    Collections.shuffle(entries, random);

    assertThat(nothing().record(entries).submit(commands).entries())
        .startsWith(entries.toArray(ConferenceEvent[]::new));
  }

  private static Fold<ConferenceState, ConferenceCommand, ConferenceEvent> nothing() {
    return new Fold<>(
        new ConferenceState.Unknown(), ConferenceState::decide, ConferenceState::evolve);
  }

  @Provide
  Arbitrary<List<ConferenceCommand>> commands() {
    return Arbitraries.oneOf(
            participants().map(ConferenceProperties::convene),
            Combinators.combine(Arbitraries.of("Summit").injectNull(0.3), participants())
                .as(ConferenceProperties::held),
            Combinators.combine(party(), Arbitraries.of(Capacity.class))
                .as((party, as) -> new InviteParty(ID, party, as)),
            Arbitraries.of(
                new PostponeConference(ID, span("2018")),
                new PostponeConference(ID, null),
                new CancelConference(ID, on("2017"), "strike")))
        .list()
        .ofMaxSize(12);
  }

  private static ConferenceCommand convene(List<Attendee> who) {
    return new ConveneConference(
        ID,
        "Summit",
        ConferenceKind.SUMMIT,
        null,
        null,
        null,
        span("2017"),
        who,
        List.of(),
        null,
        null);
  }

  private static ConferenceCommand held(@Nullable String name, List<Attendee> who) {
    return new RecordConferenceHeld(
        ID,
        span("2017"),
        name,
        ConferenceKind.SUMMIT,
        null,
        null,
        null,
        who,
        List.of(),
        null,
        null);
  }

  private static Arbitrary<PartyId> party() {
    return Arbitraries.of(US, RUSSIA, GERMANY, FRANCE);
  }

  private static Arbitrary<List<Attendee>> participants() {
    return Combinators.combine(party(), Arbitraries.of(Capacity.class).injectNull(0.5))
        .as(Delegation::new)
        .map(Attendee.class::cast)
        .list()
        .uniqueElements()
        .ofMaxSize(3);
  }
}
