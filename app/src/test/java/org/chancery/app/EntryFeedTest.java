package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Entries as a feed reader finds them, by the JDK's own parser (RFC 4287, RFC 5005). */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class EntryFeedTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String TYPE = "application/atom+xml;charset=UTF-8";
  private static final String HOSTILE =
      "]]> & <script>x</script> \\\"'\\r\\n\\u0007\\u001b[2J\\uffff\\u009b \\uD83D\\uDE00";

  private final Http http;
  private long held;
  private long corrected;
  private long retracted;

  EntryFeedTest(Http http) {
    this.http = http;
  }

  @BeforeAll
  void aMeetingThatIsCorrected() {
    held =
        command(
            "RecordMeetingHeld",
            """
            {"meeting":"feed","format":"phone","parties":["US","RU"],"heldOn":"2017-03",
             "provenance":{"authority":"Department <of> State","rationale":"due","sources":[
              {"title":"A & B","url":"https://example.org/?a=1&b=2"},{"title":"C","url":"no address"}]}}
            """);
    corrected =
        command(
            "CorrectEntry",
            "{\"entry\":%d,\"reason\":\"misread\",\"heldOn\":\"2017-04\"}".formatted(held));
    retracted =
        command("RetractEntry", "{\"entry\":%d,\"reason\":\"%s\"}".formatted(corrected, HOSTILE));
    http.get("/api/meetings/feed?minPosition=" + retracted).expect(200);
  }

  private long command(String name, String fields) {
    return http.command(name, fields).expect(201).position();
  }

  private Element feed(String query) {
    Reply reply = http.get("/api/entries?" + query, "Accept", "application/atom+xml").expect(200);
    assertThat(reply.header("Content-Type")).isEqualTo(TYPE);
    return parsed(reply.body());
  }

  private static Element parsed(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException illFormed) {
      throw new AssertionError(xml, illFormed);
    }
  }

  private static List<Element> all(Element in, String name) {
    NodeList found = in.getElementsByTagNameNS(ATOM, name);
    return IntStream.range(0, found.getLength())
        .mapToObj(at -> (Element) found.item(at))
        .filter(each -> each.getParentNode().equals(in))
        .toList();
  }

  private static String text(Element in, String name) {
    assertThat(all(in, name)).as(name).hasSize(1);
    return all(in, name).getFirst().getTextContent();
  }

  private static List<String> links(Element in, String relation) {
    return all(in, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(relation))
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  private String at(String path) {
    return http.server().resolve(path).toString();
  }

  @Test
  void itIsAFeedOfTheNewestFirst() {
    Element feed = feed("subject=meetings/feed");
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(feed.getLocalName()).isEqualTo("feed");
    assertThat(all(feed, "entry"))
        .extracting(entry -> links(entry, "alternate").getFirst())
        .containsExactly(
            at("/api/entries/" + retracted),
            at("/api/entries/" + corrected),
            at("/api/entries/" + held));
    List<Instant> updated =
        all(feed, "entry").stream().map(entry -> Instant.parse(text(entry, "updated"))).toList();
    assertThat(updated).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(text(feed, "updated")).isEqualTo(updated.getFirst().toString());
  }

  @Test
  void anEntrySaysWhoEnteredWhatInTheWordsOfTheTimeline() {
    List<Element> entries = all(feed("subject=meetings/feed"), "entry");
    Element first = entries.getLast();
    assertThat(text(first, "title")).isEqualTo("United States and Russia meet (phone)");
    assertThat(text(first, "summary"))
        .isEqualTo(
            "United States and Russia meet (phone) [2017-03]. Entered by recorder on the authority"
                + " of Department <of> State from \"A & B\" and \"C\".");
    assertThat(text(all(first, "author").getFirst(), "name")).isEqualTo("recorder");
    assertThat(all(first, "category").getFirst().getAttribute("term")).isEqualTo("meeting.held");
    assertThat(links(first, "related")).containsExactly(at("/api/meetings/feed"));
    assertThat(links(first, "via")).containsExactly("https://example.org/?a=1&b=2");
    assertThat(text(entries.get(1), "title"))
        .isEqualTo("Corrected entry %d: United States and Russia meet (phone)".formatted(held));
    assertThat(text(entries.get(1), "summary")).contains("[2017-04], because: misread");
    assertThat(links(entries.get(1), "related")).contains(at("/api/entries/" + held));
    assertThat(text(entries.getFirst(), "title"))
        .startsWith("Retracted entry %d:".formatted(corrected));
  }

  @Test
  void idsAreTheSameAtEachAskingAndOnEachPage() {
    Element feed = feed("subject=meetings/feed&limit=1");
    String next = links(feed, "next").getFirst();
    assertThat(text(feed("subject=meetings/feed&limit=2"), "id")).isEqualTo(text(feed, "id"));
    assertThat(text(parsed(http.get(next, "Accept", "application/atom+xml").body()), "id"))
        .isEqualTo(text(feed, "id"));
    assertThat(text(feed("subject=meetings/bonn-2017-us-ru"), "id")).isNotEqualTo(text(feed, "id"));
    String id = http.get("/api/entries/" + retracted).json().path("id").asString();
    assertThat(text(all(feed, "entry").getFirst(), "id"))
        .isEqualTo("urn:uuid:" + UUID.fromString(id));
  }

  @Test
  void itsPagesAreLinkedAndHoldEachEntryOnce() {
    List<String> found = new ArrayList<>();
    List<String> next = List.of(at("/api/entries?format=atom&limit=7&knownAt=position:30"));
    while (!next.isEmpty()) {
      Element page = parsed(http.get(next.getFirst()).expect(200).body());
      assertThat(links(page, "self")).isEqualTo(next);
      assertThat(links(page, "first"))
          .containsExactly(at("/api/entries?format=atom&limit=7&knownAt=position:30"));
      all(page, "entry").forEach(entry -> found.add(links(entry, "alternate").getFirst()));
      next = links(page, "next");
    }
    assertThat(found)
        .isEqualTo(IntStream.range(0, 30).mapToObj(at -> at("/api/entries/" + (30 - at))).toList());
  }

  @Test
  void whatXmlCannotHoldIsReplacedAndTheRestIsText() {
    String summary =
        text(all(feed("subject=meetings/feed&limit=1"), "entry").getFirst(), "summary");
    assertThat(summary)
        .contains("]]> & <script>x</script> \"'")
        .contains("\uFFFD\uFFFD[2J\uFFFD\uFFFD \uD83D\uDE00");
  }

  @Test
  void aFeedOfNothingIsAFeed() {
    Element feed = feed("subject=meetings/feed&after=" + retracted);
    assertThat(all(feed, "entry")).isEmpty();
    assertThat(Instant.parse(text(feed, "updated"))).isAfter(Instant.EPOCH);
  }

  @ParameterizedTest
  @CsvSource({
    "superseded=true, 1",
    "superseded=false, 2",
    "name=meeting.held, 1",
    "order=desc&superseded=true, 1"
  })
  void itIsFilteredAsTheListIs(String query, int many) {
    String asked = "subject=meetings/feed&" + query;
    assertThat(all(feed(asked), "entry")).hasSize(many);
    assertThat(http.get("/api/entries?" + asked).json().path("items")).hasSize(many);
  }

  @Test
  void everyFormGoesInEitherOrder() {
    assertThat(links(all(feed("order=asc&limit=1"), "entry").getFirst(), "alternate"))
        .containsExactly(at("/api/entries/1"));
    assertThat(
            http.get("/api/entries?order=desc&limit=1&knownAt=position:9")
                .json()
                .at("/items/0/position")
                .asLong())
        .isEqualTo(9);
    String next = http.get("/api/entries?order=desc&limit=1").json().path("next").asString();
    http.get("/api/entries?cursor=" + next).expectProblem(400, "INVALID_CURSOR");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, 422, INVALID_LIMIT",
    "format=rss, 422, INVALID_FIELDS",
    "order=newest, 422, INVALID_FIELDS",
    "name=no.such, 422, INVALID_FIELDS",
    "cursor=x, 400, INVALID_CURSOR",
    "since=1, 422, UNKNOWN_PARAMETER"
  })
  void whatCannotBeMeantIsAProblem(String query, int status, String code) {
    http.get("/api/entries?" + query, "Accept", "application/atom+xml").expectProblem(status, code);
  }
}
