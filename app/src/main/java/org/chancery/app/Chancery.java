package org.chancery.app;

import org.springframework.boot.SpringApplication;

/** The way in. */
public final class Chancery {

  private Chancery() {}

  public static void main(String[] args) {
    SpringApplication.run(LedgerApplication.class, args);
  }
}
