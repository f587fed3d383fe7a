package org.chancery.room.sheet;

import java.util.List;

/**
 * Points at which an answer changes, for sliders to stop at: along the days of the world, and along
 * what the ledger had been told. The last of each is now.
 */
public record Stops(List<Stop> on, List<Stop> knownAt) {
  static final Stops NONE = new Stops(List.of(), List.of());

  /**
   * One of them.
   *
   * @param value as the page is asked for it; empty for now
   */
  public record Stop(String value, String words) {}

  /**
   * The slider's place where the page is as of that point: at the last stop that is not behind it.
   */
  public static int place(List<Stop> stops, String asked) {
    int place = stops.size() - 1;
    for (int index = 0; index < stops.size(); index++) {
      if (stops.get(index).value().equals(asked)) {
        place = index;
      }
    }
    return place;
  }
}
