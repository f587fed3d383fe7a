package org.chancery.app.telling;

import java.util.ArrayList;
import java.util.List;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is asked of the ledger to answer one question, and what is said of it. */
final class Inquiry {
  private static final int MOST = 1_000;
  private static final int MOST_DISPUTED = 5;
  private static final EdtfSpan ANY = new EdtfSpan("", null, null);

  private final LedgerAnswer.Source ledger;
  private final @Nullable String knownAt;
  private final List<LedgerAnswer> answers = new ArrayList<>();
  private final List<CitedLine> lines = new ArrayList<>();

  Inquiry(LedgerAnswer.Source ledger, @Nullable String knownAt) {
    this.ledger = ledger;
    this.knownAt = knownAt;
  }

  NameLookup names() {
    return new NameLookup(ledger, knownAt);
  }

  /** Asks by the knowledge that the question is about. */
  LedgerAnswer ask(LedgerAddress address) {
    LedgerAnswer answer = ledger.get(address.with("knownAt", knownAt));
    answers.add(answer);
    return answer;
  }

  /** Asks whether there is an answer, which is not told. */
  void peek(LedgerAddress address) {
    ledger.get(address.with("knownAt", knownAt));
  }

  /** Asks for a list, as long as a page may be. */
  LedgerAnswer list(LedgerAddress address) {
    return ask(address.with("limit", MOST));
  }

  void say(String text, List<Long> entries) {
    lines.add(CitedLine.of(text, entries));
  }

  void say(String text) {
    say(text, List.of());
  }

  void sayUnder(String text, List<Long> entries) {
    lines.add(new CitedLine(1, text, entries));
  }

  void sayUnder(List<CitedLine> several) {
    several.forEach(line -> sayUnder(line.text(), line.entries()));
  }

  /** What the record leaves open, where there is such. */
  void sayOpen(List<CitedLine> several) {
    if (!several.isEmpty()) {
      say("Open:");
      sayUnder(several);
    }
  }

  QuestionAnswer answer() {
    sayDisputed();
    List<CitedLine> all = new ArrayList<>(lines);
    all.addAll(answers.getLast().asOf());
    return new QuestionAnswer(List.copyOf(all), List.copyOf(answers));
  }

  /** What is told follows the accounts that are preferred; others may say otherwise. */
  private void sayDisputed() {
    List<String> subjects = answers.stream().flatMap(LedgerAnswer::disputed).distinct().toList();
    if (!subjects.isEmpty()) {
      List<String> first = subjects.stream().limit(MOST_DISPUTED).toList();
      int more = subjects.size() - first.size();
      say(
          "Sources differ about %s%s: chancery show ADDRESS has what each says."
              .formatted(
                  String.join(", ", first), more == 0 ? "" : " and %d more".formatted(more)));
    }
  }

  /** A date of an answer; where there is none, it may be any. */
  static EdtfSpan span(JsonNode date) {
    try {
      return date.isString() ? EdtfSpan.parse(date.asString()) : ANY;
    } catch (InvalidValue unreadable) {
      return ANY;
    }
  }
}
