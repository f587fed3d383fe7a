package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chancery.app.cli.DemoVerb;
import org.chancery.app.cli.ServeVerb;
import org.chancery.command.Bulk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The sample story, asked by people on the command line. */
@Tag("slow")
class AskVerbTest {
  private static final Pattern LINE = Pattern.compile("\\{([a-z0-9-]+)}");
  private static final Map<String, Integer> POSITIONS = new HashMap<>();
  private static Ledger ledger;

  @BeforeAll
  static void tell() throws IOException {
    ledger = Ledger.start(Map.of());
    DemoVerb.tell(ledger.context().getBean(Bulk.class));
    try (InputStream story = AskVerbTest.class.getResourceAsStream("/sample/story.ndjson")) {
      new String(story.readAllBytes(), UTF_8)
          .lines()
          .forEach(
              line -> POSITIONS.put(Http.json(line).path("id").asString(), POSITIONS.size() + 1));
    }
    Http http = ledger.http();
    register(http, "official", "ivanov-a", "Anna Ivanov");
    register(http, "official", "ivanov-b", "Boris Ivanov");
    register(http, "official", "evil", "Mallory\u001B]0;x\u0007 \u009B2J\u202E Evil");
    party(http, "bosnia", "Bosnia and Herzegovina");
    party(http, "serbia", "Serbia");
    party(http, "georgia", "Georgia");
    register(http, "official", "georgia-x", "Georgia");
    http.command(
            "RecordTrip",
            """
            {"trip": "vague", "traveller": "ivanov-a", "office": "Envoy",
             "stops": [{"country": "serbia", "places": ["Nis"], "dates": "1999"}]}\
            """)
        .expect(201);
    http.command(
            "PlanTrip",
            """
            {"trip": "unsaid", "traveller": "ivanov-b",
             "stops": [{"country": "serbia", "places": ["Nis"], "dates": "1998-05-01"}]}\
            """)
        .expect(201);
    long last =
        http.command(
                "RecordTrip",
                """
                {"trip": "vaguer", "traveller": "ivanov-a", "office": "Envoy",
                 "stops": [{"country": "serbia", "places": ["Nis"], "dates": "1999-05"}]}\
                """)
            .expect(201)
            .position();
    http.get("/api/journal?minPosition=" + last).expect(200);
    http.get("/api/parties?minPosition=" + last).expect(200);
  }

  private static void register(Http http, String kind, String id, String name) {
    http.command(
            "RegisterOfficial",
            "{\"%s\": \"%s\", \"name\": \"%s\"}".formatted(kind, id, escaped(name)))
        .expect(201);
  }

  private static String escaped(String name) {
    return name.replace("\u001B", "\\u001b").replace("\u0007", "\\u0007");
  }

  private static void party(Http http, String id, String name) {
    http.command(
            "RegisterParty",
            "{\"party\": \"%s\", \"name\": \"%s\", \"kind\": \"state\"}".formatted(id, name))
        .expect(201);
  }

  @AfterAll
  static void close() throws IOException {
    ledger.close();
  }

  /** With the position of each line of the story that is named. */
  private static String told(String text) {
    return LINE.matcher(text)
        .replaceAll(line -> String.valueOf(POSITIONS.get("story-" + line.group(1))));
  }

