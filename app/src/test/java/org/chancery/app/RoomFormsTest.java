package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** The other forms in which a page says that its answer is had. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomFormsTest {
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
  private static final Pattern FORM = Pattern.compile("<a href=\"([^\"]+)\" type=\"([^\"]+)\">As ");
  private static final Pattern TABLE =
      Pattern.compile("<a href=\"([^\"]+)\" type=\"text/csv\">(?:All|The|From)");
  private final Http http;

  RoomFormsTest(Http http) {
    this.http = http;
  }

  private record Form(String href, String type) {}

  private List<Form> forms(String path) {
    return FORM.matcher(http.get(path, "Accept", BROWSER).expect(200).body())
        .results()
        .map(found -> new Form(found.group(1).replace("&amp;", "&"), found.group(2)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/meetings?party=RU&from=2017",
        "/meetings?status=held",
        "/conferences",
        "/timeline?party=US&knownAt=position:40",
        "/entries?subject=meetings/bonn-2017-us-ru",
        "/relationships?party=RU",
        "/meetings/bonn-2017-us-ru?on=2017-02-16&knownAt=position:16",
        "/relationships/US/RU?earlierAt=position:24&on=1990-01-01",
        "/parties/russia",
        "/officials/tillerson-rex-w",
        "/missions/united-states/russia",
        "/changes?from=position:30",
        "/timeline/replay?from=2017-02&to=2017-02",
        "/stops/map?official=tillerson-rex-w",
        "/cooperations/nato-ru-practical/explanation"
      })
  void eachFormOfAPageIsThereAndIsWhatItSays(String path) {
    List<Form> forms = forms(path);
    assertThat(forms).isNotEmpty();
    for (Form form : forms) {
      if (!form.type().equals("text/event-stream")) {
        Reply told = http.get(form.href(), "Accept", BROWSER).expect(200);
        assertThat(told.header("Content-Type")).as(form.href()).startsWith(form.type());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/meetings?party=RU&knownAt=position:59&limit=2",
        "/meetings?groupBy=party",
        "/stops?official=tillerson-rex-w&limit=1",
        "/entries?text=NATO",
        "/search?q=bonn&kind=meetings",
        "/officials/tillerson-rex-w?knownAt=position:59",
        "/parties/russia?on=2017-03-01"
      })
  void besideEachTableOfAListTheSameIsHadAsCsv(String path) {
    List<String> tables =
        TABLE
            .matcher(http.get(path, "Accept", BROWSER).expect(200).body())
            .results()
            .map(found -> found.group(1).replace("&amp;", "&"))
            .toList();
    assertThat(tables).isNotEmpty();
    for (String table : tables) {
      Reply csv = http.get(table, "Accept", BROWSER).expect(200);
      assertThat(csv.header("Content-Type")).as(table).startsWith("text/csv");
      String rows = csv.header("Ledger-Total");
      JsonNode json = http.get(table.replaceFirst("&as=csv", "")).expect(200).json();
      assertThat(rows).isEqualTo(json.path(json.has("groups") ? "count" : "total").asString());
      assertThat(csv.header("Ledger-Position")).isEqualTo(json.at("/asOf/position").asString());
    }
  }

  @Test
  void aTableSaysHowMuchOfAListItHolds() {
    String first = http.get("/entries?limit=2", "Accept", BROWSER).expect(200).body();
    assertThat(first).contains(">All as CSV</a>");
    String next = first.replaceFirst("(?s).*<a href=\"([^\"]+)\" rel=\"next\">.*", "$1");
    String second = http.get(next.replace("&amp;", "&"), "Accept", BROWSER).expect(200).body();
    assertThat(second).contains(">From here on as CSV, at most 1,000</a>");
    Matcher table = TABLE.matcher(second);
    assertThat(table.find()).isTrue();
    String csv = http.get(table.group(1).replace("&amp;", "&")).expect(200).body();
    assertThat(csv.lines().skip(1).findFirst().orElseThrow()).startsWith("\"3\"");
  }

  @Test
  void aFormThatWouldNotKeepWhatThePageKeepsIsNotOffered() {
    assertThat(forms("/meetings?party=RU")).extracting(Form::type).contains("text/calendar");
    assertThat(forms("/meetings?party=RU&status=held"))
        .extracting(Form::type)
        .doesNotContain("text/calendar");
  }

  private Document graph(String parameters) throws Exception {
    Reply told = http.get("/relationships/graph" + parameters).expect(200);
    assertThat(told.header("Content-Type")).startsWith("application/graphml+xml");
    DocumentBuilderFactory reading = DocumentBuilderFactory.newInstance();
    reading.setNamespaceAware(true);
    return reading
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(told.body().getBytes(UTF_8)));
  }

  private static String said(Document graph, String of, String key) {
    var all = ((Element) graph.getElementsByTagName(of).item(0)).getElementsByTagName("data");
    for (int index = 0; index < all.getLength(); index++) {
      Element data = (Element) all.item(index);
      if (data.getAttribute("key").equals(key)) {
        return data.getTextContent();
      }
    }
    return "";
  }

  @Test
  void relationshipsAreAGraphAsOfBothTimes() throws Exception {
    String asked =
        "?party=RU&on=1950-01-01&minPosition="
            + http.get("/api/journal").expect(200).json().path("position").asLong();
    JsonNode api = http.get("/api/relationships" + asked).expect(200).json();
    Document graph = graph(asked);
    assertThat(graph.getElementsByTagName("edge").getLength())
        .isEqualTo(api.path("items").size())
        .isPositive();
    assertThat(said(graph, "edge", "status")).isEqualTo(api.at("/items/0/status").asString());
    assertThat(said(graph, "graph", "on")).isEqualTo("1950-01-01");
    assertThat(said(graph, "graph", "position")).isEqualTo(api.at("/asOf/position").asString(""));
    assertThat(graph("?knownAt=position:1").getElementsByTagName("edge").getLength()).isZero();
    http.get("/relationships/graph?party=nobody").expect(422);
  }

  @Test
  void whatSomebodyWroteStaysTextInAGraphToo() throws Exception {
    http.command(
            "RegisterParty",
            "{\"party\": \"hostilia\", \"name\": \"<data>&amp;]]> x\", \"kind\": \"state\"}")
        .expect(201);
    long last =
        http.command(
                "EstablishRelations", "{\"parties\": [\"hostilia\", \"RU\"], \"on\": \"1999\"}")
            .expect(201)
            .position();
    http.get("/api/relationships?minPosition=" + last).expect(200);
    Document graph = graph("?party=hostilia");
    assertThat(graph.getElementsByTagName("node").getLength()).isEqualTo(2);
    assertThat(said(graph, "node", "name")).isEqualTo("<data>&amp;]]> x");
  }
}
