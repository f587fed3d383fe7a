package org.chancery.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.TILLERSON;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;
import static org.chancery.command.Examples.span;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.chancery.journal.Entry;
import org.chancery.journal.TestJournal;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Problem;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.official.OfficialCommand.AppointOfficial;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.relationship.RelationshipCommand.EstablishRelations;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand.PlanTrip;
import org.chancery.shared.trip.TripId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger starts with entries that it cannot read, and decides nothing that rests on them. */
@Tag("slow")
class IllegibleTest {
  private static final OfficialId OTHER = new OfficialId("kerry-john");

  private final DataSource source = TestJournal.memory();
  private TestLedger ledger = new TestLedger(source);

  @BeforeEach
  void register() {
    List.of(US, GERMANY).forEach(ledger::register);
    ledger.register(RUSSIA, "RU");
    ledger.enter(new RegisterOfficial(OTHER, "John Kerry"));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"revision = 9", "payload = '{'", "payload = 'null'"})
  void anOfficialOfWhomAnEntryCannotBeReadIsNotNamed(String damage) {
    ledger.enter(new RegisterOfficial(TILLERSON, "Rex Tillerson"));
    Entry appointed = ledger.enter(appoint(TILLERSON)).getFirst();
    restartAfter(damage, appointed);

    refused(plan(TILLERSON), appointed);
    refused(appoint(TILLERSON), appointed);
    refused(new RegisterOfficial(TILLERSON, "Rex Tillerson"), appointed);
    assertThat(ledger.enter(plan(OTHER))).hasSize(1);
    assertThat(ledger.refuse(plan(new OfficialId("nobody"))).code()).isEqualTo("UNKNOWN_OFFICIAL");
  }

  @Test
  void aPartyThatCannotBeReadIsNamedNeitherByItsIdNorByACode() {
    Entry russia = entryOf("parties/russia");
    restartAfter("revision = 9", russia);

    refused(establish(RUSSIA), russia);
    refused(establish(new PartyId("ru")), russia);
    assertThat(ledger.enter(establish(GERMANY))).hasSize(1);
  }

  @Test
  void aPartyWhoseCorrectionCannotBeReadIsNotTakenForWhatItWasBefore() {
    Entry russia = entryOf("parties/russia");
    LedgerCommand as = party("russia", "RUS");
    Entry correction =
        ledger
            .enter(
                new CorrectEntry(
                    russia.subject(), russia.position(), russia.version() - 1, as, "its code"))
            .getFirst();
    restartAfter("payload = '{'", correction);

    refused(establish(RUSSIA), correction);
    refused(party("rossiya", "RU"), correction);
  }

  /** Codes name one party each, and nobody knows which ones it has. */
  @Test
  void noPartyIsRegisteredBesideOneThatCannotBeRead() {
    Entry russia = entryOf("parties/russia");
    restartAfter("payload = '[]'", russia);

    refused(party("rossiya", "RU"), russia);
  }

  @Test
  void aRegistrationIsNotRetractedWhereWhatMayRestOnItCannotBeRead() {
    Entry relations = ledger.enter(establish(RUSSIA)).getFirst();
    Entry russia = entryOf("parties/russia");
    restartAfter("revision = 9", relations);

    refused(retract(russia), relations);
  }

  @Test
  void aSubjectThatIsNotRegisteredIsNotDecidedEither() {
    Entry relations = ledger.enter(establish(RUSSIA)).getFirst();
    restartAfter("revision = 9", relations);

    refused(establish(RUSSIA), relations);
  }

  @Test
  void whatIsMendedMeanwhileIsNamedAgainFromTheNextStart() {
    ledger.enter(new RegisterOfficial(TILLERSON, "Rex Tillerson"));
    Entry appointed = ledger.enter(appoint(TILLERSON)).getFirst();
    restartAfter("revision = 9", appointed);
    damage("revision = 1", appointed);
    ledger.enter(retract(appointed));
    assertThat(ledger.refuse(plan(TILLERSON)).code()).isEqualTo("ENTRY_ILLEGIBLE");

    restartAfter("revision = 1", appointed);

    assertThat(ledger.enter(plan(TILLERSON))).hasSize(1);
  }

  private void refused(LedgerCommand command, Entry illegible) {
    long before = ledger.position();
    Problem problem = ledger.refuse(command);

    assertThat(problem.code()).isEqualTo("ENTRY_ILLEGIBLE");
    assertThat(problem.status()).isEqualTo(409);
    assertThat(problem.entries()).containsExactly(illegible.position());
    assertThat(problem.detail()).contains(illegible.subject().toString());
    assertThat(ledger.position()).isEqualTo(before);
  }

  private Entry entryOf(String subject) {
    return ledger.parts().journal().ofSubject(subject, 0, 1).getFirst();
  }

  private void restartAfter(String damage, Entry entry) {
    damage(damage, entry);
    ledger.close();
    ledger = new TestLedger(source);
  }

  private void damage(String damage, Entry entry) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "update entry set %s where position = ?".formatted(damage))) {
      statement.setLong(1, entry.position());
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private static RetractEntry retract(Entry entry) {
    return new RetractEntry(entry.subject(), entry.position(), entry.version() - 1, "no");
  }

  private static RegisterParty party(String id, String code) {
    return new RegisterParty(new PartyId(id), id, PartyKind.STATE, List.of(code), null, List.of());
  }

  private static AppointOfficial appoint(OfficialId official) {
    return new AppointOfficial(official, "Secretary of State", US, on("2013"));
  }

  private static EstablishRelations establish(PartyId with) {
    return new EstablishRelations(List.of(US, with), on("1991"));
  }

  private static PlanTrip plan(OfficialId traveller) {
    return new PlanTrip(
        new TripId("trip"),
        traveller,
        null,
        null,
        List.of(new Stop(GERMANY, null, List.of(), span("2017"), null)));
  }
}
