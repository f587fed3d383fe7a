package org.chancery.query.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.chancery.query.TestLedger;
import org.chancery.query.account.Following;
import org.chancery.query.party.Existences.Absence;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.TestDatabases;
import org.chancery.shared.PartyId;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class ExistencesTest {
  private static final PartyId KINGDOM = new PartyId("kingdom");

  private final TestLedger ledger = new TestLedger(TestDatabases.h2());

  @AfterEach
  void close() {
    ledger.close();
  }

  private static PartyRegistered party(@Nullable EdtfSpan existed) {
    return new PartyRegistered(KINGDOM, "Kingdom", PartyKind.STATE, List.of(), existed, List.of());
  }

  @Test
  void aPartyOfWhichNobodySaysWhenItExistedIsNotTakenToExist() {
    ledger.record(party(null));
    AsOf asOf = ledger.on("2026-01-01");

    assertThat(ledger.model(PartyView.class).at("parties/kingdom", asOf))
        .hasValueSatisfying(view -> assertThat(view.extant()).hasToString("UNKNOWN"));
    assertThat(ledger.bean(Existences.class).of(KINGDOM, Following.preferred(asOf))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1836/1850,  1830-01-01, true,  false",
    "1836/1850,  1836-06-01, false, false",
    "1836/1850,  1850-06-01, false, true",
    "1836/1850,  1851-01-01, true,  true",
    "18XX/1870,  1850-01-01, false, false",
    "18XX/1870,  1880-01-01, true,  true",
    "1850/18XX,  1820-01-01, true,  false",
    "/1904,      1850-01-01, false, false",
    "/1904,      1904-06-01, false, true",
    "/1904,      1905-01-01, true,  true",
    "1904/,      1904-06-01, false, true",
    "1904/,      2026-01-01, false, true",
    "../1904,    1904-06-01, false, true",
    "../1904,    1905-01-01, true,  true",
  })
  void aPartyHasEndedWhereItsLastDayMayHavePassed(
      String existed, String day, boolean sure, boolean ended) {
    ledger.record(party(EdtfSpan.parse(existed)));
    Existences existences = ledger.bean(Existences.class);
    AsOf asOf = ledger.on(day);

    assertThat(existences.on(asOf.on(), existences.of(KINGDOM, Following.preferred(asOf)), asOf))
        .extracting(Absence::sure, Absence::ended)
        .containsExactly(tuple(sure, ended));
  }
}
