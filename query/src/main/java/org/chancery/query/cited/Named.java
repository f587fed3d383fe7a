package org.chancery.query.cited;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.chancery.query.Names;

/** One item of a stream, with the names of those whom it cites. */
public record Named<V>(@JsonUnwrapped V item, Names names) {}
