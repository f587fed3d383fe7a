package org.chancery.app.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.app.question.LedgerQuestion.AsKnown;
import org.chancery.app.question.LedgerQuestion.Encounters;
import org.chancery.app.question.LedgerQuestion.End;
import org.chancery.app.question.LedgerQuestion.HeadOfMission;
import org.chancery.app.question.LedgerQuestion.Holders;
import org.chancery.app.question.LedgerQuestion.MeetingOf;
import org.chancery.app.question.LedgerQuestion.StatusOf;
import org.chancery.app.question.LedgerQuestion.TripTo;
import org.chancery.app.question.LedgerQuestion.Two;
import org.chancery.app.question.LedgerQuestion.Whereabouts;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionParserTest {
  private static final LocalDate DAY = LocalDate.of(2017, 2, 16);

  private static Arguments means(String text, LedgerQuestion question, @Nullable String knownAt) {
    return Arguments.of(text, new AsKnown(question, knownAt));
  }

  private static Arguments means(String text, LedgerQuestion question) {
    return means(text, question, null);
  }

  private static List<Two> two(String one, String other) {
    return List.of(new Two(one, other));
  }

  static Stream<Arguments> questions() {
    return Stream.of(
        means("where was Rex Tillerson on 2017-02-16", new Whereabouts("Rex Tillerson", DAY)),
        means("Where  WAS\tX on 16 February 2017?", new Whereabouts("X", DAY)),
        means("where was X on February 16, 2017.", new Whereabouts("X", DAY)),
        means("where was X on 16th Feb 2017", new Whereabouts("X", DAY)),
        means(
            "where was \"Mission on Mars\" on 2017-02-16", new Whereabouts("Mission on Mars", DAY)),
        means("where was Man on Top on 2017-02-16", new Whereabouts("Man on Top", DAY)),
        means("who met Lavrov since 2014", new Encounters("Lavrov", EdtfDate.parse("2014"))),
        means("who met RU since March 2014?", new Encounters("RU", EdtfDate.parse("2014-03"))),
        means(
            "who was Secretary of State of the US on 2017-02-16",
            new Holders("Secretary of State of the US", DAY)),
        means(
            "who headed Russia's mission to Cuba on 2017-02-16",
            new HeadOfMission("Russia", "Cuba", DAY)),
        means(
            "who headed the United States\u2019 mission to RU on 2017-02-16",
            new HeadOfMission("the United States", "RU", DAY)),
        means(
            "who headed \"Trinidad and Tobago\"'s mission to RU on 2017-02-16",
            new HeadOfMission("Trinidad and Tobago", "RU", DAY)),
        means(
            "who headed the mission of US to RU on 2017-02-16", new HeadOfMission("US", "RU", DAY)),
        means("status of US and Russia", new StatusOf(two("US", "Russia"), null)),
        means("status of US and Russia on 2017-02-16", new StatusOf(two("US", "Russia"), DAY)),
        means(
            "status of Bosnia and Herzegovina and Serbia",
            new StatusOf(
                List.of(
                    new Two("Bosnia", "Herzegovina and Serbia"),
                    new Two("Bosnia and Herzegovina", "Serbia")),
                null)),
        means(
            "status of \u201CBosnia and Herzegovina\u201D and Serbia",
            new StatusOf(two("Bosnia and Herzegovina", "Serbia"), null)),
        means("first meeting of A and B", new MeetingOf(End.FIRST, two("A", "B"), null)),
        means(
            "last meeting of A and B before 2017-02-16",
            new MeetingOf(End.LAST, two("A", "B"), DAY)),
        means("first trip of A to C", new TripTo(End.FIRST, "A", "C")),
        means("last trip of Man to Man to C", new TripTo(End.LAST, "Man to Man", "C")),
        means(
            "last trip of A to C as known at position:65",
            new TripTo(End.LAST, "A", "C"),
            "position:65"),
        means(
            "status of A and B as known at 2017-02-16?",
            new StatusOf(two("A", "B"), null),
            "2017-02-16"));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void aQuestionIsUnderstoodAsTheGrammarHasIt(String text, AsKnown meant) {
    assertThat(QuestionParser.parse(text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|that is no question",
        "what is love|that is no question",
        "?|that is no question",
        "how often did A meet B|that is no question",
        "where was Lavrov|'on' and a day are missing",
        "where was on 2017-02-16|a name is missing",
        "where was \"\" on 2017-02-16|a name is missing",
        "where was Lavrov on|a date is missing",
        "where was Lavrov on 2017|'2017' is no single day",
        "where was Lavrov on 2017-02-30|'2017-02-30' is no date",
        "where was Lavrov on Tuesday|'Tuesday' is no date",
        "where was Lavrov on 30 February 2017|no date",
        "where was Lavrov on 99 May 2017|no date",
        "where was Lavrov on the 16 February 2017|no date",
        "who met Lavrov|'since' and a date are missing",
        "who met Lavrov since ever|'ever' is no date",
        "who headed mission to Russia on 2017-02-16|it is not said whose mission",
        "who headed US mission to Russia on 2017-02-16|it is not said whose mission",
        "who headed 's mission to Russia on 2017-02-16|it is not said whose mission",
        "who headed the mission of US on 2017-02-16|'to' and the receiving party are missing",
        "status of Russia|two names with 'and' between them are missing",
        "status of and Russia|two names with 'and' between them are missing",
        "status of a and b and c and d and e and f|put names that have an 'and' into quotation"
            + " marks",
        "first trip of Kerry|'to' and a country are missing",
        "status of A and B as known at|a point such as position:66 is missing",
        "status of \"A and B|a quotation mark is not closed",
        "status of A\" and B|a quotation mark is not closed"
      })
  void whatIsNoQuestionIsToldWhy(String text, String why) {
    assertThatThrownBy(() -> QuestionParser.parse(text))
        .isInstanceOf(NotUnderstoodException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u001B[2J", "\u009B2J", "\u0007"})
  void aControlCharacterIsRefusedAndNotRepeated(String control) {
    for (String text :
        List.of("where was A%sB on 2017-02-16", "where was \"A%sB\" on 2017-02-16")) {
      assertThatThrownBy(() -> QuestionParser.parse(text.formatted(control)))
          .isInstanceOf(NotUnderstoodException.class)
          .message()
          .doesNotContain(control);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\"", "and ", "status of ", "as known at ", "'s ", "\uD800"})
  void aQuestionOfAMegabyteIsRefusedForItsLength(String piece) {
    String long1 = piece.repeat(1_000_000 / piece.length());
    assertThatThrownBy(() -> QuestionParser.parse(long1))
        .isInstanceOf(NotUnderstoodException.class)
        .hasMessageStartingWith("a question has at most 1000 characters")
        .message()
        .hasSizeLessThan(200);
  }

  /** Whatever is put, it is understood or told why not. */
  @Property
  void nothingElseCanHappen(@ForAll("texts") String text) {
    try {
      assertThat(QuestionParser.parse(text)).isNotNull();
    } catch (NotUnderstoodException told) {
      assertThat(told.getMessage()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> keywords =
        Arbitraries.of(
            "where",
            "was",
            "who",
            "met",
            "headed",
            "mission",
            "to",
            "since",
            "on",
            "status",
            "of",
            "and",
            "first",
            "last",
            "meeting",
            "trip",
            "before",
            "as known at",
            "'s",
            "\"",
            "?",
            "2017-02-16",
            "16 May",
            "2017",
            "the",
            "\t",
            "A",
            "\u201C",
            "\u201D");
    Arbitrary<String> put = keywords.list().ofMaxSize(20).map(words -> String.join(" ", words));
    return Arbitraries.oneOf(put, Arbitraries.strings().all().ofMaxLength(60));
  }

  /** A name in quotation marks stays as it is, whatever keywords are in it. */
  @Property
  void whatIsWrittenByTheGrammarIsReadAsItWasMeant(@ForAll("asked") AsKnown meant) {
    assertThat(QuestionParser.parse(written(meant))).isEqualTo(meant);
  }

  @Provide
  Arbitrary<AsKnown> asked() {
    Arbitrary<String> names =
        Arbitraries.of(
                "on",
                "and",
                "to",
                "since",
                "A",
                "Kerry",
                "as",
                "known",
                "at",
                "mission",
                "C\u00f4te")
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(words -> String.join(" ", words));
    Arbitrary<LocalDate> days =
        Arbitraries.longs().between(-500_000, 20_000).map(LocalDate::ofEpochDay);
    Arbitrary<End> ends = Arbitraries.of(End.class);
    Arbitrary<LedgerQuestion> questions =
        Arbitraries.oneOf(
            List.<Arbitrary<LedgerQuestion>>of(
                Combinators.combine(names, days).as(Whereabouts::new),
                Combinators.combine(names, days).as(Holders::new),
                Combinators.combine(names, days)
                    .as((name, day) -> new Encounters(name, EdtfDate.parse(day.toString()))),
                Combinators.combine(names, names, days).as(HeadOfMission::new),
                Combinators.combine(names, names, days.injectNull(0.5))
                    .as((one, other, day) -> new StatusOf(two(one, other), day)),
                Combinators.combine(ends, names, names, days.injectNull(0.5))
                    .as((end, one, other, day) -> new MeetingOf(end, two(one, other), day)),
                Combinators.combine(ends, names, names).as(TripTo::new)));
    return Combinators.combine(
            questions, Arbitraries.of("position:7", "2017-02-16").injectNull(0.5))
        .as(AsKnown::new);
  }

  private static String written(AsKnown asked) {
    String question =
        switch (asked.question()) {
          case Whereabouts(var name, var on) -> "where was \"%s\" on %s".formatted(name, on);
          case Holders(var office, var on) -> "who was \"%s\" on %s".formatted(office, on);
          case Encounters(var name, var since) -> "who met \"%s\" since %s".formatted(name, since);
          case HeadOfMission(var sending, var receiving, var on) ->
              "who headed \"%s\"'s mission to \"%s\" on %s".formatted(sending, receiving, on);
          case StatusOf(var of, var on) ->
              "status of " + written(of) + (on == null ? "" : " on " + on);
          case MeetingOf(var end, var of, var before) ->
              "%s meeting of %s%s"
                  .formatted(end, written(of), before == null ? "" : " before " + before);
          case TripTo(var end, var name, var country) ->
              "%s trip of \"%s\" to \"%s\"".formatted(end, name, country);
        };
    return asked.knownAt() == null ? question : question + " as known at " + asked.knownAt();
  }

  private static String written(List<Two> of) {
    return "\"%s\" and \"%s\"".formatted(of.getFirst().one(), of.getFirst().other());
  }
}
