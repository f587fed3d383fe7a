package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.journal.Database;
import org.chancery.readmodel.ReadModel.Listing;
import org.chancery.shared.entry.LedgerEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** However the rows of a list are looked up, it holds the same. */
class LookedUpListsTest {
  private static final AsOf NOW = new AsOf(LocalDate.of(2004, 3, 9), null, 1);
  private static final int ALL = 4_000;
  private static final FilterAttribute COMMON = new FilterAttribute("party", "everywhere");
  private static final List<String> WORDS =
      List.of("jo", "john", "johnson", "joi", "zoë", "\uD7A3kim", "\uFB00", "\uD800\uDC00lu", "jp");

  static Stream<Supplier<DataSource>> databases() {
    return Stream.of(TestDatabases::h2, TestDatabases::postgres);
  }

  private record Holding(ReadModel<String> model, Leads leads, Database database) {

    static Holding on(DataSource views) {
      new ViewsSchema(views, List.of("official")).lay();
      ReadModel<String> model =
          ReadModelSpec.of("official", LedgerEvent.class, String.class, history -> List.of())
              .indexedBy("word", "party")
              .model(views);
      Holding holding = new Holding(model, new Leads(views), Database.of(views));
      RowChanges<String> changes = new RowChanges<>(model::body);
      IntStream.range(0, ALL).forEach(n -> changes.replace(List.of(), List.of(official(n)), 1));
      changes.drain(model.generations().live().rows(), List.of()).write(new JdbcTemplate(views));
      return holding;
    }

    private static Version<String> official(int n) {
      Set<FilterAttribute> attributes =
          Set.of(COMMON, word(n), new FilterAttribute("word", "twin" + n));
      return Version.always("officials/o" + n, "", null, attributes, "o" + n);
    }

    Listing<String> list(FilterAttribute... attributes) {
      return model.list(new Selection(Set.of(attributes), null, null, true, 10, null), NOW);
    }

    List<FilterAttribute> leads(FilterAttribute... attributes) {
      return leads.of(model.generations().live().rows(), List.of(attributes));
    }
  }

  private static FilterAttribute word(int n) {
    return new FilterAttribute("word", WORDS.get(n % WORDS.size()));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void wordsThatAreOnlyBegunFindAllThatBeginSo(Supplier<DataSource> views) {
    Holding held = Holding.on(views.get());

    for (String begin : List.of("j", "jo", "john", "zo", "\uD7A3", "\uFB00", "\uD800\uDC00", "t")) {
      FilterAttribute begun = FilterAttribute.begun("word", begin);
      long expected =
          IntStream.range(0, ALL)
              .filter(
                  n ->
                      Stream.of(word(n).token(), "word=twin" + n)
                          .anyMatch(word -> word.startsWith(begun.token())))
              .count();
      assertThat(held.list(begun).total()).as(begin).isEqualTo(expected).isPositive();
    }
    assertThat(held.list(FilterAttribute.begun("word", "jq")).total()).isZero();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatAllHaveIsCountedAndPagedLikeWhatFewHave(Supplier<DataSource> views) {
    Holding held = Holding.on(views.get());

    Listing<String> all = held.list(COMMON);
    Listing<String> few = held.list(COMMON, FilterAttribute.begun("word", "twin777"));

    assertThat(all.total()).isEqualTo(ALL);
    assertThat(all.items()).hasSize(10).startsWith("o0", "o1", "o10");
    assertThat(few.items()).containsExactly("o777");
    assertThat(few.total()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void theRarestLeadsAndInH2WhatMostHaveDoesNot(Supplier<DataSource> views) {
    Holding held = Holding.on(views.get());
    FilterAttribute several = FilterAttribute.begun("word", "twin7");
    FilterAttribute one = new FilterAttribute("word", "twin777");

    List<FilterAttribute> leads = held.leads(COMMON, several, one);

    assertThat(leads)
        .isEqualTo(
            held.database() == Database.H2 ? List.of(one, several) : List.of(COMMON, several, one));
  }
}
