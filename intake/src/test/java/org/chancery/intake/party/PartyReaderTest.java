package org.chancery.intake.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chancery.intake.Summary;
import org.chancery.intake.TakenIn;
import org.chancery.intake.source.OtherKind;
import org.chancery.intake.source.Readings;
import org.chancery.intake.travel.ReleaseFixture;
import org.chancery.journal.Entry;
import org.chancery.journal.json.LedgerJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of countries and territories, taken into a ledger. */
@Tag("slow")
class PartyReaderTest {
  private static final String GERMANY =
      "germany,germany,Germany,DE,DEU,276,eur,\"Germany|Germany, Federal Republic of\",1,1,1,1,1,";
  private static final String GDR =
      "german-democratic-republic,german-democratic-republic,German Democratic Republic,,,,eur,"
          + "East Germany (German Democratic Republic)*,2,0,1,4,7,";
  private static final String TURKEY = "turkey,turkey,Turkey,TR,TUR,792,eur,Turkey,1,1,1,1,1,";
  private static final String TURKIYE =
      "turkiye,turkey,Turkey,TR,TUR,792,eur,Türkiye,1,1,1,1,1,renamed";

  private static final String WEST =
      "west-germany-1990,West Germany,Federal Republic of Germany,independent-state,1949,1990,"
          + "false,germany-1949,germany";
  private static final String EAST =
      "east-germany-1990,East Germany,German Democratic Republic,independent-state,1949,1990,"
          + "false,germany-1949,germany";
  private static final String OCCUPIED =
      "germany-1949,Germany,,dependency-or-area-of-special-sovereignty,1945,1949,false,,"
          + "west-germany-1990 east-germany-1990";
  private static final String UNITED =
      "germany,Germany,Federal Republic of Germany,independent-state,1990,9999,true,"
          + "west-germany-1990 east-germany-1990,";
  private static final String TURKISH =
      "turkey,Turkey,Republic of Turkey,independent-state,1923,9999,true,,";

  private final TakenIn ledger = new TakenIn();
  private Path folder = Path.of("");

