package org.chancery.query.stream;

import java.io.IOException;

/** What a listener is told, from its beginning to its end. */
@FunctionalInterface
public interface Telling {

  /** Tells until there is no more to tell or the listener has left, which is asked each second. */
  void to(Listener listener) throws IOException, InterruptedException;
}
