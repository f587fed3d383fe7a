package org.chancery.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.chancery.query.asof.AsOf;

/** One answer, and the point in both times as of which it holds. */
public record Answer<V>(@JsonUnwrapped V view, AsOf asOf) {}
