package org.chancery.query.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.query.entry.Origin;
import org.chancery.readmodel.SubjectHistory;
import org.chancery.readmodel.SubjectHistory.Recorded;
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
}
