package org.chancery.query.official;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.OfSubject;
import org.chancery.shared.Subject;
import org.chancery.shared.mission.MissionEvent;

/**
 * An official as one is answered.
 *
 * @param missions all terms at the head of a mission, by their beginning
 */
public record OfficialAnswer(@JsonUnwrapped OfficialView view, List<MissionTerm> missions)
    implements OfSubject {

  @Override
  public Subject subject() {
    return view.subject();
  }

  @Override
  public Stream<Subject> subjects() {
    return Stream.concat(
            Stream.of(subject()),
            missions.stream().map(term -> new Subject(MissionEvent.CONCEPT, term.mission())))
        .distinct();
  }
}
