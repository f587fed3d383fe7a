package org.chancery.query.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.query.TestLedger;
import org.chancery.readmodel.TestDatabases;
import org.chancery.shared.PartyId;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
  private static final Pair PAIR = new Pair(new PartyId("avalon"), new PartyId("ophir"));

  @Test
  void contactsOfWhichItIsOpenWhichWasTheLastAreExplainedLikeOneThatWas() {
    try (TestLedger ledger = new TestLedger(TestDatabases.h2())) {
      ledger.record(List.of(held("may", "2015-05-05"), held("some-time", "2015")));

      Explanation explanation =
          ledger.bean(Explanations.class).relationship(PAIR, ledger.on("2016-01-01"));

      assertThat(explanation.answer().says())
          .contains("some-time (2015, held) and may (2015-05-05, held)");
      assertThat(explanation.answer().entries()).containsExactly(1L, 2L);
      assertThat(explanation.steps()).hasSize(2);
    }
  }

  private static MeetingHeld held(String id, String on) {
    return new MeetingHeld(
        new MeetingId(id),
        EdtfSpan.parse(on),
        MeetingFormat.PHONE,
        PAIR.parties(),
        List.of(),
        null,
        List.of());
  }
}
