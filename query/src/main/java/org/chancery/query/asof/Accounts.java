package org.chancery.query.asof;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was last made of some subjects, so that the journal need not be asked again; bounded. */
final class Accounts<A> {
  private static final int REMEMBERED = 5_000;

  private final Map<String, A> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, A> eldest) {
          return size() > REMEMBERED;
        }
      };

  @Nullable A get(String subject) {
    return recent.get(subject);
  }

  void put(String subject, A account) {
    recent.put(subject, account);
  }

  void remove(String subject) {
    recent.remove(subject);
  }

  void clear() {
    recent.clear();
  }
}