  @BeforeEach
  void inFolder(@TempDir Path directory) {
    folder = directory;
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private Path lists(List<String> countries, List<String> territories) throws IOException {
    write("countries.csv", Country.HEADER, countries);
    write("territories.csv", Territory.HEADER, territories);
    return folder;
  }

  private void write(String name, List<String> header, List<String> rows) throws IOException {
    Files.writeString(
        folder.resolve(name), String.join(",", header) + "\n" + String.join("\n", rows) + "\n");
  }

  private Path whole() throws IOException {
    return lists(
        List.of(GERMANY, GDR, TURKEY, TURKIYE), List.of(WEST, EAST, OCCUPIED, UNITED, TURKISH));
  }

  private List<String> told(String name) {
    return ledger.all().stream()
        .filter(entry -> entry.name().equals(name))
        .map(Entry::payload)
        .map(payload -> LedgerJson.mapper().readTree(payload))
        .map(
            payload ->
                "%s %s %s"
                    .formatted(
                        payload.path("party").asString(),
                        payload.path("name").asString(""),
                        payload.path("on").asString("")))
        .toList();
  }

  @Test
  void countriesBecomePartiesWithTheirNamesInTime() throws IOException {
    ledger.withParties(whole());

    assertThat(told("party.renamed"))
        .containsExactly("germany Federal Republic of Germany 1949", "germany Germany 1990");
    assertThat(told("party.registered"))
        .contains("turkey Türkiye ", "german-democratic-republic German Democratic Republic ")
        .noneMatch(told -> told.startsWith("turkiye"));
    assertThat(ledger.summary().refused()).isZero();
  }

  @Test
  void whatStandsIsNotEnteredAgain() throws IOException {
    ledger.withParties(whole());
    long recorded = ledger.summary().added();
    ledger.withParties(whole());

    assertThat(ledger.summary()).isEqualTo(new Summary(recorded, 0, 0, 0, recorded, 0, 0));
    assertThat(ledger.all()).isEmpty();
  }

  @Test
  void aPartyThatAnotherSourceRegisteredIsFound(@TempDir Path travels) throws IOException {
    new ReleaseFixture(travels, "2020-01-01").whole();
    ledger.with(travels);
    ledger.withParties(whole());
    assertThat(told("party.registered")).noneMatch(told -> told.startsWith("germany "));
    assertThat(told("party.renamed")).hasSize(2);

    ledger.with(travels);
    assertThat(ledger.all()).isEmpty();
  }

  @Test
  void otherSourcesFindThePartiesThatAreListed(@TempDir Path travels) throws IOException {
    ledger.withParties(whole());
    new ReleaseFixture(travels, "2020-01-01").whole();
    ledger.with(travels);

    assertThat(told("party.registered")).noneMatch(told -> told.startsWith("germany "));
    assertThat(ledger.summary().refused()).isZero();
    assertThat(ledger.summary().added()).isPositive();
  }

  @Test
  void aListThatHasAnotherYearCorrectsAndOneWithoutTheNameRetracts() throws IOException {
    ledger.withParties(whole());
    ledger.withParties(
        lists(
            List.of(GERMANY, GDR, TURKEY, TURKIYE),
            List.of(WEST.replace("1949,1990", "1948,1990"), EAST, OCCUPIED, UNITED, TURKISH)));
    assertThat(ledger.names()).containsExactly("entry.corrected");
    assertThat(ledger.reasons())
        .containsExactly(
            "The list has the name Federal Republic of Germany from 1948 on, not 1949");

    ledger.withParties(
        lists(List.of(GERMANY, GDR, TURKEY, TURKIYE), List.of(EAST, OCCUPIED, UNITED, TURKISH)));
    assertThat(ledger.names())
        .containsExactlyInAnyOrder("entry.corrected", "entry.retracted", "entry.retracted");
  }

  @Test
  void nothingIsTakenBackForWhatADamagedListLacks() throws IOException {
    ledger.withParties(whole());
    ledger.withParties(
        lists(
            List.of(GERMANY, GDR, TURKEY, TURKIYE),
            List.of(WEST.replace("1949", "long ago"), EAST, OCCUPIED, UNITED, TURKISH)));

    assertThat(ledger.all()).isEmpty();
    assertThat(ledger.summary().refused()).isEqualTo(1);
    assertThat(ledger.report())
        .contains("territories.csv, line 2 refused: valid_since_year 'long ago' is no year");
  }

  @Test
  void whatWasEnteredByHandIsLeftAndSaidSo() throws IOException {
    ledger.registering("germany");
    ledger.withParties(whole());

    assertThat(ledger.names()).doesNotContain("entry.corrected");
    assertThat(ledger.report()).anyMatch(line -> line.contains("it was entered by hand"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "germany,germany",
        "GERMANY!,germany,Germany,DE,DEU,276,eur,Germany,1,1,1,1,1,",
        "x,nowhere,X,,,,,X,0,0,0,0,0,",
        "germany,germany,Germany,DE,DEU,276,eur,Germany,1,1,1,1,1,\n"
            + "germany,germany,G,,,,,,1,1,1,1,1,",
        "a,\"a"
      })
  void aFaultyRowIsRefusedByItself(String row) throws IOException {
    Readings read = Readings.of(new PartyReader(), lists(List.of(TURKEY, row), List.of(TURKISH)));

    assertThat(read.malformed()).hasSize(1);
    assertThat(read.drafts()).anyMatch(draft -> draft.key().startsWith("party-listed:turkey:"));
  }

  @Test
  void predecessorsThatNameEachOtherDoNotHoldItUp() throws IOException {
    String a = "a,A,A,independent-state,1900,1950,false,b,b";
    String b = "b,B,A,independent-state,1950,1900,false,a,a";
    String row = "%1$s,%1$s,%1$s,,,,,,0,0,0,0,0,";
    Path lists = lists(List.of(row.formatted("a"), row.formatted("b")), List.of(a, b));

    assertThat(ledger.withParties(lists).summary().read()).isPositive();
  }

  @Test
  void anotherFolderIsNotRead() throws IOException {
    assertThatThrownBy(() -> new PartyReader().read(folder, _ -> {})).isInstanceOf(OtherKind.class);
    lists(List.of(), List.of());
    write("countries.csv", List.of("id", "name"), List.of());
    assertThatThrownBy(() -> new PartyReader().read(folder, _ -> {})).isInstanceOf(OtherKind.class);
  }
}
