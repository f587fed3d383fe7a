package org.chancery.query.mission;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.query.Ending.Because;
import org.chancery.query.OfSubject;
import org.chancery.query.official.MissionTerm;
import org.chancery.query.official.MissionTerm.Declaration;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.mission.MissionId;
import org.jspecify.annotations.Nullable;

/**
 * Who headed a mission on a day.
 *
 * @param mission its id, which follows from the two parties
 * @param headed yes where somebody surely heads it, indeterminate where somebody may; unknown where
 *     nobody is on record as its head, which is not said to mean that nobody was
 * @param heads those who head it on the day, or may, by the beginning of their functions
 * @param designated those who are to head it and have not taken the functions up
 * @param predecessor who headed it before them, or last before the day; null where nobody is on
 *     record, and where the dates leave open who it was
 * @param successor who headed it next; null likewise
 * @param possiblePredecessors where that is open, all that may be it
 * @param possibleSuccessors likewise
 * @param personaeNonGratae those of the mission who were declared so by the day
 * @param entries the positions that all this rests on
 */
public record MissionView(
    String mission,
    PartyId sending,
    PartyId receiving,
    Certainty headed,
    List<MissionTerm> heads,
    List<MissionTerm> designated,
    @Nullable MissionTerm predecessor,
    @Nullable MissionTerm successor,
    List<MissionTerm> possiblePredecessors,
    List<MissionTerm> possibleSuccessors,
    List<Declaration> personaeNonGratae,
    List<Long> entries)
    implements OfSubject {
  public static final ReadModelSpec<MissionEvent, MissionView> READ_MODEL =
      ReadModelSpec.of("mission", MissionEvent.class, MissionView.class, MissionFold::versions)
          .about(MissionEvent.CONCEPT)
          .indexedBy("sending", "receiving", "party", "official")
          .filteredBy("rank", MissionView::ranks);

  /** Of a mission of which nothing is recorded. */
  public static MissionView unknown(MissionId mission) {
    return new MissionView(
        mission.toString(),
        mission.sending(),
        mission.receiving(),
        Certainty.UNKNOWN,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Override
  public Subject subject() {
    return new Subject(MissionEvent.CONCEPT, mission);
  }

  @Override
  public Stream<Because> causes() {
    return Stream.of(
            serving(),
            Stream.of(predecessor, successor).filter(Objects::nonNull),
            possiblePredecessors.stream(),
            possibleSuccessors.stream())
        .flatMap(each -> each)
        .flatMap(term -> Stream.ofNullable(term.because()));
  }

  List<String> ranks() {
    return heads.stream().map(MissionTerm::rank).filter(Objects::nonNull).distinct().toList();
  }

  /** Those who head it, may, or are to. */
  Stream<MissionTerm> serving() {
    return Stream.concat(heads.stream(), designated.stream());
  }
}
