package org.chancery.intake.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chancery.intake.RealData;
import org.chancery.intake.Summary;
import org.chancery.intake.TakenIn;
import org.chancery.intake.source.OtherKind;
import org.chancery.intake.source.Readings;
import org.chancery.shared.official.OfficialCommand.AppointOfficial;
import org.chancery.shared.official.OfficialCommand.EndAppointment;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Who was President, out of a list. */
class PresidentsReaderTest {
  private static final String FIRST =
      of("7", "able-ann", "Ann Able", "1901-03-04", "1905-03-04", "2020-01-01");
  private static final String SECOND =
      of("8", "baker-bob", "Bob Baker", "1905-03-04", "1909-03", "2020-01-01");
  private static final String AGAIN = of("9", "able-ann", "Ann Able", "1909-03", "", "2020-01-01");

  @TempDir Path folder = Path.of("");
  private final TakenIn ledger = new TakenIn();

  @AfterEach
  void close() {
    ledger.close();
  }

  private static String of(
      String n, String id, String name, String took, String left, String edited) {
    return """
    <president n="%s"><id>%s</id><name>%s</name><birth-year>1850</birth-year>
    <death-year still-alive="true"/><took-office-date>%s</took-office-date>
    <left-office-date still-in-office="true">%s</left-office-date>
    <created-by>x</created-by><created-date/><last-modified-by>x</last-modified-by>
    <last-modified-date>%s</last-modified-date></president>
    """
        .formatted(n, id, name, took, left, edited);
  }

  private Path file(String... presidents) throws IOException {
    return raw(
        "<presidents><source-url>x</source-url>" + String.join("", presidents) + "</presidents>");
  }

  private Path raw(String content) throws IOException {
    return Files.writeString(folder.resolve("presidents.xml"), content);
  }

  private static Readings read(Path file) {
    return Readings.of(new PresidentsReader(), file);
  }

  @Test
  void eachTermIsTakenUpAndLeftAsFarAsThatIsTold() throws IOException {
    Readings read = read(file(FIRST, SECOND, AGAIN));

    assertThat(read.commands(RegisterOfficial.class))
        .extracting(RegisterOfficial::name)
        .containsExactly("Ann Able", "Bob Baker");
    assertThat(read.commands(AppointOfficial.class))
        .extracting(each -> each.official() + " " + each.office() + " " + each.on())
        .containsExactly(
            "able-ann President 1901-03-04",
            "baker-bob President 1905-03-04",
            "able-ann President 1909-03");
    assertThat(read.commands(EndAppointment.class))
        .extracting(each -> each.official() + " " + each.on())
        .containsExactly("able-ann 1905-03-04", "baker-bob 1909-03");
    assertThat(read.keys()).doesNotHaveDuplicates();
    assertThat(read.facts().getFirst().provenance().sources().getFirst().locator())
        .isEqualTo("presidents.xml, 7");
  }

  @Test
  void whatIsToldAsBeforeIsNotEnteredAgain() throws IOException {
    ledger.withPresidents(file(FIRST, SECOND, AGAIN));
    assertThat(ledger.names()).filteredOn(name -> name.startsWith("official.")).hasSize(2 + 5);
    ledger.withPresidents(file(FIRST, SECOND, AGAIN));

    assertThat(ledger.all()).isEmpty();
    assertThat(ledger.summary()).isEqualTo(new Summary(5, 0, 0, 0, 5, 0, 0));
  }

  @Test
  void aLaterReleaseCorrectsAddsAndRetracts() throws IOException {
    ledger.withPresidents(file(FIRST, SECOND));
    ledger.withPresidents(
        file(
            FIRST,
            of("8", "baker-bob", "Bob Baker", "1905-03-05", "", "2021-01-01"),
            AGAIN.replace("2020-01-01", "2021-01-01")));

    assertThat(ledger.names())
        .containsExactlyInAnyOrder("entry.corrected", "entry.retracted", "official.appointed");
    assertThat(ledger.reasons())
        .contains("The release of 2021-01-01 has taken-up on 1905-03-05, not 1905-03-04");
  }

