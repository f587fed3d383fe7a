package org.chancery.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.chancery.query.RandomHistories.Draft;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.entry.LedgerEvent;

/** Records a history, now and then correcting or retracting something in between. */
public final class Corrections {
  private final TestLedger ledger;
  private final Random random;
  private final List<LedgerEvent> events;
  private final List<Recorded<LedgerEvent>> history = new ArrayList<>();
  private final List<Long> inForce = new ArrayList<>();

  private Corrections(TestLedger ledger, Random random, List<LedgerEvent> events) {
    this.ledger = ledger;
    this.random = random;
    this.events = events;
  }

  /** The history as recorded. */
  public static List<Recorded<LedgerEvent>> interspersed(
      TestLedger ledger, List<Draft> drafts, Random random) {
    String id = UUID.randomUUID().toString();
    List<LedgerEvent> events = drafts.stream().map(draft -> draft.apply(id)).toList();
    Corrections corrections = new Corrections(ledger, random, events);
    for (LedgerEvent event : events) {
      corrections.record(event);
      while (!corrections.inForce.isEmpty() && corrections.random.nextInt(3) == 0) {
        corrections.amend();
      }
    }
    return corrections.history;
  }

  private void record(LedgerEvent event) {
    long position = ledger.record(event);
    history.add(new Recorded<>(position, event));
    inForce.add(position);
  }

  /** What is superseded is never named again; what retracted something may be. */
  private void amend() {
    long entry = inForce.remove(random.nextInt(inForce.size()));
    int version = (int) history.stream().takeWhile(other -> other.position() < entry).count();
    LedgerEvent before = history.get(version).event();
    if (before instanceof EntryRetracted || random.nextInt(3) == 0) {
      record(new EntryRetracted(before.subject(), entry, version, "wrong"));
    } else {
      LedgerEvent old = before instanceof EntryCorrected corrected ? corrected.as() : before;
      record(new EntryCorrected(before.subject(), entry, version, like(old), "misread"));
    }
  }

  private LedgerEvent like(LedgerEvent old) {
    List<LedgerEvent> alike =
        events.stream().filter(event -> event.getClass() == old.getClass()).toList();
    return alike.get(random.nextInt(alike.size()));
  }
}
