package org.chancery.query.asof;

import java.util.List;

/** What is answered as of a point, and says so. */
public interface AsOfAnswer {

  /** The same, where it lacks these entries. */
  AsOfAnswer lacking(List<Long> entries);
}
