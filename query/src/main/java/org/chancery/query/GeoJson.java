package org.chancery.query;

import java.util.List;
import org.chancery.readmodel.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list as GeoJSON (RFC 7946): each item is a feature, and what GeoJSON has no member
 * for stands beside those, as in other answers.
 *
 * @param type FeatureCollection
 * @param features in the order of the list
 * @param total how many there are on all pages
 * @param next the cursor of the next page, or null where this is the last
 * @param disputed as the list has it
 */
public record GeoJson<P>(
    String type,
    List<Feature<P>> features,
    long total,
    @Nullable String next,
    List<String> disputed,
    AsOf asOf,
    Names names)
    implements AsOfAnswer {
  public static final String TYPE = "application/geo+json";

  /** How it is asked for by the parameter of that name, see {@link TableForm#PARAMETER}. */
  public static final String CHOICE = "geojson";

  /** A page of features. */
  public static <P> GeoJson<P> of(Page<?> page, List<Feature<P>> features) {
    return new GeoJson<>(
        "FeatureCollection",
        features,
        page.total(),
        page.next(),
        page.disputed(),
        page.asOf(),
        page.names());
  }

  /**
   * An item.
   *
   * @param type Feature
   * @param geometry where it is; null where that is not known
   * @param properties what the list says of it
   */
  public record Feature<P>(String type, @Nullable Point geometry, P properties) {

    public static <P> Feature<P> of(@Nullable Point geometry, P properties) {
      return new Feature<>("Feature", geometry, properties);
    }
  }

  /**
   * A point.
   *
   * @param type Point
   * @param coordinates longitude and latitude in degrees (WGS 84)
   */
  public record Point(String type, List<Double> coordinates) {

    public static Point of(double longitude, double latitude) {
      return new Point("Point", List.of(longitude, latitude));
    }
  }

  @Override
  public GeoJson<P> lacking(List<Long> entries) {
    return new GeoJson<>(type, features, total, next, disputed, asOf.lacking(entries), names);
  }

  @Override
  public GeoJson<P> naming(Names cited) {
    return new GeoJson<>(type, features, total, next, disputed, asOf, cited);
  }
}
