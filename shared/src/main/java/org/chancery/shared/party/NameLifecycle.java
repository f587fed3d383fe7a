package org.chancery.shared.party;

import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.Lifecycle;
import org.jspecify.annotations.Nullable;

/** A party goes by one name after the other; a renaming gives it another than it had. */
public record NameLifecycle(String initial) implements Lifecycle<String, String> {

  @Override
  public @Nullable RefusalCode objection(String name, String next) {
    return name.equals(next) ? RefusalCode.ALREADY_NAMED : null;
  }

  @Override
  public String after(String name, String next) {
    return next;
  }
}
