package org.chancery.app.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An import in a process of its own, which writes its report beside what it prints. */
final class ImportProcess implements AutoCloseable {
  private static final Pattern SUMMARY =
      Pattern.compile(
          "read (\\d+), recorded \\d+, unchanged (\\d+), flagged (\\d+), refused (\\d+);"
              + " new (\\d+), corrected (\\d+), retracted (\\d+)");
  private static final Pattern REPORT = Pattern.compile("report: (\\S+)");
  private static final Pattern PROGRESS = Pattern.compile("([1-9]\\d*) of \\d+");

  private final VerbProcess process;
  private final Path folder;

  /** What an import says at its end. */
  record Summary(
      long read,
      long added,
      long corrected,
      long retracted,
      long unchanged,
      long flagged,
      long refused) {

    /** How many records made an entry. */
    long recorded() {
      return added + corrected + retracted;
    }
  }

  private ImportProcess(Path folder, List<String> options, List<String> arguments) {
    this.folder = folder;
    this.process = VerbProcess.start(folder, options, arguments);
  }

  /** Imports into the data folder: through its server if one runs, or else straight. */
  static ImportProcess into(Path data, String format, Path source, String... options) {
    String from = source.toAbsolutePath().normalize().toString();
    return new ImportProcess(
        data, List.of(options), List.of("import", format, from, "--data", data.toString()));
  }

  /** Waits until so many records have been dealt with; gives how many the bar showed. */
  long awaitProgress(long count) {
    return Long.parseLong(process.awaitOutput(PROGRESS, shown -> shownBy(shown) >= count).group(1));
  }

  /** Waits until so many parts of a folder have been taken in. */
  void awaitParts(int count) {
    process.awaitOutput(Pattern.compile("(?s)(?:report: .*?){%d}".formatted(count)));
  }

  private static long shownBy(MatchResult progress) {
    return Long.parseLong(progress.group(1));
  }

  /** How many records the bar has shown as dealt with; none of them may be lost. */
  long shown() {
    return PROGRESS
        .matcher(output())
        .results()
        .mapToLong(ImportProcess::shownBy)
        .reduce(0, (before, last) -> last);
  }

  int await() {
    return process.await();
  }

  void kill() {
    process.kill();
  }

  Summary summary() {
    MatchResult said = process.awaitOutput(SUMMARY);
    return new Summary(
        number(said, 1),
        number(said, 5),
        number(said, 6),
        number(said, 7),
        number(said, 2),
        number(said, 3),
        number(said, 4));
  }

  private static long number(MatchResult said, int group) {
    return Long.parseLong(said.group(group));
  }

  /** The file that the summary names. */
  Path report() {
    return folder.resolve(process.awaitOutput(REPORT).group(1));
  }

  String output() {
    return process.output();
  }

  @Override
  public void close() {
    process.close();
  }
}
