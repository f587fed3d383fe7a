package org.chancery.query.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.journal.Journal;
import org.chancery.query.Page;
import org.chancery.query.timeline.EventSummary;
import org.chancery.query.timeline.NameTemplates;
import org.chancery.query.timeline.Sayings;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.SubjectHistory;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.LedgerEvent;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Entries as an Atom feed (RFC 4287), page by page (RFC 5005), in the words in which the timeline
 * told them when they were made. An entry of the journal never changes: a correction is an entry of
 * its own.
 */
@Component
final class EntryFeed {
  static final String TYPE = "application/atom+xml";
  private static final MediaType ATOM = new MediaType("application", "atom+xml", UTF_8);
  private static final String JSON = "application/json";
  private static final String ADDRESS = "https?://[!-~]+";

  private final Journal journal;
  private final SubjectHistory histories;
  private final NameTemplates templates;

  EntryFeed(Journal journal, SubjectHistory histories, NameTemplates templates) {
    this.journal = journal;
    this.histories = histories;
    this.templates = templates;
  }

  /**
   * @param asked the address by which the page was asked for
   */
  ResponseEntity<String> of(Page<EntryView> page, UriComponents asked) {
    AtomWriter feed = new AtomWriter();
    write(feed, page, asked);
    Map<Long, Told> told = told(page.items(), page.asOf());
    String server = address(asked).replacePath("").replaceQuery(null).build().toUriString();
    for (EntryView entry : page.items()) {
      write(feed, entry, told.getOrDefault(entry.position(), Told.unread(entry)), server);
    }
    return page.inForm(ATOM).body(feed.end());
  }

  private static UriComponentsBuilder address(UriComponents asked) {
    return UriComponentsBuilder.newInstance().uriComponents(asked);
  }

  private void write(AtomWriter feed, Page<EntryView> page, UriComponents asked) {
    String subtitle =
        "%d entries, as known at position %d".formatted(page.total(), page.asOf().position());
    String first = address(asked).replaceQueryParam("cursor").build().toUriString();
    feed.text("id", "urn:uuid:" + id(asked))
        .text("title", "Entries of the ledger")
        .text("subtitle", subtitle)
        .text("updated", updated(page).toString())
        .link("self", asked.toUriString(), TYPE)
        .link("first", first, TYPE);
    if (page.next() != null) {
      String next = address(asked).replaceQueryParam("cursor", page.next()).build().toUriString();
      feed.link("next", next, TYPE);
    }
  }

  /** The same on each page, and by whatever name the ledger is reached. */
  private UUID id(UriComponents asked) {
    String filters =
        address(asked).replaceQueryParam("cursor").replaceQueryParam("limit").build().getQuery();
    String ledger = journal.idAt(1).orElse("");
    return UUID.nameUUIDFromBytes("%s?%s".formatted(ledger, filters).getBytes(UTF_8));
  }

  private static Instant updated(Page<EntryView> page) {
    Instant knownAt = page.asOf().knownAt();
    return page.items().stream()
        .map(EntryView::recordedAt)
        .max(Instant::compareTo)
        .orElse(knownAt == null ? Instant.EPOCH : knownAt);
  }

  private static void write(AtomWriter feed, EntryView entry, Told told, String server) {
    String when = entry.recordedAt().toString();
    String entries = server + "/api/entries/";
    feed.open("entry")
        .text("id", "urn:uuid:" + entry.id())
        .text("title", told.title())
        .text("updated", when)
        .text("published", when)
        .open("author")
        .text("name", entry.recordedBy())
        .close()
        .category(entry.name())
        .link("alternate", entries + entry.position(), JSON)
        .link("related", server + entry.subject(), JSON);
    Stream.ofNullable(entry.supersedes())
        .forEach(other -> feed.link("related", entries + other, JSON));
    entry.sources().stream()
        .map(source -> source.get("url"))
        .filter(url -> url instanceof String text && text.matches(ADDRESS))
        .forEach(url -> feed.link("via", url.toString(), null));
    feed.text("summary", told.summary()).close();
  }

  /** What an entry did and said, and on what ground. */
  private record Told(long position, String title, String summary) {

    static Told of(EntryView entry, LedgerEvent event, EventSummary saying) {
      String deed = EventSummary.deed(event);
      String amended = Character.toUpperCase(deed.charAt(0)) + deed.substring(1) + ": ";
      String title = (event instanceof EntryEvent ? amended : "") + saying.words();
      String dated = saying.date() == null ? title : "%s [%s]".formatted(title, saying.date());
      String reason = event instanceof EntryEvent amending ? amending.reason() : null;
      String because = reason == null ? dated : "%s, because: %s".formatted(dated, reason);
      return new Told(entry.position(), title, because + ". " + ground(entry));
    }

    /** One that this version of the ledger cannot read has its name alone. */
    static Told unread(EntryView entry) {
      return new Told(entry.position(), entry.name(), ground(entry));
    }

    private static String ground(EntryView entry) {
      List<String> sources =
          entry.sources().stream().map(source -> "\"%s\"".formatted(source.get("title"))).toList();
      return "Entered by %s%s%s."
          .formatted(
              entry.recordedBy(),
              entry.authority() == null ? "" : " on the authority of " + entry.authority(),
              sources.isEmpty() ? "" : " from " + NameTemplates.list(sources));
    }
  }

  /** By their positions; each history is read once, and each name looked up once. */
  private Map<Long, Told> told(List<EntryView> entries, AsOf asOf) {
    List<Told> all =
        entries.stream()
            .collect(Collectors.groupingBy(EntryView::subject, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .flatMap(this::ofOneSubject)
            .toList();
    List<String> words =
        templates.texts(
            all.stream().flatMap(told -> Stream.of(told.title(), told.summary())).toList(), asOf);
    Map<Long, Told> worded = new HashMap<>();
    for (int at = 0; at < all.size(); at++) {
      long position = all.get(at).position();
      worded.put(position, new Told(position, words.get(2 * at), words.get(2 * at + 1)));
    }
    return worded;
  }

  private Stream<Told> ofOneSubject(List<EntryView> entries) {
    Map<Long, EntryView> wanted =
        entries.stream().collect(Collectors.toMap(EntryView::position, entry -> entry));
    long last = wanted.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    String subject = entries.getFirst().subject().substring("/api/".length());
    List<Recorded<LedgerEvent>> history = histories.legibleBefore(subject, last + 1);
    Map<Long, EventSummary> said = Sayings.of(history, wanted.keySet());
    return history.stream()
        .flatMap(
            recorded ->
                Stream.ofNullable(wanted.get(recorded.position()))
                    .map(entry -> Told.of(entry, recorded.event(), saying(said, entry))));
  }

  private static EventSummary saying(Map<Long, EventSummary> said, EntryView entry) {
    return said.getOrDefault(entry.position(), EventSummary.NOTHING);
  }
}
