package org.chancery.room.value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.room.question.PageParameter;
import org.chancery.room.value.Shown.Citation;
import org.chancery.room.value.Shown.Cited;
import org.springframework.web.util.UriUtils;

/**
 * Where things have their pages, as of the point in both times at which the reader stands.
 *
 * @param asOf the parameters that name that point; none where the reader asked for none
 */
public record Links(Map<String, String> asOf) {

  /** The page at the path, whose parts are encoded here. */
  public String to(String... parts) {
    StringBuilder path = new StringBuilder();
    for (String part : parts) {
      path.append('/').append(UriUtils.encodePathSegment(part, StandardCharsets.UTF_8));
    }
    return filtered(path.toString());
  }

  /** The page of what has that address in the API. */
  public String ofAddress(String address) {
    return filtered(address.replaceFirst("^/api", ""));
  }

  /** The list that keeps what these parameters say, as of the same point. */
  public String filtered(String path, String... namesAndValues) {
    List<PageParameter> all = new ArrayList<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      all.add(new PageParameter(namesAndValues[index], namesAndValues[index + 1]));
    }
    asOf.forEach((name, value) -> all.add(new PageParameter(name, value)));
    return address(path, all);
  }

  /** The address of the path with these parameters. */
  public static String address(String path, List<PageParameter> parameters) {
    StringBuilder query = new StringBuilder();
    for (PageParameter each : parameters) {
      query
          .append(query.isEmpty() ? '?' : '&')
          .append(encoded(each.name()))
          .append('=')
          .append(encoded(each.value()));
    }
    return path + query;
  }

  /** A value as it stands in a query; what may stand in one as it is, is left so. */
  private static String encoded(String value) {
    return UriUtils.encode(value, StandardCharsets.UTF_8).replace("%3A", ":").replace("%2F", "/");
  }

  /** Links to what is of all days, as known at the same point. */
  public Links ofAllDays() {
    Map<String, String> point = new LinkedHashMap<>(asOf);
    point.remove("on");
    return new Links(point);
  }

  /** The entries, each with its page. */
  public Cited cited(List<Long> positions) {
    return new Cited(
        positions.stream()
            .map(each -> new Citation(each, to("entries", Long.toString(each))))
            .toList());
  }
}
