package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Gifts are a concept as docs/EVOLUTION.md has one added: nine files, and a line in each of five
 * lists. A server that is made so takes, corrects, follows and tells them.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("slow")
class NewConceptTest {
  private static final Path TESTS = Path.of("src", "test", "java", "org", "chancery");
  private static final int FILES = 9;
  private static final int LINES = 5;
  private static final String EVENT = "org.chancery.gift.GiftEvent";

  private static final List<Line> LISTS =
      List.of(
          new Line(
              "shared/src/main/java/org/chancery/shared/concept/Concept.java",
              "List.of(",
              "new Concept(%1$s.CONCEPT, org.chancery.gift.GiftCommand.class, %1$s.class),"),
          new Line(
              "journal/src/main/java/org/chancery/journal/EventNames.java",
              "  static {",
              "register(\"gift.given\", 1, %1$s.GiftGiven.class);"
                  + " register(\"gift.returned\", 1, %1$s.GiftReturned.class);"),
          new Line(
              "query/src/main/java/org/chancery/query/catalog/ReadModelCatalog.java",
              "List.of(",
              "org.chancery.gift.GiftView.READ_MODEL,"),
          new Line(
              "query/src/main/java/org/chancery/query/timeline/TimelineItems.java",
              "history.getFirst().event()) {",
              "case %1$s _ -> GiftTimeline.of(as(%1$s.class, history));"),
          new Line(
              "query/src/main/java/org/chancery/query/change/ConceptAnswers.java",
              "        List.of(",
              "whole(org.chancery.gift.GiftView.READ_MODEL, %1$s.CONCEPT),"));

  /** Only because its package is none of the ledger's own, where other tests would find it. */
  private static final Line FOUND =
      new Line(
          "app/src/main/java/org/chancery/app/config/LedgerApplication.java",
          "@ComponentScan(",
          "\"org.chancery.gift\") @ComponentScan(");

  private ServerProcess server;
  private Client client;

  @BeforeAll
  void serve(@TempDir Path sources, @TempDir Path classes, @TempDir Path data) throws IOException {
    List<Path> edited =
        Stream.concat(LISTS.stream(), Stream.of(FOUND)).map(line -> line.in(sources)).toList();
    compile(Stream.concat(files().stream(), edited.stream()).toList(), classes);
    server = ServerProcess.serveBy(classes, data);
    client = server.client();
    for (Request party :
        List.of(Request.party("united-kingdom", "GB"), Request.party("united-states", "US"))) {
      assertThat(client.tell(party).status()).isEqualTo(201);
    }
  }

  @AfterAll
  void end() {
    server.close();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> gifts = Files.list(TESTS.resolve("gift"))) {
      return Stream.concat(gifts, Stream.of(TESTS.resolve("query/timeline/GiftTimeline.java")))
          .toList();
    }
  }

  /**
   * A line that a file of the ledger gets.
   *
   * @param behind the words that it comes right behind
   */
  private record Line(String file, String behind, String more) {

    /** The file with the line, in another folder. */
    Path in(Path folder) {
      try {
        String source = Files.readString(Path.of("..").resolve(file));
        int at = source.indexOf(behind);
        assertThat(at).as("%s: %s", file, behind).isNotNegative();
        String edited =
            new StringBuilder(source)
                .insert(at + behind.length(), more.formatted(EVENT))
                .toString();
        return Files.writeString(folder.resolve(Path.of(file).getFileName()), edited);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private static void compile(List<Path> sources, Path into) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-nowarn",
              "-parameters",
              "-d",
              into.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
  }

  /** Returns the position of the entry that it makes. */
  private long enter(String key, String command, String fields) throws IOException {
    return client.tell(new Request(key, command, fields)).positions().getFirst();
  }

  private long give(String gift) throws IOException {
    return enter("given-" + gift, "GiveGift", desk(gift));
  }

  private static String desk(String gift) {
    return """
    "gift":"%s","giver":"GB","receiver":"US","what":"A desk","on":"1880-11"\
    """
        .formatted(gift);
  }

  private JsonNode gift(String gift, String at) {
    JsonNode answer = client.ask("/api/gifts/%s?%s".formatted(gift, at));
    assertThat(answer.path("entries")).isNotEmpty();
    return answer;
  }

  private String status(String at) {
    return gift("desk", at).path("status").asString();
  }

  @Test
  void aConceptIsNineFilesAndALineInEachOfFiveLists() throws IOException {
    assertThat(files()).hasSize(FILES);
    assertThat(LISTS).hasSize(LINES);
  }

  @Test
  void whatIsGivenAndReturnedIsAnsweredInBothTimesAndTold() throws IOException {
    long given = give("desk");
    long last =
        enter("back", "ReturnGift", "\"gift\":\"desk\",\"on\":\"1961\",\"reason\":\"moved\"");
    String now = "&minPosition=" + last;

    assertThat(status("on=1880-11-15" + now)).isEqualTo("indeterminate");
    assertThat(status("on=1900-01-01" + now)).isEqualTo("kept");
    assertThat(status("on=1970-01-01" + now)).isEqualTo("returned");
    assertThat(status("on=1970-01-01&knownAt=position:" + given)).isEqualTo("kept");
    assertThat(client.all("/api/gifts?party=GB" + now)).isNotEmpty();
    assertThat(client.all("/api/timeline?party=GB" + now))
        .anyMatch(item -> item.path("subject").asString().equals("/api/gifts/desk"));
    assertThat(client.total("/api/changes?subject=/api/gifts/desk" + now)).isPositive();
  }

  @Test
  void whatHistoryDoesNotBearIsRefused() throws IOException {
    give("elephant");

    Answer again = client.tell(new Request("again", "GiveGift", desk("elephant")));

    assertThat(again.status()).isEqualTo(409);
  }

  @Test
  void aCorrectionAndARetractionNeedNothingOfItsOwn() throws IOException {
    long given = give("clock");
    long corrected =
        enter(
            "corrected",
            "CorrectEntry",
            "\"entry\":%d,\"/what\":\"A clock\",\"reason\":\"misread\"".formatted(given));

    assertThat(gift("clock", "minPosition=" + corrected).path("what").asString())
        .isEqualTo("A clock");
    assertThat(gift("clock", "knownAt=position:" + given).path("what").asString())
        .isEqualTo("A desk");

    long undone = retract(corrected);
    assertThat(gift("clock", "minPosition=" + undone).path("what").asString()).isEqualTo("A desk");

    long retracted = retract(given);
    assertThat(client.all("/api/gifts?limit=100&minPosition=" + retracted))
        .noneMatch(each -> each.path("gift").asString().equals("clock"));
  }

  private long retract(long entry) throws IOException {
    return enter(
        "retracted-" + entry,
        "RetractEntry",
        "\"entry\":%d,\"reason\":\"never given\"".formatted(entry));
  }
}
