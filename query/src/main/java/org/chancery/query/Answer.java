package org.chancery.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.AsOfAnswer;

/** One answer, and the point in both times as of which it holds. */
public record Answer<V>(@JsonUnwrapped V view, AsOf asOf) implements AsOfAnswer {

  @Override
  public Answer<V> lacking(List<Long> entries) {
    return new Answer<>(view, asOf.lacking(entries));
  }
}
