package org.chancery.query.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.query.party.PartyView.Called;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.PartyId;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyEvent.PartyRenamed;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.Test;

class PartyFoldTest {
  private static final PartyId CZECHIA = new PartyId("czechia");
  private static final PartyRegistered REGISTERED =
      new PartyRegistered(
          CZECHIA,
          "Czech Republic",
          PartyKind.STATE,
          List.of("CZ"),
          EdtfSpan.parse("1993-01-01/.."),
          List.of());

  private static PartyRenamed renamed(String name, String on) {
    return new PartyRenamed(CZECHIA, name, EdtfDate.parse(on), null);
  }

  private static List<Version<PartyView>> versions(PartyEvent... events) {
    List<Recorded<PartyEvent>> history = new ArrayList<>();
    for (PartyEvent event : events) {
      history.add(new Recorded<>(history.size() + 1L, event));
    }
    return PartyFold.versions(history);
  }

  private static PartyView on(String day, PartyEvent... events) {
    return at(LocalDate.parse(day), versions(events));
  }

  private static PartyView at(LocalDate day, List<Version<PartyView>> versions) {
    List<Version<PartyView>> holding =
        versions.stream()
            .filter(row -> !day.isBefore(row.from()) && day.isBefore(row.to()))
            .toList();
    assertThat(holding).hasSize(1);
    return holding.getFirst().view();
  }

  @Test
  void aPartyIsCalledWhatItWasRegisteredAsUntilItIsRenamed() {
    PartyRenamed renamed = renamed("Czechia", "2016-07-01");

    assertThat(on("1800-01-01", REGISTERED, renamed).name()).isEqualTo("Czech Republic");
    assertThat(on("2016-06-30", REGISTERED, renamed).name()).isEqualTo("Czech Republic");
    assertThat(on("2016-07-01", REGISTERED, renamed).name()).isEqualTo("Czechia");
  }

  @Test
  void anImpreciseDateLeavesTheNameOpen() {
    PartyView open = on("2016-06-30", REGISTERED, renamed("Czechia", "2016"));

    assertThat(open.name()).isNull();
    assertThat(open.possibleNames()).containsExactly("Czech Republic", "Czechia");
    assertThat(open.inWords()).isEqualTo("Czech Republic or Czechia");
    assertThat(on("2017-01-01", REGISTERED, renamed("Czechia", "2016")).possibleNames()).isEmpty();
  }

  @Test
  void allThatItWasCalledIsToldInOrderWithTheEntries() {
    assertThat(
            on("2020-01-01", REGISTERED, renamed("Bohemia", "2018"), renamed("Czechia", "2016"))
                .called())
        .containsExactly(
            new Called("Czech Republic", null, null, List.of(1L)),
            new Called("Czechia", EdtfDate.parse("2016"), null, List.of(3L)),
            new Called("Bohemia", EdtfDate.parse("2018"), null, List.of(2L)));
  }

  @Test
  void existenceAndNamesCutTheDaysEach() {
    PartyView before = on("1992-12-31", REGISTERED, renamed("Czechia", "1990-01-01"));

    assertThat(before.name()).isEqualTo("Czechia");
    assertThat(before.extant()).isEqualTo(PartyView.Extant.NO);
  }

  @Test
  void withoutARegistrationThereIsNothingToTell() {
    assertThat(versions(renamed("Czechia", "2016"))).isEmpty();
  }

  /** On a day after some dates and before others, the last of those before is the name. */
  @Property(tries = 300)
  void whateverTheNamesTheyAreThoseThatSomeReadingAllows(
      @ForAll("renamings") List<PartyRenamed> renamings, @ForAll("days") LocalDate day) {
    List<PartyEvent> all = new ArrayList<>(List.of(REGISTERED));
    all.addAll(renamings);
    PartyView view = at(day, versions(all.toArray(PartyEvent[]::new)));

    List<String> names =
        view.name() == null ? view.possibleNames() : List.of(Objects.requireNonNull(view.name()));
    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    assertThat(view.name() == null).isEqualTo(names.size() > 1);
    assertThat(view.called()).extracting(Called::name).containsAll(names);
    if (renamings.stream().noneMatch(each -> each.on().earliest().isBefore(day.plusDays(1)))) {
      assertThat(names).containsExactly("Czech Republic");
    }
  }

  @Provide
  Arbitrary<List<PartyRenamed>> renamings() {
    return Combinators.combine(
            Arbitraries.of("Czech Republic", "Czechia", "Bohemia"),
            Arbitraries.of("2016", "2016-07", "2016-07-01", "201X", "2018-02-03"))
        .as(PartyFoldTest::renamed)
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 365 * 14).map(LocalDate.of(2008, 1, 1)::plusDays);
  }
}
