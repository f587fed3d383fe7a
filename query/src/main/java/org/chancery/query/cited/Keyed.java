package org.chancery.query.cited;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of a field that is known by its name alone, as {@code stops[2].country} is. */
public interface Keyed {

  String key();

  /** What it was and is; as JSON is read, so that an id is a text. */
  List<@Nullable Object> values();
}
