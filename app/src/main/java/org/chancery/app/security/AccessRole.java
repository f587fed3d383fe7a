package org.chancery.app.security;

import java.util.Comparator;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** In what capacity somebody asks. Each may do whatever those before it may. */
public enum AccessRole implements GrantedAuthority {
  /** Shows no token, where reads need one. */
  ANYBODY,
  /** Shows no token, where reads are open. */
  READER,
  /** A known principal, who reads. */
  AUDITOR,
  /** A known principal, who records too. */
  RECORDER;

  /** The highest that was granted. */
  static AccessRole of(Authentication who) {
    return who.getAuthorities().stream()
        .filter(AccessRole.class::isInstance)
        .map(AccessRole.class::cast)
        .max(Comparator.naturalOrder())
        .orElse(ANYBODY);
  }

  /** True where this one may do what the other may. */
  boolean includes(AccessRole other) {
    return compareTo(other) >= 0;
  }

  @Override
  public String getAuthority() {
    return name();
  }
}
