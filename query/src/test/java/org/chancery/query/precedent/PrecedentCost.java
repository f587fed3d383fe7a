package org.chancery.query.precedent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.chancery.query.TestLedger;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.precedent.Between.Kind;
import org.chancery.query.precedent.Precedents.Asked;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.TestDatabases;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.time.EdtfSpan;

/**
 * What precedents cost among some thousands of meetings. Not a test: run its main, with {@code
 * postgres} for that database.
 */
final class PrecedentCost {
  private static final int MEETINGS = 5_000;
  private static final int PARTIES = 30;
  private static final int ASKED = 300;

  private PrecedentCost() {}

  public static void main(String[] args) {
    try (TestLedger ledger =
        new TestLedger(
            List.of(args).contains("postgres") ? TestDatabases.postgres() : TestDatabases.h2())) {
      Random random = new Random(7);
      for (int i = 0; i < MEETINGS; i++) {
        ledger.record(held(i, i % 100 == 0 ? 20 : 2, random));
      }
      AsOf asOf = ledger.on("2026-01-01");
      Precedents two = ledger.bean(Precedents.class);
      MeetingPrecedents meetings = ledger.bean(MeetingPrecedents.class);
      for (int round = 0; round < 3; round++) {
        measure(
            "two parties",
            i ->
                two.of(
                    new Between(Kind.PARTY, "p-0", "p-" + (1 + i % (PARTIES - 1))),
                    new Asked(null, null, LocalDate.of(2020, 1, 1)),
                    asOf));
        measure(
            "a meeting of 2",
            i -> meetings.of(meeting(ledger, 1 + i, asOf), new Pairs.Of(null, null), asOf));
        measure(
            "a meeting of 20",
            i ->
                meetings.of(meeting(ledger, 100 * (i % 50), asOf), new Pairs.Of(null, null), asOf));
      }
    }
  }

  private static void measure(String what, IntConsumer resolver) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < ASKED; i++) {
      long begin = System.nanoTime();
      resolver.accept(i);
      millis.add((System.nanoTime() - begin) / 1e6);
    }
    Collections.sort(millis);
    System.out.printf(
        "%-16s p50 %.1f ms, p99 %.1f ms%n",
        what, millis.get(ASKED / 2), millis.get(ASKED * 99 / 100));
  }

  private static MeetingView meeting(TestLedger ledger, int number, AsOf asOf) {
    return ledger.model(MeetingView.class).at("meetings/m-" + number, asOf).orElseThrow();
  }

  /** One party is at half of all meetings, as the one is whose archives are read. */
  private static MeetingHeld held(int number, int size, Random random) {
    List<PartyId> parties = new ArrayList<>();
    while (parties.size() < size) {
      int next = parties.isEmpty() && random.nextBoolean() ? 0 : random.nextInt(PARTIES);
      PartyId party = new PartyId("p-" + next);
      if (!parties.contains(party)) {
        parties.add(party);
      }
    }
    return new MeetingHeld(
        new MeetingId("m-" + number),
        EdtfSpan.parse(LocalDate.of(1950, 1, 1).plusDays(number * 5L).toString()),
        size == 2 ? MeetingFormat.BILATERAL : MeetingFormat.PLENARY,
        parties,
        parties.stream()
            .map(party -> new Participant(new OfficialId("o-" + party), null, party))
            .toList(),
        null,
        List.of("trade", "security"));
  }
}
