package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.official.OfficialId;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.Test;

class AppendTest {
  private static final MeetingHeld HELD =
      new MeetingHeld(
          new MeetingId("baku-2017"),
          EdtfSpan.parse("2017-02-16"),
          MeetingFormat.WORKING_LUNCH,
          List.of(new PartyId("united-states"), new PartyId("russia")),
          List.of(new Participant(new OfficialId("dunford-joseph"), null, null)),
          new Place(new PartyId("azerbaijan"), "Baku"),
          List.of());
  private static final MeetingCancelled CANCELLED =
      new MeetingCancelled(new MeetingId("baku-2017"), EdtfDate.parse("2017"), "weather");

  private final JournalParts parts = TestJournal.inMemory();

  @Test
  void whatIsAppendedReadsBackAsItWas() {
    parts.engine().appendEvents(TestJournal.event(0, HELD), TestJournal.event(1, CANCELLED));

    assertThat(parts.engine().readEvents("meetings/baku-2017").asStream())
        .extracting(message -> (Object) message.getPayload())
        .containsExactly(HELD, CANCELLED);
    assertThat(parts.journal().at(1).orElseThrow().payload())
        .contains("\"format\":\"working-lunch\"", "\"parties\":[\"united-states\",\"russia\"]");
    assertThat(parts.engine().readEvents(null, false).findFirst().orElseThrow().getMetaData())
        .containsEntry("recordedBy", "tester");
  }

  @Test
  void aVersionRecordedAlreadyIsRefusedAndLeavesNoGap() {
    parts.engine().appendEvents(TestJournal.event(0, HELD));

    assertThatThrownBy(() -> parts.engine().appendEvents(TestJournal.event(0, HELD)))
        .isInstanceOf(ConcurrencyException.class);
    parts.engine().appendEvents(TestJournal.event(1, CANCELLED));

    assertThat(parts.journal().head().position()).isEqualTo(2);
    assertThat(parts.journal().at(2)).isPresent();
  }

  @Test
  void aCommandIsExecutedOnce() {
    parts.engine().appendEvents(TestJournal.event(0, HELD, "key"));

    assertThatThrownBy(() -> parts.engine().appendEvents(TestJournal.event(1, CANCELLED, "key")))
        .isInstanceOf(DuplicateCommandException.class);
  }
}
