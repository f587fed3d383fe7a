package org.chancery.query;

import java.util.List;
import org.chancery.readmodel.AsOf;

/** What is answered as of a point, and says so. */
public interface AsOfAnswer {

  AsOf asOf();

  /** The same, where it lacks these entries. */
  AsOfAnswer lacking(List<Long> entries);

  /** The same with the names of those whom it cites. */
  AsOfAnswer naming(Names cited);
}
