package org.chancery.query.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chancery.journal.Entry;
import org.chancery.journal.EntryFilter;
import org.chancery.journal.Head.Point;
import org.chancery.journal.Journal;
import org.chancery.query.AsOfParameters;
import org.chancery.query.Asking;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.Page;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The journal over REST. */
@RestController
class JournalApi {
  private final Journal journal;
  private final Entries entries;
  private final Asking asking;

  JournalApi(Journal journal, Entries entries, Asking asking) {
    this.journal = journal;
    this.entries = entries;
    this.asking = asking;
  }

  /** Where the journal stands, and how many entries of each name it holds. */
  record JournalView(long position, Instant recordedAt, Map<String, Long> entries) {}

  @GetMapping("/api/journal")
  JournalView journal() {
    Point head = journal.refreshedHead();
    return new JournalView(head.position(), head.recordedAt(), journal.countsByName());
  }

  /** Entries by their positions; {@code next} is the last of the page, to be asked for after. */
  @GetMapping("/api/entries")
  Page<EntryView> list(
      @ParameterObject EntryParameters entry, @ParameterObject AsOfParameters asked) {
    AsOf asOf = asking.ofJournal(asked);
    EntryFilter filter = entry.filter();
    int limit = entry.atMost();
    List<Entry> found = journal.between(entry.behind(), asOf.position(), limit + 1, filter);
    List<Entry> kept = found.subList(0, Math.min(limit, found.size()));
    return new Page<>(
        kept.stream().map(one -> entries.view(one, asOf)).toList(),
        journal.count(asOf.position(), filter),
        found.size() > limit ? Long.toString(kept.getLast().position()) : null,
        asOf);
  }

  @GetMapping("/api/entries/{position:\\d{1,18}}")
  EntryView one(@PathVariable long position, @ParameterObject AsOfParameters asked) {
    AsOf asOf = asking.ofJournal(asked);
    return journal
        .at(position)
        .filter(entry -> entry.position() <= asOf.position())
        .map(entry -> entries.view(entry, asOf))
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        HttpStatus.NOT_FOUND.value(),
                        RefusalCode.UNKNOWN_SUBJECT.name(),
                        "the journal has no entry at position %d".formatted(position))));
  }
}