  private static Console run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--data", ledger.data().toString()));
    return Console.run(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "where was Rex Tillerson on 2017-02-16|Rex W. Tillerson was in Bonn, Germany|[entry"
            + " {trip-took-place}]",
        "where was Dunford on 16 February 2017?|met Valery Gerasimov in Baku, Azerbaijan|[entries"
            + " {dunford-gerasimov-scheduled}, {dunford-gerasimov-corrected}]",
        "where was Dunford on 2017-02-15 as known at position:{dunford-gerasimov-held}|Where Joseph"
            + " Dunford was on 2017-02-15 is not known for certain|[entries"
            + " {dunford-gerasimov-scheduled}, {dunford-gerasimov-held}]",
        "where was Lavrov on 1999-01-01|Where Sergei Lavrov was on 1999-01-01 is not on"
            + " record.|position",
        "where was Anna Ivanov on 1999-03-03|perhaps, for the dates leave it open, Anna Ivanov was"
            + " in Nis|[entry ",
        "who met Lavrov since 2014|Rex W. Tillerson, 2017-02-16, in Bonn, Germany|[entries"
            + " {us-ru-scheduled}, {us-ru-held}]",
        "who met Lavrov since 2014|and whether they met is not on record|[entry {g-20-scheduled}]",
        "who met US since 2018|Whom United States met since 2018 is not on record.|not in this"
            + " ledger",
        "who was Secretary of State of the United States on 2017-02-16|Rex W. Tillerson was"
            + " Secretary of State of United States|[entries {appointed-tillerson},"
            + " {ended-tillerson}]",
        "who was the Secretary of State on 2020-01-01|is not on record|position",
        "who was Minister of Foreign Affairs of Russia on 2017-02-16|is not certain; the dates on"
            + " record leave it open|[entry {appointed-lavrov}]",
        "who headed US's mission to Russia on 2016-01-01|John F. Tefft|[entries {tefft-appointed},"
            + " {tefft-credentials}, {tefft-ended}]",
        "who headed the mission of US to Russia on 2018-01-01|is not on record|[entries"
            + " {tefft-appointed}, {tefft-credentials}, {tefft-ended}]",
        "who headed Russia's mission to US on 2018-01-01|Who headed the mission of Russia to United"
            + " States on 2018-01-01 is not on record.|position",
        "status of US and Russia on 2015-01-01|strained|[entries {relations-resumed-1933},"
            + " {relations-embassy-1933}, {cooperation-suspended}, {g-20-scheduled}]",
        "status of US and Russia on 2015-01-01|Sources differ|position",
        "status of Bosnia and Herzegovina and Serbia|unknown, for nothing on record tells|position",
        "first meeting of Dunford and Gerasimov|2017-02-16 (bilateral,"
            + " meetings/dunford-gerasimov-2017)|[entries {dunford-gerasimov-scheduled},"
            + " {dunford-gerasimov-corrected}]",
        "first meeting of Dunford and Gerasimov as known at"
            + " position:{dunford-gerasimov-held}|2017-02-15 (bilateral|[entries"
            + " {dunford-gerasimov-scheduled}, {dunford-gerasimov-held}]",
        "last meeting of US and RU|the dates on record leave open|[entries {us-ru-scheduled},"
            + " {us-ru-held}]",
        "last meeting of US and RU before 2010-01-01|A meeting of United States and Russia before"
            + " 2010-01-01 is not on record.|meetings that stand as held",
        "last trip of Tillerson to Germany|trips/tillerson-rex-w-2017-02-15|[entry"
            + " {trip-took-place}]",
        "first trip of Tillerson to Russia|that took place is not on record|searched: 0",
        "first trip of ivanov-b to Serbia|1998-05-01, Nis, Serbia (trips/unsaid); planned, and"
            + " whether it took place is not on record|[entry ",
        "first trip of ivanov-a to Serbia|the dates on record leave open|trips/vaguer",
        "first trip of officials/ivanov-a to parties/serbia|the dates on record leave"
            + " open|trips/vague)"
      })
  void aQuestionIsAnsweredInSentencesThatCiteTheirEntries(
      String question, String says, String cites) {
    Console console = run("ask", told(question));
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out())
        .contains(says, told(cites))
        .doesNotContainPattern("\\b[Nn]o\\b|\\b[Nn]one\\b|\\b0 meetings\\.");
    assertThat(run("ask", "--json", told(question)).out().lines())
        .isNotEmpty()
        .allMatch(line -> Http.json(line).has("asOf"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "where was Ivanov on 2017-02-16|'Ivanov' may be several; did you mean Anna Ivanov"
            + " (officials/ivanov-a) or Boris",
        "where was Tilleson on 2017-02-16|no official 'Tilleson' is on record; did you mean"
            + " officials/tillerson-rex-w?",
        "where was Tiller on 2017-02-16|did you mean Rex W. Tillerson (officials/tillerson-rex-w)?",
        "where was Nobody Atall on 2017-02-16|no official 'Nobody Atall' is on record",
        "where was parties/russia on 2017-02-16|no official 'parties/russia' is on record",
        "where was .. on 2017-02-16|no official '..' is on record",
        "who met Georgia since 2014|'Georgia' may be several; did you mean Georgia"
            + " (parties/georgia) or Georgia (officials/georgia-x)?",
        "status of Germny and France|no party 'Germny' is on record; did you mean parties/germany?",
        "status of a/b and France|no party 'a/b' is on record",
        "status of Bosnia and Herzegovina and Srbia|put a name that has an 'and' into quotation"
            + " marks",
        "who was Secretry on 2017-01-01|no office 'Secretry' is on record; did you mean",
        "who was Secretary of State of Atlantis on 2017-01-01|no party 'Atlantis' is on record",
        "first meeting of Tillerson and Russia|are an official and a party",
        "first meeting of US and Russia as known at never|'never' is no instant",
        "first meeting of US and Russia as known at position:9999|beyond the journal's head",
        "how many wars were there|that is no question that is understood here"
      })
  void aQuestionThatIsNotUnderstoodExitsWithTwoAndWhatMayBeMeant(String question, String why) {
    Console console = run("ask", question);
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.out()).isEmpty();
    assertThat(console.err()).startsWith("chancery: ").contains(why);
    assertThat(console.err().lines()).hasSize(1);
  }

  @Test
  void aQuestionOfAMegabyteIsRefusedInOneLine() {
    Console console = run("ask", "status of \"" + "and ".repeat(250_000));
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).hasSizeLessThan(200).contains("at most 1000 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"show officials/evil", "ask where was officials/evil on 2017-02-16"})
  void aTextOnRecordDoesNotControlTheTerminal(String args) {
    for (String json : List.of("", " --json")) {
      Console console = run((args + json).split(" "));
      assertThat(console.code()).as(console.err()).isZero();
      assertThat(console.out()).doesNotContain("\u001B", "\u0007", "\u009B", "\u202E");
    }
    assertThat(run(args.split(" ")).out())
        .contains("Mallory\\u001B]0;x\\u0007 \\u009B2J\\u202E Evil");
  }

  @Test
  void anAnswerIsShownWithWhoWhereWhenAndTheEntriesBehindIt() {
    Console console =
        run(
            "show",
            "/api/meetings/dunford-gerasimov-2017",
            "--known-at",
            told("position:{dunford-gerasimov-held}"));
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out())
        .contains(
            "Participants:",
            "- Joseph Dunford, party United States",
            "Held on: 2017-02-15",
            "Status: held",
            "Not on record: ",
            "place",
            told("as known at position {dunford-gerasimov-held}"))
        .containsPattern("meeting\\.held, recorded \\S+ by sample; CBS News, .*\\[entry \\d+]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "relationships/US/YE|Status: unknown, for nothing on record tells",
        "relationships/US/YE|It rests on no entry: nothing of it is on record.",
        "cooperations/us-ru-military?on=2005-01-01|State: open, for the record does not tell"
            + " whether none or active",
        "missions/united-states-to-russia|Headed: unknown, for nothing on record tells",
        "entries/{dunford-gerasimov-corrected}|Supersedes: {dunford-gerasimov-held}",
        "meetings?party=russia&status=cancelled|Nothing that fits is on record.",
        "parties?limit=1|There are more: chancery show 'parties?limit=1&cursor=",
        "journal|Position: ",
        "meetings?groupBy=status|- held: ",
        "meetings?groupBy=status| in 2 groups:",
        "stops?groupBy=official&measure=days|- Rex W. Tillerson: 3 (2017-02-15 to 2017-02-17)",
        "stops?groupBy=country&country=china|Nothing that fits is on record.",
        "meetings?from=2017-02-16|Sources differ about /api/meetings/bonn-2017-syria"
      })
  void whatIsUnknownOrOpenIsSaidInWords(String address, String says) {
    Console console = run("show", told(address));
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out()).contains(told(says));
    assertThat(address.contains("groupBy") && console.out().contains("Not on record")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "show meetings/bon-2017|did you mean",
        "show meetings?country=germny|did you mean germany",
        "show nothing/here|there is nothing at /api/nothing/here",
        "show meetings/bonn-2017-us-ru --on 2017|must be a single day",
        "show entries/stream|is a stream, which has no end",
        "explain entries/5|there is no explanation of entries/5",
        "explain meetings/bon-2017|did you mean"
      })
  void whatCannotBeShownExitsWithTwoAndSaysWhy(String args, String why) {
    Console console = run(args.split(" "));
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains(why);
    assertThat(console.err().lines()).hasSize(1);
  }

  @Test
  void withJsonTheAnswerIsPrintedAsTheApiHasIt() {
    String path = "/api/cooperations/us-ru-military?on=2015-01-01";
    assertThat(run("show", "--json", path).out())
        .isEqualTo(ledger.http().get(path).expect(200).body() + "\n");
    assertThat(Http.json(run("explain", "--json", path).out()).path("steps")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meetings/dunford-gerasimov-2017",
        "missions/US/RU",
        "missions/united-states-to-russia"
      })
  void anExplanationIsTold(String address) {
    Console console = run("explain", address);
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out()).contains("It stands", "as known at position", "This rests on");
  }

  @Test
  void whereNoServerRunsTheLedgerIsOpenedForTheQuestionAndNothingIsEntered(@TempDir Path data)
      throws IOException {
    try (ConfigurableApplicationContext own = ServeVerb.open(data)) {
      DemoVerb.tell(own.getBean(Bulk.class));
    }
    String[] question = {"ask", "status of US and Russia", "--data", data.toString()};
    Console console = Console.run(question);
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out()).contains("strained", "as known at position " + POSITIONS.size());
    assertThat(data.resolve("server.url")).doesNotExist();
    assertThat(Files.exists(data.resolve("journal.mv.db"))).isTrue();
    assertThat(Console.run(question).out()).isEqualTo(console.out());
  }
}
