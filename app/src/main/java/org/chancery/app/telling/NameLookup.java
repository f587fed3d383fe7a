package org.chancery.app.telling;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.app.question.NotUnderstoodException;
import org.chancery.shared.text.TextForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds whom a question means, by the ledger's own lookups. Where that is not one alone, the
 * question is not understood, and whoever may be meant is named.
 *
 * @param knownAt by what knowledge; null for all that is known
 */
record NameLookup(LedgerAnswer.Source ledger, @Nullable String knownAt) {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final Pattern ARTICLE = Pattern.compile("(?i)^the\\s+");
  private static final String PARTIES = "parties";
  private static final String OFFICIALS = "officials";
  private static final int FEW = 8;

  /**
   * Who is meant.
   *
   * @param concept as in addresses
   */
  record Who(String concept, String id, String name) {

    boolean isParty() {
      return concept.equals(PARTIES);
    }

    /** By what lists are filtered that ask for it. */
    String parameter() {
      return isParty() ? "party" : "official";
    }

    /** "Sergei Lavrov (officials/lavrov-sergei)". */
    String told() {
      return "%s (%s/%s)".formatted(name, concept, id);
    }
  }

  /** What was found: those whom the name fits best, or else those who may be meant. */
  private record Found(List<Who> fitting, boolean exactly, List<String> near) {
    static final Found NOTHING = new Found(List.of(), false, List.of());
  }

  Who official(String name) {
    return one("official", name, officials(name));
  }

  /**
   * A party.
   *
   * @param on the day on which it is called so, or null
   */
  Who party(String name, @Nullable Object on) {
    return one("party", name, parties(name, on));
  }

  /** An official or a party; a party's whole name goes before a part of a person's. */
  Who either(String name) {
    Found party = parties(name, null);
    Found official = officials(name);
    if (!party.fitting().isEmpty() && !official.exactly()) {
      return one("party", name, party);
    }
    return one(
        "party or official",
        name,
        new Found(
            Stream.concat(party.fitting().stream(), official.fitting().stream()).toList(),
            true,
            Stream.concat(party.near().stream(), official.near().stream()).toList()));
  }

  private static Who one(String what, String name, Found found) {
    if (found.fitting().size() == 1) {
      return found.fitting().getFirst();
    }
    List<String> meant =
        found.fitting().isEmpty() ? found.near() : found.fitting().stream().map(Who::told).toList();
    String said =
        found.fitting().isEmpty()
            ? "no %s '%s' is on record".formatted(what, name)
            : "'%s' may be several".formatted(name);
    throw new NotUnderstoodException(said + question(meant));
  }

  private static String question(List<String> meant) {
    return meant.isEmpty()
        ? ""
        : meant.stream()
            .limit(FEW)
            .collect(
                Collectors.joining(
                    " or ", "; did you mean ", meant.size() > FEW ? " or another?" : "?"));
  }

  private Found parties(String name, @Nullable Object on) {
    if (name.startsWith(OFFICIALS + "/")) {
      return Found.NOTHING;
    }
    String bare = name.startsWith(PARTIES + "/") ? name.substring(PARTIES.length() + 1) : name;
    Found found = partyCalled(bare, on);
    String without = ARTICLE.matcher(bare).replaceFirst("");
    return found.fitting().isEmpty() && !without.equals(bare) ? partyCalled(without, on) : found;
  }

  private Found partyCalled(String name, @Nullable Object on) {
    if (LedgerAddress.isNoName(name)) {
      return Found.NOTHING;
    }
    try {
      JsonNode party =
          ledger
              .get(LedgerAddress.of(PARTIES, name).with("on", on).with("knownAt", knownAt))
              .json();
      String id = LedgerAnswer.text(party, "party");
      return new Found(
          List.of(new Who(PARTIES, id, party.path("name").asString(id))), true, List.of());
    } catch (NotAnsweredException unknown) {
      return near(PARTIES, unknown, "UNKNOWN_PARTY", "UNKNOWN_SUBJECT", "UNREADABLE");
    }
  }

  /** Nobody, but for whom the ledger suggests; any other problem is not about the name. */
  private static Found near(String concept, NotAnsweredException problem, String... expected) {
    if (!List.of(expected).contains(problem.code())) {
      throw problem;
    }
    return new Found(
        List.of(), false, problem.suggestions().stream().map(id -> concept + "/" + id).toList());
  }

  private Found officials(String name) {
    if (name.startsWith(PARTIES + "/")) {
      return Found.NOTHING;
    }
    String bare = name.startsWith(OFFICIALS + "/") ? name.substring(OFFICIALS.length() + 1) : name;
    return byId(bare)
        .map(who -> new Found(List.of(who), true, List.of()))
        .orElseGet(() -> byName(bare));
  }

  private Optional<Who> byId(String text) {
    String id = text.toLowerCase(Locale.ROOT);
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          who(ledger.get(LedgerAddress.of(OFFICIALS, id).with("knownAt", knownAt)).json()));
    } catch (NotAnsweredException unknown) {
      near(OFFICIALS, unknown, "UNKNOWN_SUBJECT", "UNKNOWN_OFFICIAL");
      return Optional.empty();
    }
  }

  private static Who who(JsonNode official) {
    return new Who(
        OFFICIALS, LedgerAnswer.text(official, "official"), LedgerAnswer.text(official, "name"));
  }

  /** By the whole name, or by whole words of it; who is found by less is only suggested. */
  private Found byName(String text) {
    List<Who> begun;
    try {
      begun =
          ledger
              .get(
                  LedgerAddress.of(OFFICIALS)
                      .with("name", text)
                      .with("limit", 1_000)
                      .with("knownAt", knownAt))
              .items()
              .map(NameLookup::who)
              .toList();
    } catch (NotAnsweredException unknown) {
      return near(OFFICIALS, unknown, "UNKNOWN_OFFICIAL");
    }
    String key = TextForm.key(text);
    List<Who> whole = begun.stream().filter(who -> TextForm.key(who.name()).equals(key)).toList();
    List<Who> byWords =
        begun.stream().filter(who -> words(who.name()).containsAll(words(text))).toList();
    return !whole.isEmpty()
        ? new Found(whole, true, List.of())
        : new Found(byWords, false, begun.stream().map(Who::told).toList());
  }

  private static List<String> words(String name) {
    return List.of(TextForm.key(name).split("-"));
  }
}
