package org.chancery.query.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.query.entry.Origin;
import org.chancery.query.timeline.EventSummary;
import org.chancery.query.timeline.Sayings;
import org.chancery.readmodel.SubjectHistory;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.EffectiveHistory.Account;
import org.chancery.shared.entry.EffectiveHistory.EffectiveEvent;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.LedgerEvent;
import org.springframework.stereotype.Component;

/** Reads the chains of entries behind answers. */
@Component
final class ProvenanceChain {
  /** The longest chain that is told; who wants more asks for the entries themselves. */
  private static final int LONGEST = 500;

  private final Journal journal;
  private final SubjectHistory histories;

  /** The last links in the order of their positions, and how many there were before. */
  record Chain(List<ChainLink> links, long omitted) {}

  ProvenanceChain(Journal journal, SubjectHistory histories) {
    this.journal = journal;
    this.histories = histories;
  }

  /** All entries of the subjects up to a position. */
  Chain of(Collection<String> subjects, long position) {
    List<ChainLink> links = new ArrayList<>();
    long entries = 0;
    for (String subject : subjects) {
      List<Recorded<LedgerEvent>> history = histories.legibleBefore(subject, position + 1);
      entries += history.size();
      links.addAll(links(subject, history));
    }
    links.sort(Comparator.comparingLong(ChainLink::position));
    List<ChainLink> told = links.subList(Math.max(0, links.size() - LONGEST), links.size());
    return new Chain(told, entries - told.size());
  }

  private List<ChainLink> links(String subject, List<Recorded<LedgerEvent>> history) {
    int skipped = Math.max(0, history.size() - LONGEST);
    Map<Long, Origin> origins = new HashMap<>();
    for (Entry entry : journal.ofSubject(subject, skipped, LONGEST)) {
      origins.put(entry.position(), Origin.of(entry));
    }
    return new ProvenanceChainBuilder(history, origins).links();
  }

  /** Makes links of a subject's entries, each with what it said when it was made. */
  private static final class ProvenanceChainBuilder {
    private final List<Recorded<LedgerEvent>> history;
    private final Map<Long, Origin> told;
    private final Map<Long, EventSummary> sayings;
    private EffectiveHistory<LedgerEvent> amended = EffectiveHistory.byPosition(LedgerEvent.class);

    private record Draft(
        Origin origin, LedgerEvent event, EventSummary saying, List<Long> reinstates) {}

    /**
     * Of all entries, for they bear on each other.
     *
     * @param told the origins of those that are to become links
     */
    ProvenanceChainBuilder(List<Recorded<LedgerEvent>> history, Map<Long, Origin> told) {
      this.history = history;
      this.told = told;
      this.sayings = Sayings.of(history, told.keySet());
    }

    List<ChainLink> links() {
      List<Draft> drafts = new ArrayList<>();
      for (Recorded<LedgerEvent> entry : history) {
        EffectiveHistory<LedgerEvent> before = amended;
        amended = amended.with(entry.position(), entry.event());
        Origin origin = told.get(entry.position());
        if (origin != null) {
          drafts.add(draft(origin, entry.event(), before));
        }
      }
      Map<Long, Long> superseded = amended.superseded();
      Set<Long> beside =
          amended.disputed().stream()
              .flatMap(List::stream)
              .filter(account -> !account.isFollowed())
              .map(Account::entry)
              .collect(Collectors.toSet());
      return drafts.stream().map(draft -> link(draft, superseded, beside)).toList();
    }

    private Draft draft(Origin origin, LedgerEvent event, EffectiveHistory<LedgerEvent> before) {
      EventSummary saying = Objects.requireNonNull(sayings.get(origin.position()));
      List<Long> reinstates =
          event instanceof EntryEvent
              ? before.reinstatedBy(origin.position(), event).stream()
                  .map(EffectiveEvent::entry)
                  .toList()
              : List.of();
      return new Draft(origin, event, saying, reinstates);
    }

    private ChainLink link(Draft draft, Map<Long, Long> superseded, Set<Long> beside) {
      Long by = superseded.get(draft.origin().position());
      return new ChainLink(
          draft.origin(),
          draft.event(),
          draft.saying(),
          by,
          by != null && amended.retracts(by),
          draft.reinstates(),
          beside.contains(draft.origin().position()));
    }
  }
}
