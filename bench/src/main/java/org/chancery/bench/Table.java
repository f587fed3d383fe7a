package org.chancery.bench;

import java.util.List;
import java.util.Locale;

/** The results as a Markdown table. */
final class Table {
  private static final String LINE = "| %-50s | %-46s | %9s | %9s | %5s | %6s | %-13s | %-6s |%n";

  private Table() {}

  static void print(List<Result> results) {
    System.out.printf(
        LINE, "The ledger", "against", "ledger/s", "other/s", "ratio", "target", "fsyncs", "");
    System.out.println("|---|---|--:|--:|--:|--:|--:|---|");
    results.forEach(Table::print);
  }

  private static void print(Result result) {
    System.out.printf(
        LINE,
        result.name(),
        result.other(),
        rate(result.ours()),
        rate(result.others()),
        ratio(result.ratio()),
        result.target() == 0 ? "" : ratio(result.target()),
        result.fsyncs(),
        result.ratio() >= result.target() ? "" : "missed");
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%,.0f", perSecond);
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }
}
