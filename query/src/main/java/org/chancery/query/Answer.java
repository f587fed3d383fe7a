package org.chancery.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.chancery.readmodel.AsOf;

/** One answer, the point in both times as of which it holds, and who it speaks of. */
public record Answer<V>(@JsonUnwrapped V view, AsOf asOf, Names names) implements AsOfAnswer {

  public Answer(V view, AsOf asOf) {
    this(view, asOf, Names.NONE);
  }

  @Override
  public Answer<V> lacking(List<Long> entries) {
    return new Answer<>(view, asOf.lacking(entries), names);
  }

  @Override
  public Answer<V> naming(Names cited) {
    return new Answer<>(view, asOf, cited);
  }
}
