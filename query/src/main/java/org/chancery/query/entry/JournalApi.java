package org.chancery.query.entry;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chancery.journal.Entry;
import org.chancery.journal.EntryFilter;
import org.chancery.journal.Journal;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.OrderParameters;
import org.chancery.query.Page;
import org.chancery.query.Unknown;
import org.chancery.query.audit.ReadWatch;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.Cursor;
import org.chancery.readmodel.ReadModel;
import org.chancery.seal.Seal;
import org.chancery.seal.Sealer;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The journal over REST. */
@RestController
class JournalApi {
  private final Journal journal;
  private final Entries entries;
  private final EntryFeed feed;
  private final CloudEvents events;
  private final Addresses addresses;
  private final EntryWords words;
  private final AsOfResolver resolver;
  private final ReadModel<Superseded> superseded;
  private final Seal seal;
  private final ObjectProvider<Sealer> sealer;

  JournalApi(
      Journal journal,
      Entries entries,
      EntryFeed feed,
      CloudEvents events,
      Addresses addresses,
      EntryWords words,
      AsOfResolver resolver,
      ReadModel<Superseded> superseded,
      Seal seal,
      ObjectProvider<Sealer> sealer) {
    this.journal = journal;
    this.entries = entries;
    this.feed = feed;
    this.events = events;
    this.addresses = addresses;
    this.words = words;
    this.resolver = resolver;
    this.superseded = superseded;
    this.seal = seal;
    this.sealer = sealer;
  }

  /** Where the journal stands, since when, and how many entries of each name it holds. */
  record JournalView(
      long position, @Nullable Instant recordedAt, Map<String, Long> entries, SealView seal) {}

  @GetMapping("/api/journal")
  Answer<JournalView> journal(@ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.ofJournal(asked);
    Instant last = journal.at(asOf.position()).map(Entry::recordedAt).orElse(null);
    Map<String, Long> counts = journal.countsByName(asOf.position());
    SealView sealed = SealView.of(seal, sealer.getIfAvailable());
    return new Answer<>(new JournalView(asOf.position(), last, counts, sealed), asOf);
  }

  /** Entries by their positions. */
  @GetMapping("/api/entries")
  Page<EntryView> list(
      @ParameterObject EntryParameters entry, @ParameterObject AsOfParameters asked) {
    return page(entry, asked, false);
  }

  private Page<EntryView> page(EntryParameters entry, AsOfParameters asked, boolean newest) {
    Cursor cursor = entry.goesOn();
    AsOf begun = cursor == null ? resolver.ofJournal(asked) : resolver.ofJournal(asked, cursor);
    AsOf asOf = needsAnswers(entry) ? resolver.asFarAsAnswered(begun) : begun;
    EntryFilter filter = entry.filter(addresses, words, asOf);
    boolean descends = OrderParameters.descends(entry.order(), newest);
    EntryList all =
        new EntryList(
            journal, superseded, filter, entry.superseded(), asOf, entry.begin(), descends);
    EntryList.Stretch found =
        cursor == null
            ? all.first(entry.atMost())
            : all.next(entry.behind(cursor, filter, descends), entry.atMost());
    List<Entry> kept = found.entries();
    ReadWatch.given(kept.size());
    return new Page<>(
        kept.stream().map(one -> entries.view(one, asOf)).toList(),
        all.count(),
        found.more() ? entry.at(filter, descends, asOf, kept.getLast().position()).text() : null,
        asOf);
  }

  /** The newest first, as an Atom feed whose pages are linked. */
  @GetMapping(path = "/api/entries", produces = EntryFeed.TYPE)
  ResponseEntity<String> atom(
      @ParameterObject EntryParameters entry, @ParameterObject AsOfParameters asked) {
    var here = ServletUriComponentsBuilder.fromCurrentRequest().build();
    return feed.of(page(entry, asked, true), here);
  }

  @Hidden
  @GetMapping(path = "/api/entries", params = "format=atom")
  ResponseEntity<String> atomByFormat(
      @ParameterObject EntryParameters entry, @ParameterObject AsOfParameters asked) {
    return atom(entry, asked);
  }

  /** A batch of CloudEvents; whoever has it asks for those {@code after} its last position. */
  @GetMapping(path = "/api/entries", produces = CloudEvents.BATCH)
  ResponseEntity<String> cloudEvents(
      @ParameterObject EntryParameters entry, @ParameterObject AsOfParameters asked) {
    var here = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUri();
    return events.of(list(entry, asked), here);
  }

  @Hidden
  @GetMapping(path = "/api/entries", params = "format=cloudevents")
  ResponseEntity<String> cloudEventsByFormat(
      @ParameterObject EntryParameters entry, @ParameterObject AsOfParameters asked) {
    return cloudEvents(entry, asked);
  }

  /** What stands in the journal is told, however far the read models are; not by what names. */
  private static boolean needsAnswers(EntryParameters entry) {
    return entry.superseded() != null
        || (entry.subject() != null && Addresses.isOfParties(entry.subject()));
  }

  @GetMapping("/api/entries/{position:\\d{1,18}}")
  Answer<EntryView> one(@PathVariable long position, @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.ofJournal(asked);
    return journal
        .at(position)
        .filter(entry -> position <= asOf.position())
        .map(
            entry -> {
              ReadWatch.given(1);
              return new Answer<>(entries.view(entry, asOf), asOf);
            })
        .orElseThrow(() -> Unknown.subject("entry", Long.toString(position), asOf));
  }

  /**
   * How far the journal is sealed.
   *
   * @param size how many entries are sealed
   * @param state sealing; failing, as long as a cause lasts; stopped, until somebody has looked;
   *     off
   * @param cause why it fails or stopped, null otherwise
   * @param witness who cosigns the checkpoints, null where nobody is asked
   * @param cosigned how many entries the witness has seen since the start, null before it answered
   * @param witnessTrouble why the newest checkpoint is not cosigned, null where it is or will be
   */
  record SealView(
      long size,
      String state,
      @Nullable String cause,
      @Nullable String witness,
      @Nullable Long cosigned,
      @Nullable String witnessTrouble) {

    static SealView of(Seal seal, @Nullable Sealer sealer) {
      if (sealer == null) {
        return new SealView(seal.size(), "off", null, null, null, null);
      }
      var witness = sealer.cosigning();
      return new SealView(
          seal.size(),
          sealer.state(),
          sealer.cause(),
          witness == null ? null : witness.witness(),
          witness == null || witness.seen() < 0 ? null : witness.seen(),
          witness == null ? null : witness.trouble());
    }
  }
}
