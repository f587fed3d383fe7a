package org.chancery.seal;

/**
 * The journal is not what was sealed, or must not be sealed by this process; somebody has to look.
 */
final class SealBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SealBroken(String reason) {
    super(reason);
  }
}
