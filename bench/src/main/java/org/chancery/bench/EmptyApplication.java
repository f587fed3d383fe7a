package org.chancery.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** What Boot and Axon start of the same libraries where there is no ledger. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class EmptyApplication {

  /** Starts it, and says so once it can answer. */
  public static void main(String[] args) {
    SpringApplication.run(EmptyApplication.class, args);
    System.out.println(StartBench.READY);
  }
}
