package org.chancery.shared.time;

/**
 * One dated change in a chronicle.
 *
 * @param what the change
 * @param on the day on which it took effect, as far as it is known
 * @param entry the entry that says so: its version on the deciding side, its position on the asking
 */
public record Step<S>(S what, EdtfDate on, long entry) {}
