package org.chancery.query;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What those are called whom an answer cites by id, on the day and by the knowledge asked for. Who
 * is not registered by then has no name here.
 *
 * @param parties names by the ids of parties
 * @param officials names by the ids of officials
 */
public record Names(Map<String, String> parties, Map<String, String> officials) {
  public static final Names NONE = new Names(Map.of(), Map.of());

  public Names {
    parties = Collections.unmodifiableMap(new TreeMap<>(parties));
    officials = Collections.unmodifiableMap(new TreeMap<>(officials));
  }
}
