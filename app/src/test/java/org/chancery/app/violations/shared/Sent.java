package org.chancery.app.violations.shared;

import java.util.Date;
import org.chancery.app.violations.bench.Stopwatch;
import org.springframework.http.HttpStatus;

/** Dated as in the last century, and in need of Spring and of the benchmarks. */
@SuppressWarnings("JavaUtilDate")
public record Sent(Date on, HttpStatus status, Stopwatch watch) {}
