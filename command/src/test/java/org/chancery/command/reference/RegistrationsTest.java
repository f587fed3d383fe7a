package org.chancery.command.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.command.TestLedger;
import org.chancery.journal.Entry;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Problem;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.relationship.RelationshipCommand.EstablishRelations;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.chancery.shared.trip.TripId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A registration stays as long as anything that stands rests on it. */
class RegistrationsTest {
  private static final PartyId RUSSIA = new PartyId("russia");
  private static final PartyId GERMANY = new PartyId("germany");
  private static final OfficialId ENVOY = new OfficialId("envoy");
  private static final LedgerCommand RELATIONS =
      new EstablishRelations(List.of(RUSSIA, GERMANY), EdtfDate.parse("1955"));

  private final TestLedger ledger = new TestLedger();
  private long russia;

  @BeforeEach
  void register() {
    ledger.register(RUSSIA, "RU");
    russia = ledger.position();
    ledger.register(GERMANY, "DE");
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static LedgerCommand retract(Entry entry) {
    return new RetractEntry(entry.subject(), entry.position(), entry.version() - 1, "wrong");
  }

  private Entry at(long position) {
    return ledger.entry(position);
  }

  private void refused(LedgerCommand command, String code, Long... entries) {
    Problem problem = ledger.refuse(command);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.entries()).containsExactly(entries);
  }

  @Test
  void thatOfAPartyWithRelationsIsNotRetracted() {
    Entry relations = ledger.enter(RELATIONS).getFirst();
    refused(retract(at(russia)), "CONFLICTS_WITH_LATER_ENTRY", relations.position());
  }

  @Test
  void itIsOnceNothingRestsOnItAnyMore() {
    Entry relations = ledger.enter(RELATIONS).getFirst();
    ledger.enter(retract(relations));
    assertThat(ledger.enter(retract(at(russia)))).hasSize(1);
  }

  @Test
  void whatRestedOnItThenDoesNotStandAgainWithoutIt() {
    Entry relations = ledger.enter(RELATIONS).getFirst();
    Entry retraction = ledger.enter(retract(relations)).getFirst();
    Entry unregistered = ledger.enter(retract(at(russia))).getFirst();
    refused(retract(retraction), "UNKNOWN_PARTY");
    ledger.enter(retract(unregistered));
    assertThat(ledger.enter(retract(retraction))).hasSize(1);
  }

  @Test
  void aCodeThatAnotherPartyTookMeanwhileIsNotGivenBack() {
    Entry unregistered = ledger.enter(retract(at(russia))).getFirst();
    ledger.register(new PartyId("rossiya"), "RU");
    refused(retract(unregistered), "ALREADY_EXISTS");
  }

  @Test
  void thatOfATravellerIsNotRetracted() {
    Entry envoy = ledger.enter(new RegisterOfficial(ENVOY, "Envoy")).getFirst();
    Stop stop = new Stop(GERMANY, null, List.of(), EdtfSpan.parse("2001"), null);
    Entry trip =
        ledger
            .enter(new RecordTrip(new TripId("trip"), ENVOY, null, null, List.of(stop)))
            .getFirst();
    refused(retract(envoy), "CONFLICTS_WITH_LATER_ENTRY", trip.position());
  }

  @Test
  void inOneListWhatCameBeforeCounts() {
    List<String> told =
        ledger.told(RELATIONS, retract(at(russia)), new RegisterOfficial(ENVOY, "Envoy"));
    assertThat(told).containsExactly("recorded", "CONFLICTS_WITH_LATER_ENTRY", "recorded");
  }
}
