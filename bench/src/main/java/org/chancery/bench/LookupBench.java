package org.chancery.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chancery.bench.Lookups.Recorded;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Lookups by JMH, each measurement in a JVM of its own. */
final class LookupBench {
  private static final double AT_MOST_TWICE_THE_TIME = 1 / 2.0;
  private static final double FLAT = 1 / 1.5;

  /** With two, ten thousand versions were still being compiled for while ten were not. */
  private static final int WARM_UPS = 6;

  private final Scale scale;

  LookupBench(Scale scale) {
    this.scale = scale;
  }

  List<Result> run() throws Exception {
    List<Result> results = new ArrayList<>();
    for (Recorded recorded : Recorded.values()) {
      for (int versions : scale.versions()) {
        results.addAll(run(versions, recorded));
      }
      results.add(growth(recorded));
    }
    return results;
  }

  /** In turns too: a machine that becomes slower is no growth. */
  private Result growth(Recorded recorded) throws Exception {
    int few = scale.versions().getFirst();
    int many = scale.versions().getLast();
    return new Turns(() -> rate("asOf", many, recorded))
        .with(name(few, recorded), () -> rate("asOf", few, recorded))
        .take(scale.lookupRounds(), scale.limit())
        .compare(name(many, recorded), name(few, recorded), FLAT);
  }

  private static String name(int versions, Recorded recorded) {
    String order = recorded.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "lookup, %,d versions recorded %s".formatted(versions, order);
  }

  private List<Result> run(int versions, Recorded recorded) throws Exception {
    String name = name(versions, recorded);
    Turns turns =
        new Turns(() -> rate("asOf", versions, recorded))
            .with("primary key", () -> rate("primaryKey", versions, recorded))
            .with("primary key, unread", () -> rate("primaryKeyUnread", versions, recorded))
            .take(scale.lookupRounds(), scale.limit());
    return List.of(
        turns.compare(name, "primary key", AT_MOST_TWICE_THE_TIME),
        turns.compare(name, "primary key, unread", Bench.NO_TARGET));
  }

  private double rate(String method, int versions, Recorded recorded) throws RunnerException {
    TimeValue time = TimeValue.milliseconds(scale.lookups().toMillis());
    Options options =
        new OptionsBuilder()
            .include(Lookups.class.getName() + "." + method + "$")
            .param("versions", Integer.toString(versions))
            .param("recorded", recorded.name())
            .forks(1)
            .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow") // as JMH's own classes need
            .warmupIterations(WARM_UPS)
            .warmupTime(time)
            .measurementIterations(2)
            .measurementTime(time)
            .verbosity(VerboseMode.SILENT)
            .build();
    return new Runner(options).runSingle().getPrimaryResult().getScore();
  }
}