  @Test
  void nothingIsRetractedForLackOfWhatCannotBeRead() throws IOException {
    ledger.withPresidents(file(FIRST, SECOND));
    ledger.withPresidents(file(FIRST, SECOND.replace("1905-03-04", "never")));

    assertThat(ledger.all()).isEmpty();
    assertThat(ledger.summary().refused()).isOne();
  }

  @Test
  void whatIsNoTermIsRefusedByItself() throws IOException {
    Readings read =
        read(
            file(
                FIRST,
                of("", "x-y", "X Y", "1905-03-04", "", ""),
                of("9", "X Y", "X Y", "1905-03-04", "", ""),
                of("10", "x-y", "X Y", "5 March", "", ""),
                of("11", "x-y", "X Y", "", "", ""),
                SECOND));

    assertThat(read.commands(AppointOfficial.class)).hasSize(2);
    assertThat(read.reasons()).hasSize(4).contains("none of its turns is dated");
    assertThat(read.malformed()).allMatch(each -> each.origin().startsWith("presidents.xml"));
  }

  @Test
  void whatTheFormatDoesNotHaveIsFlagged() throws IOException {
    Readings read =
        read(
            file(
                FIRST.replace("<name>", "<party>Whig</party><name>"),
                of("8", "baker-bob", "Bob Baker", "1909-03-04", "1905-03-04", "")));

    assertThat(read.flags("<party>")).hasSize(1);
    assertThat(read.flags("before it was")).hasSize(1);
  }

  @Test
  void filesThatMeanHarmAreRefused() throws IOException {
    for (String hostile :
        List.of(
            "",
            "Dear Sir,",
            "<trips/>",
            "<!DOCTYPE presidents [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                + "<presidents><president n='1'><id>&x;</id></president></presidents>",
            "<presidents><president>&who;</president></presidents>",
            "<presidents>" + "<president>".repeat(100_000),
            "<presidents>" + "<president/>".repeat(10_001) + "</presidents>")) {
      Readings read = read(raw(hostile));
      assertThat(read.malformed()).isNotEmpty();
      assertThat(read.malformed().getLast().reason()).startsWith("unreadable from here on");
      assertThat(read.commands(AppointOfficial.class)).isEmpty();
    }
    assertThatThrownBy(() -> new PresidentsReader().read(folder, _ -> {}))
        .isInstanceOf(OtherKind.class);
  }

  @Test
  void termsBeforeATruncationStand() throws IOException {
    Readings read = read(raw("<presidents>" + FIRST + SECOND.substring(0, 60)));

    assertThat(read.commands(AppointOfficial.class)).hasSize(1);
    assertThat(read.reasons()).hasSize(1);
  }

  @Test
  void aFieldBeyondAllMeasureIsRefusedWithItsTermAlone() throws IOException {
    Readings read = read(file(FIRST.replace("1901-03-04", "x".repeat(1_000_000)), SECOND));

    assertThat(read.reasons()).containsExactly("started/date is longer than 4000 characters");
    assertThat(read.commands(AppointOfficial.class)).hasSize(1);
  }

  @Test
  @EnabledIf(value = RealData.IS_AT_HAND, disabledReason = RealData.ABSENT)
  void thePublishedListIsReadWhole() {
    Readings read = read(RealData.at("travels").resolve("presidents/presidents.xml"));

    assertThat(read.reasons()).isEmpty();
    assertThat(read.commands(AppointOfficial.class)).hasSize(47);
    assertThat(read.commands(EndAppointment.class)).hasSize(46);
    assertThat(read.commands(RegisterOfficial.class)).hasSize(45);
    assertThat(read.drafts().stream().flatMap(draft -> draft.flags().stream()))
        .allMatch(flag -> flag.contains("left open when it existed"));
  }
}
