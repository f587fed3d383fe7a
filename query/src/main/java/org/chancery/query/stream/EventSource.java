package org.chancery.query.stream;

import java.io.IOException;

/** What a listener is told, from its beginning to its end. */
@FunctionalInterface
public interface EventSource {

  /** Tells until there is no more to tell or the listener has left, which is asked each second. */
  void to(Subscriber listener) throws IOException, InterruptedException;
}
