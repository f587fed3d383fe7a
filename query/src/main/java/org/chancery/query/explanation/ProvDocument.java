package org.chancery.query.explanation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.journal.EventNames;
import org.chancery.journal.json.LedgerJson;
import org.chancery.journal.text.Sha256;
import org.chancery.query.entry.Origin;
import org.chancery.query.explanation.Explanation.Step;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.provenance.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An explanation in the terms of PROV-DM, as PROV-JSON has it: entries, sources and the answer are
 * entities; to enter something is an activity; whoever entered it is an agent who acts on behalf of
 * the authority named. A correction is a revision of what it corrects. What stands no more by the
 * point asked about is invalidated by the entering of what superseded it; what stands again is not.
 */
final class ProvDocument {
  /** How PROV-JSON writes the type of a name with a prefix. */
  private static final String NAME = "prov:QUALIFIED_NAME";

  private static final String CORRECTED = EventNames.nameOf(EntryCorrected.class);
  private static final JsonMapper JSON = LedgerJson.mapper();
  private static final int DIGITS = 12;

  /** Kinds of things and of relations, each with what there is of it by its id. */
  private final Map<String, Map<String, Map<String, Object>>> sections = new LinkedHashMap<>();

  private final Map<String, Object> prefixes = new TreeMap<>();

  private ProvDocument() {}

  /**
   * @param server where the ledger was asked, before {@code /api}
   */
  static String of(Explanation explanation, URI server) {
    ProvDocument document = new ProvDocument();
    document.name(explanation, server);
    explanation.steps().forEach(document::tell);
    document.answer(explanation);
    Map<String, Object> all = new LinkedHashMap<>(Map.of("prefix", document.prefixes));
    all.putAll(document.sections);
    return JSON.writeValueAsString(all);
  }

  /** An answer goes by its address as of both times, so that another one is another entity. */
  private void name(Explanation explanation, URI server) {
    String answer =
        "%s?on=%s&knownAt=position:".formatted(explanation.subject(), explanation.asOf().on());
    prefixes.put("answer", server.resolve(answer).toString());
    prefixes.put("entry", server.resolve("/api/entries/").toString());
    for (String own : new String[] {"chancery", "principal", "authority", "source"}) {
      prefixes.put(own, "urn:chancery:%s:".formatted(own));
    }
  }

  private void tell(Step step) {
    Origin origin = step.entry();
    String entry = "entry:" + origin.position();
    String entering = entering(origin.position());
    thing("entity", entry, "Entry", step.said())
        .putAll(
            told(
                "chancery:name", origin.name(),
                "chancery:subject", origin.subject(),
                "chancery:date", step.date() == null ? null : step.date().text(),
                "chancery:effect", step.effect()));
    enter(step, entry, entering);
    credit(origin, entry, entering);
    if (step.supersedes() != null) {
      amend(step, entry, entering, "entry:" + step.supersedes());
    }
    if (step.supersededBy() != null) {
      relate(
          "wasInvalidatedBy", "prov:entity", entry, "prov:activity", entering(step.supersededBy()));
    }
  }

  private void enter(Step step, String entry, String entering) {
    String at = step.entry().recordedAt().toString();
    thing("activity", entering, "Entering", step.text())
        .putAll(
            told(
                "prov:startTime",
                at,
                "prov:endTime",
                at,
                "chancery:rationale",
                step.entry().rationale(),
                "chancery:reason",
                step.reason()));
    relate("wasGeneratedBy", "prov:entity", entry, "prov:activity", entering).put("prov:time", at);
  }

  private static String entering(long position) {
    return "entry:%d#entering".formatted(position);
  }

  /** By whom, on whose behalf, and from what. */
  private void credit(Origin origin, String entry, String entering) {
    String principal = "principal:" + local(origin.recordedBy());
    thing("agent", principal, "Principal", origin.recordedBy());
    relate("wasAssociatedWith", "prov:activity", entering, "prov:agent", principal);
    if (origin.authority() != null) {
      String authority = "authority:" + local(origin.authority());
      thing("agent", authority, "Authority", origin.authority());
      relate("actedOnBehalfOf", "prov:delegate", principal, "prov:responsible", authority)
          .put("prov:activity", entering);
    }
    for (Source each : origin.sources()) {
      String source = "source:" + digest(each);
      thing("entity", source, "Source", each.title())
          .putAll(
              told(
                  "chancery:publisher", each.publisher(),
                  "chancery:published",
                      each.published() == null ? null : each.published().toString(),
                  "chancery:locator", each.locator(),
                  "chancery:url", each.url()));
      relate("used", "prov:activity", entering, "prov:entity", source);
      relate("wasDerivedFrom", "prov:generatedEntity", entry, "prov:usedEntity", source)
          .put("prov:activity", entering);
    }
  }

  private void amend(Step step, String entry, String entering, String superseded) {
    relate("used", "prov:activity", entering, "prov:entity", superseded);
    if (step.entry().name().equals(CORRECTED)) {
      Map<String, Object> revision =
          relate("wasDerivedFrom", "prov:generatedEntity", entry, "prov:usedEntity", superseded);
      revision.put("prov:activity", entering);
      revision.put("prov:type", Map.of("$", "prov:Revision", "type", NAME));
    }
  }

  private void answer(Explanation explanation) {
    String answer = "answer:" + explanation.asOf().position();
    thing("entity", answer, "Answer", explanation.answer().says())
        .putAll(
            told(
                "chancery:state",
                explanation.answer().state(),
                "chancery:omitted",
                explanation.omitted() == 0 ? null : Long.toString(explanation.omitted())));
    explanation
        .answer()
        .entries()
        .forEach(
            on ->
                relate(
                    "wasDerivedFrom",
                    "prov:generatedEntity",
                    answer,
                    "prov:usedEntity",
                    "entry:" + on));
  }

  /** A thing of a kind, once however often it is told. */
  private Map<String, Object> thing(String section, String id, String type, String label) {
    Map<String, Object> thing = section(section).computeIfAbsent(id, _ -> new LinkedHashMap<>());
    thing.put("prov:type", Map.of("$", "chancery:" + type, "type", NAME));
    thing.put("prov:label", label);
    return thing;
  }

  /** A relation between two, which has no name of its own. */
  private Map<String, Object> relate(
      String section, String one, Object is, String other, Object to) {
    Map<String, Map<String, Object>> relations = section(section);
    Map<String, Object> relation = new LinkedHashMap<>();
    relation.put(one, is);
    relation.put(other, to);
    relations.put("_:%s%d".formatted(section, relations.size() + 1), relation);
    return relation;
  }

  private Map<String, Map<String, Object>> section(String name) {
    return sections.computeIfAbsent(name, _ -> new LinkedHashMap<>());
  }

  /** What of it is told; PROV-JSON has no null. */
  private static Map<String, Object> told(@Nullable String... pairs) {
    Map<String, Object> told = new LinkedHashMap<>();
    for (int at = 0; at < pairs.length; at += 2) {
      String value = pairs[at + 1];
      if (value != null) {
        told.put(String.valueOf(pairs[at]), value);
      }
    }
    return told;
  }

  /** As the name of a thing, behind a prefix. */
  private static String local(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  /** The same source is one entity, wherever it is cited alike. */
  private static String digest(Source source) {
    byte[] hash = Sha256.digest().digest(JSON.writeValueAsBytes(source));
    return HexFormat.of().formatHex(Arrays.copyOf(hash, DIGITS));
  }
}
