package org.chancery.journal.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash function of the ledger. */
public final class Sha256 {
  private Sha256() {}

  /** Every JDK has it. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
