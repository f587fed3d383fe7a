package org.chancery.query.official;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.chancery.query.OfSubject;
import org.chancery.shared.Subject;

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
}
