package org.chancery.intake.relation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.intake.source.ContentKey;
import org.chancery.intake.source.Draft;
import org.chancery.shared.PartyId;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.time.EdtfDate;

/**
 * What one row of the relations says.
 *
 * @param timeline the number of the section in the Guide's article
 * @param content the whole row as it stands
 * @param flags why it is to be questioned, in words
 */
record RelationsFact(
    String id,
    PartyId country,
    FactKind kind,
    EdtfDate on,
    int timeline,
    RelationshipCommand command,
    Provenance provenance,
    String origin,
    List<String> content,
    List<String> flags) {

  /**
   * Year by year, in a year by kind, missions in the Guide's own order: so that what is dated to
   * the year is not taken before what it rests on, and a mission opened in the year in which
   * another was closed comes where the Guide tells of it. Of the orders tried (also by day, by last
   * possible day, all by the Guide's numbers) none has fewer facts refused.
   */
  static final Comparator<RelationsFact> HISTORICAL =
      Comparator.comparing((RelationsFact fact) -> fact.country.value())
          .thenComparingInt(fact -> fact.on.earliest().getYear())
          .thenComparing(fact -> fact.kind.taken())
          .thenComparingInt(fact -> fact.kind.isOfMissions() ? fact.timeline : 0)
          .thenComparing(RelationsFact::on)
          .thenComparingInt(RelationsFact::timeline)
          .thenComparing(RelationsFact::id);

  Draft draft() {
    return new Draft(
        ContentKey.of("relations", id, content),
        command,
        provenance,
        "%s, %s".formatted(origin, id),
        flags,
        false);
  }

  RelationsFact flagged(String doubt) {
    List<String> all = Stream.concat(flags.stream(), Stream.of(doubt)).toList();
    return new RelationsFact(
        id, country, kind, on, timeline, command, provenance, origin, content, all);
  }
}
