package org.chancery.room.relationship;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.room.relationship.Lane.Stretch;
import org.chancery.room.value.DateWords;
import org.jspecify.annotations.Nullable;

/**
 * A picture of several states over the days of the world, one lane under the other, to scale; under
 * each, where that is asked for, the same as it was known earlier.
 *
 * @param here where the day is that the page is as of
 */
public record Lanes(
    int width,
    int height,
    List<Drawn> lanes,
    List<Tick> ticks,
    double here,
    String hereText,
    boolean overlaid) {
  static final int WIDTH = 1000;
  private static final int TOP = 8;
  private static final int LANE = 48;
  private static final int EARLIER = 14;
  private static final int AXIS = 30;
  private static final double LETTER = 6.6;
  private static final int EDGE = 16;
  private static final int MOST_TICKS = 10;
  private static final int[] STEPS = {1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1_000};

  /**
   * A lane as drawn.
   *
   * @param earlier the same as known earlier; empty where that is not asked for
   */
  public record Drawn(
      String label, int y, List<Bar> bars, List<Dot> dots, List<Bar> earlier, List<Dot> before) {}

  /**
   * A stretch as drawn.
   *
   * @param text what fits into it; empty where nothing does
   */
  public record Bar(
      double x, double width, String style, boolean open, String text, String title, String href) {}

  /** What happened on a day or a few. */
  public record Dot(double x, boolean held, String title, String href) {}

  /** A year on the axis. */
  public record Tick(double x, String text) {}

  /** True where there is nothing to draw. */
  public boolean isEmpty() {
    return lanes.stream()
        .allMatch(
            lane ->
                lane.bars().isEmpty()
                    && lane.dots().isEmpty()
                    && lane.earlier().isEmpty()
                    && lane.before().isEmpty());
  }

  /**
   * Draws lanes; the picture reaches over all days on which one of them changes, and that day.
   *
   * @param earlier the same as known earlier; null where that is not asked for
   */
  static Lanes of(List<Lane> lanes, @Nullable List<Lane> earlier, LocalDate on) {
    Map<String, Lane> before = byKey(earlier == null ? List.of() : earlier);
    Map<String, Lane> now = byKey(lanes);
    before.forEach((key, lane) -> now.putIfAbsent(key, lane.empty()));
    List<LocalDate> days =
        Stream.concat(
                Stream.concat(now.values().stream(), before.values().stream()).flatMap(Lane::days),
                Stream.of(on))
            .sorted()
            .toList();
    Ruler scale = Ruler.over(days.getFirst(), days.getLast());
    int height = earlier == null ? LANE : LANE + EARLIER;
    List<Drawn> drawn = new ArrayList<>();
    for (Lane lane : now.values()) {
      Lane then = before.getOrDefault(lane.key(), lane.empty());
      drawn.add(drawn(lane, then, TOP + drawn.size() * height, scale));
    }
    return new Lanes(
        WIDTH,
        TOP + drawn.size() * height + AXIS,
        drawn,
        ticks(scale),
        scale.x(on),
        DateWords.of(on),
        earlier != null);
  }

  private static Drawn drawn(Lane lane, Lane then, int y, Ruler scale) {
    return new Drawn(
        lane.label(),
        y,
        bars(lane, scale),
        dots(lane, scale),
        bars(then, scale),
        dots(then, scale));
  }

  private static Map<String, Lane> byKey(List<Lane> lanes) {
    Map<String, Lane> byKey = new LinkedHashMap<>();
    lanes.forEach(each -> byKey.put(each.key(), each));
    return byKey;
  }

  private static List<Bar> bars(Lane lane, Ruler scale) {
    return lane.stretches().stream().map(each -> bar(each, scale)).toList();
  }

  private static List<Dot> dots(Lane lane, Ruler scale) {
    return lane.moments().stream()
        .map(each -> new Dot(scale.x(each.middle()), each.held(), each.title(), each.href()))
        .toList();
  }

  private static Bar bar(Stretch stretch, Ruler scale) {
    double from = stretch.from() == null ? 0 : scale.x(stretch.from());
    double to = stretch.to() == null ? WIDTH : scale.x(stretch.to());
    double width = Math.max(2, to - from);
    String text = stretch.words().length() * LETTER + 8 < width ? stretch.words() : "";
    return new Bar(
        from, width, stretch.style(), stretch.open(), text, stretch.title(), stretch.href());
  }

  private static List<Tick> ticks(Ruler scale) {
    int years = scale.last().getYear() - scale.first().getYear() + 1;
    int step = STEPS[STEPS.length - 1];
    for (int index = STEPS.length - 1; index >= 0 && years / STEPS[index] <= MOST_TICKS; index--) {
      step = STEPS[index];
    }
    List<Tick> ticks = new ArrayList<>();
    for (int year = Math.ceilDiv(scale.first().getYear(), step) * step;
        year <= scale.last().getYear();
        year += step) {
      LocalDate day = LocalDate.of(year, 1, 1);
      if (scale.x(day) > EDGE && scale.x(day) < WIDTH - EDGE) {
        ticks.add(new Tick(scale.x(day), Integer.toString(year)));
      }
    }
    return ticks;
  }

  /** Days to the width of the picture. */
  private record Ruler(LocalDate first, LocalDate last) {
    private static final int MARGIN = 40;

    static Ruler over(LocalDate first, LocalDate last) {
      long margin = Math.max(30, (last.toEpochDay() - first.toEpochDay()) / MARGIN);
      return new Ruler(first.minusDays(margin), last.plusDays(margin));
    }

    double x(LocalDate day) {
      double part =
          (double) (day.toEpochDay() - first.toEpochDay())
              / (last.toEpochDay() - first.toEpochDay());
      return Math.round(part * WIDTH * 10) / 10.0;
    }
  }

  /** The day of a text, or null where it has none. */
  static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }
}
