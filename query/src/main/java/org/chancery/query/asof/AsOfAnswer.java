package org.chancery.query.asof;

import java.util.List;

/** What is answered as of a point, and says so. */
public interface AsOfAnswer {

  AsOf asOf();

  /** The same, where it lacks these entries. */
  AsOfAnswer lacking(List<Long> entries);

  /** The same with the names of those whom it cites. */
  AsOfAnswer naming(Names cited);
}
