package org.chancery.command.meeting;

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
import org.chancery.shared.PartyId;
import org.chancery.shared.meeting.MeetingCommand;
import org.chancery.shared.meeting.MeetingCommand.CancelMeeting;
import org.chancery.shared.meeting.MeetingCommand.ExcludeParty;
import org.chancery.shared.meeting.MeetingCommand.RecordMeetingHeld;
import org.chancery.shared.meeting.MeetingCommand.RescheduleMeeting;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Participant;
import org.jspecify.annotations.Nullable;

/** Whatever is asked, in whatever order. */
class MeetingProperties {
  private static final MeetingId MEETING = new MeetingId("bonn");

  @Property(tries = 300)
  void refusalsNameEntriesAndChangeNothing(@ForAll("commands") List<MeetingCommand> commands) {
    nothing().submit(commands);
  }

  @Property(tries = 300)
  void whatIsRecordedReplaysInAnyOrder(
      @ForAll("commands") List<MeetingCommand> commands, @ForAll Random random) {
    List<MeetingEvent> entries = new ArrayList<>(nothing().submit(commands).entries());
    Collections.shuffle(entries, random);

    assertThat(nothing().record(entries).submit(commands).entries())
        .startsWith(entries.toArray(MeetingEvent[]::new));
  }

  private static Fold<MeetingState, MeetingCommand, MeetingEvent> nothing() {
    return new Fold<>(new MeetingState.Unknown(), MeetingState::decide, MeetingState::evolve);
  }

  @Provide
  Arbitrary<List<MeetingCommand>> commands() {
    return Arbitraries.oneOf(
            Combinators.combine(formats(), parties()).as(MeetingProperties::schedule),
            Combinators.combine(formats().injectNull(0.3), parties(), participants())
                .as(MeetingProperties::held),
            party().map(excluded -> new ExcludeParty(MEETING, excluded, "not invited")),
            Arbitraries.of(
                new RescheduleMeeting(MEETING, span("2018")),
                new CancelMeeting(MEETING, on("2017"), "illness")))
        .list()
        .ofMaxSize(12);
  }

  private static MeetingCommand schedule(MeetingFormat format, List<PartyId> parties) {
    return new ScheduleMeeting(MEETING, format, parties, List.of(), null, span("2017"), List.of());
  }

  private static MeetingCommand held(
      @Nullable MeetingFormat format, List<PartyId> parties, List<Participant> participants) {
    return new RecordMeetingHeld(
        MEETING, span("2017"), format, parties, participants, null, List.of());
  }

  private static Arbitrary<MeetingFormat> formats() {
    return Arbitraries.of(MeetingFormat.BILATERAL, MeetingFormat.TRILATERAL, MeetingFormat.DINNER);
  }

  private static Arbitrary<PartyId> party() {
    return Arbitraries.of(US, RUSSIA, GERMANY, FRANCE);
  }

  private static Arbitrary<List<PartyId>> parties() {
    return party().list().uniqueElements().ofMaxSize(4);
  }

  private static Arbitrary<List<Participant>> participants() {
    return party()
        .map(party -> new Participant(null, "a minister", party))
        .list()
        .uniqueElements()
        .ofMaxSize(2);
  }
}
