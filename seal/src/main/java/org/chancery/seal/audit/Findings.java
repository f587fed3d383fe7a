package org.chancery.seal.audit;

import java.util.ArrayList;
import java.util.List;
import org.chancery.seal.audit.Fault.Kind;

/** What a check found: the first thousand faults, how many there are, and what else is to know. */
public final class Findings {
  private static final int KEPT = 1_000;
  private static final int LONGEST = 500;

  private final List<Fault> faults = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long count;
  private long told;

  /** Without faults, as yet. */
  public Findings() {}

  /** A fault at a position; 0 where it is at none in particular. */
  public void add(Kind kind, long position, String detail) {
    add(kind, position, position, detail);
  }

  /** The same fault at each of several positions. */
  public void add(Kind kind, long from, long to, String detail) {
    String cut = detail.length() > LONGEST ? detail.substring(0, LONGEST) + "..." : detail;
    Fault fault = new Fault(kind, from, to, cut.replaceAll("[\\s\\p{C}]+", " "));
    count = sum(count, fault.count());
    if (!faults.isEmpty() && faults.getLast().isFollowedBy(fault)) {
      Fault before = faults.removeLast();
      faults.add(new Fault(kind, before.from(), to, before.detail()));
      told = sum(told, fault.count());
    } else if (faults.size() < KEPT) {
      faults.add(fault);
      told = sum(told, fault.count());
    }
  }

  /** Positions come from what is doubted, so there may seem to be more than can be counted. */
  private static long sum(long some, long more) {
    return some > Long.MAX_VALUE - more ? Long.MAX_VALUE : some + more;
  }

  /** Something to know that is no fault. */
  public void note(String text) {
    notes.add(text);
  }

  /** The first thousand; what is wrong with consecutive positions is one. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** How many there are, each position counted. */
  public long count() {
    return count;
  }

  /** How many of them {@link #faults} leaves out. */
  public long rest() {
    return count - told;
  }

  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** Does a part of the check; where it cannot be done at all, that is a fault itself. */
  public void attempt(Kind kind, String what, Runnable part) {
    try {
      part.run();
    } catch (RuntimeException | StackOverflowError cannot) {
      add(kind, 0, "%s cannot be checked: %s".formatted(what, cannot.getMessage()));
    }
  }
}
