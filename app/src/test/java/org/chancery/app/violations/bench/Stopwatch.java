package org.chancery.app.violations.bench;

/** Something to be depended on, in a package that says nothing of null. */
public record Stopwatch(long nanos) {}
