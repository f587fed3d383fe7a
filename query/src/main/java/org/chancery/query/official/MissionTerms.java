package org.chancery.query.official;

import java.util.List;
import org.chancery.query.account.Following;
import org.chancery.shared.OfficialId;

/** Knows which missions officials headed, or were to head. */
public interface MissionTerms {

  /** All terms of an official, on whatever days, by their beginning; as told on the day asked. */
  List<MissionTerm> of(OfficialId official, Following by);
}
