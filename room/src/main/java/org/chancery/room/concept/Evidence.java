package org.chancery.room.concept;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.room.question.Asked;
import org.chancery.room.question.Questions;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown.Cited;
import org.chancery.room.value.Shown.Link;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The entries on a subject, and which of them say what.
 *
 * @param rows as the page lists them
 * @param more true where there are others, beyond those listed
 * @param why where the answer is explained step by step; without a text where it is not
 */
public record Evidence(
    List<Row> rows,
    boolean more,
    Link why,
    List<JsonNode> standing,
    Map<Long, JsonNode> payloads,
    Links links) {
  private static final String MOST = "200";

  /**
   * An entry on the subject.
   *
   * @param superseded true where another took its place
   * @param said in words, where the ledger has words for it
   */
  public record Row(
      Cited entry,
      boolean superseded,
      String event,
      String date,
      String said,
      String recorded,
      List<Origin> sources,
      String fate) {}

  /** What a source is called, and what it says word for word. */
  public record Origin(String text, String quote) {}

  /** Of the subject that has that path; in words where the ledger explains its answers. */
  public static Evidence ofSubject(Asked asked, String subject, Links links) {
    return ofSubject(asked, subject, explanation(asked, subject), links);
  }

  /** Why the answer on the subject is what it is; missing where the ledger does not explain it. */
  public static JsonNode explanation(Asked asked, String subject) {
    String path = subject.startsWith("missions/") ? mission(asked, subject) : subject;
    return path.startsWith("parties/") || path.startsWith("officials/")
        ? MissingNode.getInstance()
        : asked.beside("/api/" + path + "/explanation");
  }

  /** The answer in a sentence; empty where it is not explained. */
  public static String says(JsonNode explained) {
    return DateWords.in(FieldWords.sentence(explained.at("/answer/says").asString("")));
  }

  /** A mission is explained by its parties, which its id does not tell apart. */
  private static String mission(Asked asked, String subject) {
    JsonNode mission = asked.beside("/api/" + subject);
    return "missions/%s/%s"
        .formatted(mission.path("sending").asString(""), mission.path("receiving").asString(""));
  }

  /** What the ledger says in words that an entry says; empty where it has none. */
  public String said(long position) {
    return rows.stream()
        .filter(row -> row.entry().entries().getFirst().position() == position)
        .map(Row::said)
        .findFirst()
        .orElse("");
  }

  /** The same where the answer has been explained. */
  public static Evidence ofSubject(Asked asked, String subject, JsonNode explained, Links links) {
    JsonNode entries = asked.beside(Questions.path("entries"), "subject", subject, "limit", MOST);
    List<Long> cited = asked.entries();
    Map<Long, JsonNode> steps = new HashMap<>();
    explained.path("steps").forEach(step -> steps.put(step.path("position").asLong(), step));
    List<Row> rows = new ArrayList<>();
    List<JsonNode> standing = new ArrayList<>();
    Map<Long, JsonNode> payloads = new HashMap<>();
    for (JsonNode each : entries.path("items")) {
      long position = each.path("position").asLong();
      if (cited.contains(position)) {
        standing.add(each);
      }
      payloads.put(position, payload(each));
      rows.add(row(each, steps.get(position), links));
    }
    return new Evidence(
        rows, entries.path("next").isString(), why(explained, links), standing, payloads, links);
  }

  private static Link why(JsonNode explained, Links links) {
    String subject = explained.path("subject").asString("");
    return subject.isEmpty()
        ? new Link("", "")
        : new Link(links.ofAddress(subject + "/explanation"), "Why the answer is what it is");
  }

  private static Row row(JsonNode entry, @Nullable JsonNode step, Links links) {
    long position = entry.path("position").asLong();
    String date = step == null ? "" : step.path("date").asString("");
    return new Row(
        links.cited(List.of(position)),
        entry.path("supersededBy").isNumber(),
        FieldWords.event(entry.path("name").asString("")),
        date.isEmpty() ? "" : DateWords.of(date),
        step == null ? "" : step.path("said").asString(""),
        DateWords.of(Instant.parse(entry.path("recordedAt").asString("")))
            + ", "
            + entry.path("recordedBy").asString(""),
        sources(entry),
        step == null ? fate(entry) : FieldWords.sentence(step.path("effect").asString("")));
  }

  private static String fate(JsonNode entry) {
    return entry.path("supersededBy").isNumber()
        ? "Superseded by " + entry.path("supersededBy").asLong()
        : "Stands";
  }

  /** The sources of an entry, or the authority on whose word it was made. */
  public static List<Origin> sources(JsonNode entry) {
    List<Origin> sources = new ArrayList<>();
    for (JsonNode source : entry.path("sources")) {
      StringBuilder text = new StringBuilder();
      for (String field : List.of("publisher", "title", "published", "locator")) {
        String value = source.path(field).asString("");
        if (!value.isEmpty()) {
          text.append(text.isEmpty() ? "" : ", ").append(value);
        }
      }
      sources.add(new Origin(text.toString(), source.path("quote").asString("")));
    }
    String authority = entry.path("authority").asString("");
    if (!authority.isEmpty()) {
      sources.add(new Origin("On the authority of " + authority, ""));
    }
    return sources;
  }

  /** Those entries that the answer rests on and that say just this of the field. */
  Cited saying(String field, JsonNode value) {
    if (value.isNull() || value.isMissingNode() || (value.isArray() && value.isEmpty())) {
      return new Cited(List.of());
    }
    return links.cited(
        standing.stream()
            .filter(entry -> payload(entry).path(field).equals(value))
            .map(entry -> entry.path("position").asLong())
            .toList());
  }

  /** What an entry says; of a correction or an account, what it sets in an entry's place. */
  public static JsonNode payload(JsonNode entry) {
    JsonNode payload = entry.path("payload");
    return payload.at("/as/payload").isObject() ? payload.at("/as/payload") : payload;
  }

  /** What an entry on the subject says; missing where it is not listed. */
  public JsonNode payloadOf(long position) {
    return payloads.getOrDefault(position, MissingNode.getInstance());
  }

  /** True where nothing is listed. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
