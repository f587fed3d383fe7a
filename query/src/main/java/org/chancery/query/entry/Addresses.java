package org.chancery.query.entry;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.journal.Journal;
import org.chancery.query.Filter;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.concept.Concept;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.text.Nearest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the subject that an address means: parties go by their names too, pairs in any order. */
@Component
public final class Addresses {
  private static final String ROOT = "/?(api/)?";
  private static final String EDGE = "/";
  private static final String PARAMETER = "subject";
  private static final int MOST = 5_000;
  private final PartyNames parties;
  private final Journal journal;

  Addresses(PartyNames parties, Journal journal) {
    this.parties = parties;
    this.journal = journal;
  }

  /** True where parties are named in the address, perhaps by their codes. */
  static boolean isOfParties(String address) {
    return parties(parts(address)) > 0;
  }

  /**
   * By the subject that the parameter {@code subject} means, its path as the value; at fault where
   * the ledger has no entry on it by then. Of two parties that are known none need tell.
   */
  public Filter filter(@Nullable String address, AsOf asOf) {
    if (address == null || address.isBlank()) {
      return Filter.of();
    }
    List<String> parts = parts(address);
    if (parties(parts) > 0 && parts.stream().noneMatch(String::isBlank)) {
      return ofParties(parts, asOf);
    }
    String path = String.join(EDGE, parts);
    return isRecorded(path, asOf.position())
        ? Filter.attribute(PARAMETER, path)
        : unknown(path, asOf);
  }

  /** The subject's path, or null where none is asked for; fails where there is none. */
  public @Nullable String subject(@Nullable String address, AsOf asOf) {
    var asked = filter(address, asOf).asked();
    return asked == null ? null : asked.value();
  }

  private boolean isRecorded(String path, long position) {
    int slash = path.indexOf(EDGE);
    return slash > 0
        && slash < path.length() - 1
        && journal.versionOf(Subject.parse(path), position) > 0;
  }

  private Filter unknown(String path, AsOf asOf) {
    return Filter.unknown(
        PARAMETER,
        RefusalCode.UNKNOWN_SUBJECT,
        Filter.unknownAt("subject", path, asOf.position()),
        near(path, asOf));
  }

  /** Under the concept that is meant, those with such an id; or else the concepts. */
  private List<String> near(String path, AsOf asOf) {
    String concept = path.contains(EDGE) ? path.substring(0, path.indexOf(EDGE)) : path;
    List<String> concepts = Nearest.to(concept, known(Concept.ALL.stream().map(Concept::name)));
    if (concepts.isEmpty() || !path.contains(EDGE)) {
      return concepts.stream().map(each -> "/api/" + each + EDGE).toList();
    }
    String meant = concepts.getFirst();
    String id = path.substring(concept.length() + 1);
    return Nearest.to(id, known(ids(meant, asOf))).stream()
        .map(each -> "/api/" + meant + EDGE + each)
        .toList();
  }

  private Stream<String> ids(String concept, AsOf asOf) {
    return journal.subjectsOf(concept, asOf.position(), MOST).stream()
        .map(subject -> subject.substring(concept.length() + 1));
  }

  private static List<Nearest.Known> known(Stream<String> names) {
    return names.map(Nearest.Known::of).toList();
  }

  private static List<String> parts(String address) {
    return List.of(address.strip().replaceFirst(ROOT, "").split(EDGE, -1));
  }

  /** How many are named. */
  private static int parties(List<String> parts) {
    int named =
        switch (parts.getFirst()) {
          case PartyEvent.CONCEPT -> 1;
          case RelationshipEvent.CONCEPT -> 2;
          default -> 0;
        };
    return parts.size() == 1 + named ? named : 0;
  }

  private Filter ofParties(List<String> parts, AsOf asOf) {
    List<Filter> named =
        parts.subList(1, parts.size()).stream()
            .map(part -> parties.filter(PARAMETER, part, asOf))
            .toList();
    Filter all = Filter.all(named);
    if (!all.faults().isEmpty()) {
      return all;
    }
    Stream<String> ids =
        named.stream().flatMap(each -> each.attributes().stream().map(f -> f.value()));
    String path = parts.getFirst() + EDGE + String.join(EDGE, ids.sorted().toList());
    return Filter.attribute(PARAMETER, path);
  }
}
