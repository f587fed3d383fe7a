package org.chancery.room.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.room.value.ValueReader;
import tools.jackson.databind.JsonNode;

/**
 * A map of stops in their order, by the points that stand for their countries. It is drawn in
 * degrees of latitude; degrees of longitude are as wide as at forty degrees north or south.
 *
 * @param frame the part of the world that is shown: left, top, width and height
 * @param marks the countries
 * @param legs between stops of one trip in different countries
 * @param undrawn the stops without a point, each by its number and country
 * @param stops how many there are
 */
public record TravelMap(
    String frame, List<Mark> marks, List<Leg> legs, List<String> undrawn, int stops, double unit) {
  private static final double NARROW = 0.766;
  private static final double LEAST_WIDTH = 46;
  private static final double RATIO = 0.5;
  private static final double MARGIN = 1.25;
  private static final double ACROSS = 800;
  private static final int TOLD = 5;

  /**
   * A country in which stops were.
   *
   * @param label the numbers of the stops, and its name
   * @param labelY where that stands, so that it is not upon another
   * @param open true where it is not on record of any of them that it took place
   */
  public record Mark(double x, double y, double labelY, String label, boolean open) {}

  /** From one stop to the next; open where one of them is not on record as having taken place. */
  public record Leg(double x1, double y1, double x2, double y2, boolean open) {}

  private record Stop(int number, JsonNode feature) {

    double x() {
      return round(feature.at("/geometry/coordinates/0").asDouble() * NARROW);
    }

    double y() {
      return round(-feature.at("/geometry/coordinates/1").asDouble());
    }

    boolean isDrawn() {
      return feature.path("geometry").isObject();
    }

    String said(String field) {
      return feature.path("properties").path(field).asString("");
    }

    boolean isOpen() {
      return !said("status").equals("took-place");
    }
  }

  /** The map of features, in the order in which they are numbered from one on. */
  public static TravelMap of(List<JsonNode> features, ValueReader reader) {
    List<Stop> stops = new ArrayList<>();
    features.forEach(feature -> stops.add(new Stop(stops.size() + 1, feature)));
    List<Stop> drawn = stops.stream().filter(Stop::isDrawn).toList();
    Frame frame = Frame.around(drawn);
    return new TravelMap(
        frame.text(),
        marks(drawn, frame, reader),
        legs(drawn),
        stops.stream()
            .filter(stop -> !stop.isDrawn())
            .map(stop -> stop.number() + " " + named(stop, reader))
            .toList(),
        stops.size(),
        frame.unit());
  }

  /** True where something is drawn. */
  public boolean isDrawn() {
    return !marks.isEmpty();
  }

  private static String named(Stop stop, ValueReader reader) {
    String then = stop.said("countryName");
    return then.isEmpty() ? reader.party(stop.said("country")) : then;
  }

  private static List<Mark> marks(List<Stop> drawn, Frame frame, ValueReader reader) {
    Map<String, List<Stop>> countries = new LinkedHashMap<>();
    drawn.forEach(
        stop -> countries.computeIfAbsent(stop.said("country"), _ -> new ArrayList<>()).add(stop));
    List<List<Stop>> byHeight =
        countries.values().stream()
            .sorted(Comparator.comparingDouble(each -> each.getFirst().y()))
            .toList();
    List<Mark> marks = new ArrayList<>();
    for (List<Stop> each : byHeight) {
      Stop first = each.getFirst();
      String label = numbers(each) + " " + reader.party(first.said("country"));
      double free = frame.freeFrom(first.x(), first.y(), label, marks);
      marks.add(new Mark(first.x(), first.y(), free, label, each.stream().allMatch(Stop::isOpen)));
    }
    return marks;
  }

  private static String numbers(List<Stop> stops) {
    String all =
        stops.stream()
            .limit(TOLD)
            .map(stop -> Integer.toString(stop.number()))
            .collect(Collectors.joining(", "));
    return stops.size() > TOLD ? all + " …" : all;
  }

  private static List<Leg> legs(List<Stop> drawn) {
    List<Leg> legs = new ArrayList<>();
    for (int index = 1; index < drawn.size(); index++) {
      Stop from = drawn.get(index - 1);
      Stop to = drawn.get(index);
      boolean follows =
          to.number() == from.number() + 1 && to.said("trip").equals(from.said("trip"));
      if (follows && !to.said("country").equals(from.said("country"))) {
        legs.add(new Leg(from.x(), from.y(), to.x(), to.y(), from.isOpen() || to.isOpen()));
      }
    }
    return legs;
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /** What is shown of the world, twice as wide as it is high. */
  private record Frame(double left, double top, double width) {
    private static final double WEST = -180 * NARROW;
    private static final double NORTH = -84;

    static Frame around(List<Stop> drawn) {
      if (drawn.isEmpty()) {
        return new Frame(WEST, NORTH, -2 * WEST);
      }
      double left = drawn.stream().mapToDouble(Stop::x).min().orElseThrow();
      double right = drawn.stream().mapToDouble(Stop::x).max().orElseThrow();
      double top = drawn.stream().mapToDouble(Stop::y).min().orElseThrow();
      double bottom = drawn.stream().mapToDouble(Stop::y).max().orElseThrow();
      double wanted = Math.max(right - left, (bottom - top) / RATIO) * MARGIN;
      double width = Math.clamp(wanted, LEAST_WIDTH, -2 * WEST);
      double height = width * RATIO;
      return new Frame(
          Math.clamp((left + right - width) / 2, WEST, -WEST - width),
          Math.clamp((top + bottom - height) / 2, NORTH, -NORTH - height),
          width);
    }

    /** What is a pixel where the map is as wide as a page. */
    double unit() {
      return width / ACROSS;
    }

    String text() {
      return String.format(Locale.ROOT, "%.2f %.2f %.2f %.2f", left, top, width, width * RATIO);
    }

    /** The first line from that height down on which a label is upon no other. */
    double freeFrom(double x, double y, String label, List<Mark> others) {
      double line = 14 * unit();
      double free = y;
      for (Mark other : others) {
        boolean beside = x + wide(label) < other.x() || other.x() + wide(other.label()) < x;
        if (!beside && Math.abs(free - other.labelY()) < line) {
          free = other.labelY() + line;
        }
      }
      return round(free);
    }

    private double wide(String label) {
      return (label.length() * 7 + 12) * unit();
    }
  }
}
