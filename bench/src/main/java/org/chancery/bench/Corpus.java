package org.chancery.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.chancery.command.CommandDispatcher;
import org.chancery.command.CommandReader;
import org.chancery.intake.Intake;
import org.chancery.intake.ledger.LocalSubmitter;
import org.chancery.intake.relation.RelationsReader;
import org.chancery.intake.source.SourceReader;
import org.chancery.intake.travel.TravelReader;
import org.chancery.journal.Attribution;
import org.chancery.journal.Entry;
import org.chancery.journal.EventNames;
import org.chancery.journal.EventNames.EventName;
import org.chancery.journal.ImportRun;
import org.chancery.journal.Journal;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.entry.LedgerEvent;
import tools.jackson.databind.json.JsonMapper;

/** The published history as entries, and the same told again of others in other years. */
final class Corpus {
  private static final int ALL = 100_000;
  private static final Pattern WORD = Pattern.compile("\"([^\"\\\\]*)\"");
  private static final Pattern DATE =
      Pattern.compile("(?<![\\d-])([12]\\d{3})(?=(-\\d\\d){0,2}[?~%]?(/|$))");
  private static final Pattern EDTF = Pattern.compile("[\\d?~%./X-]{4,}");
  private static final int LONGEST_ID = 64;

  private final JsonMapper mapper = LedgerJson.mapper();
  private final List<Entry> entries;
  private final Map<String, EventName> names;
  private final Set<String> ids = new HashSet<>();

  private Corpus(List<Entry> entries) {
    this.entries = entries;
    this.names = EventNames.all().stream().collect(Collectors.toMap(EventName::name, n -> n));
    for (Entry entry : entries) {
      List<String> path = List.of(entry.subject().toString().split("/"));
      ids.addAll(path.subList(1, path.size()));
    }
  }

  /** Takes the sources in a folder into a ledger of its own. */
  static Corpus in(Path sources, Path folder, ContestantDatabase place) throws IOException {
    try (Ledger ledger = Ledger.forCommands(folder, place)) {
      take(new TravelReader(), sources.resolve("travels"), ledger);
      take(new RelationsReader(), sources.resolve("us-relations.csv"), ledger);
      return new Corpus(ledger.get(Journal.class).after(0, ALL));
    }
  }

  private static void take(SourceReader reader, Path source, Ledger ledger) throws IOException {
    CommandReader commands = ledger.get(CommandReader.class);
    CommandDispatcher dispatcher = ledger.get(CommandDispatcher.class);
    ImportRun run = ImportRun.of("bench", "corpus");
    new Intake((origin, outcome, reasons) -> {}, read -> {}, true)
        .take(
            reader,
            source,
            verdicts -> new LocalSubmitter(commands, dispatcher, "bench", run, null, verdicts));
  }

  int size() {
    return entries.size();
  }

  /** The whole, of subjects of their own, and so many years later. */
  List<DomainEventMessage<LedgerEvent>> again(int number) {
    List<DomainEventMessage<LedgerEvent>> messages = new ArrayList<>();
    for (Entry entry : entries) {
      String payload = WORD.matcher(entry.payload()).replaceAll(word -> shifted(word, number));
      LedgerEvent event =
          mapper.readValue(payload, Objects.requireNonNull(names.get(entry.name())).type());
      Attribution by = entry.attribution();
      messages.add(
          new GenericDomainEventMessage<>(
              event.subject().concept(),
              event.subject().toString(),
              entry.version() - 1,
              event,
              MetaData.from(anew(by).asMetaData())));
    }
    return messages;
  }

  private static Attribution anew(Attribution by) {
    String id = UUID.randomUUID().toString();
    return new Attribution(
        id,
        by.command(),
        by.digest(),
        by.recordedBy(),
        by.authority(),
        by.rationale(),
        by.sources(),
        id,
        id);
  }

  private String shifted(MatchResult word, int number) {
    String text = word.group(1);
    if (ids.contains(text)) {
      String suffix = "-" + number;
      String kept = text.substring(0, Math.min(text.length(), LONGEST_ID - suffix.length()));
      return "\"" + kept + suffix + "\"";
    }
    return EDTF.matcher(text).matches()
        ? "\"" + DATE.matcher(text).replaceAll(year -> later(year, number)) + "\""
        : Matcher.quoteReplacement(word.group());
  }

  /** By whole cycles of the calendar, so that leap days stay leap days. */
  private static String later(MatchResult year, int number) {
    int shifted = Integer.parseInt(year.group(1)) + 400 * (number % 8);
    return "%04d".formatted(shifted);
  }
}
