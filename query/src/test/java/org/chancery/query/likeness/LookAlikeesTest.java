package org.chancery.query.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.query.TestLedger;
import org.chancery.readmodel.TestDatabases;
import org.chancery.shared.PartyId;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class LookAlikeesTest {
  private static final List<PartyId> BOTH =
      List.of(new PartyId("united-states"), new PartyId("colombia"));
  private static final EdtfSpan DAY = EdtfSpan.parse("2032-02-16");

  private final TestLedger ledger = new TestLedger(TestDatabases.h2());

  @AfterEach
  void close() {
    ledger.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bogota\u0301", "BOGOT\u00c1", "Bogot\u00e1\u00a0"})
  void onePlaceIsNoOtherForBeingWrittenInAnotherForm(String written) {
    ledger.record(
        new MeetingScheduled(
            new MeetingId("one"),
            MeetingFormat.BILATERAL,
            BOTH,
            List.of(),
            new Place(null, "Bogot\u00e1"),
            DAY,
            List.of()));
    ScheduleMeeting again =
        new ScheduleMeeting(
            new MeetingId("two"),
            MeetingFormat.BILATERAL,
            BOTH,
            List.of(),
            new Place(null, written),
            DAY,
            List.of());

    assertThat(ledger.bean(LookAlikes.class).of(again, ledger.settle()))
        .extracting(LookAlike::subject)
        .containsExactly("meetings/one");
  }
}
