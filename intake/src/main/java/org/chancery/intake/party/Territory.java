package org.chancery.intake.party;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chancery.intake.source.CsvFile;
import org.chancery.intake.source.OfficeOfTheHistorian;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.provenance.Source;

/**
 * One row of the Office of the Historian's list of territories: a state or a dependency under one
 * name, with its years.
 *
 * @param since the year in which it began, written as EDTF; empty where the list does not say so
 * @param until the year in which it ended; empty where it lasts, or the list does not say so
 * @param predecessors all that were there before it, not the last ones alone
 * @param successors likewise
 */
record Territory(
    String id,
    String shortName,
    String longName,
    boolean isState,
    String since,
    String until,
    List<String> predecessors,
    List<String> successors,
    List<String> doubts) {
  static final List<String> HEADER =
      List.of(
          "territory_id",
          "short_name",
          "long_name",
          "type",
          "valid_since_year",
          "valid_until_year",
          "on_todays_map",
          "predecessors",
          "successors");

  private static final String STILL = "9999";
  private static final int LONGEST_ID = 128;

  /** What the locator of a row begins with. */
  static final String LOCATOR = "territories ";

  static Territory of(CsvFile.Row row) {
    String since = year(row, "valid_since_year");
    String until = year(row, "valid_until_year");
    return new Territory(
        id(row.required("territory_id")),
        row.required("short_name"),
        row.cell("long_name"),
        row.cell("type").equals("independent-state"),
        since,
        until.equals(STILL) ? "" : until,
        ids(row, "predecessors"),
        ids(row, "successors"),
        row.unseen());
  }

  private static String year(CsvFile.Row row, String column) {
    String year = row.cell(column);
    if (!year.matches("|-?\\d{1,4}")) {
      throw new InvalidValue(
          RefusalCode.INVALID_FIELDS,
          "%s '%s' is no year".formatted(column, InvalidValue.excerpt(year)));
    }
    return year.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT, year.startsWith("-") ? "%05d" : "%04d", Integer.parseInt(year));
  }

  private static List<String> ids(CsvFile.Row row, String column) {
    return Arrays.stream(row.cell(column).split(" "))
        .filter(id -> !id.isEmpty())
        .map(Territory::id)
        .toList();
  }

  private static String id(String id) {
    if (id.length() > LONGEST_ID || !id.matches("[A-Za-z0-9-]+")) {
      throw new InvalidValue(
          RefusalCode.INVALID_FIELDS,
          "territory '%s' is not written as ids are".formatted(InvalidValue.excerpt(id)));
    }
    return id;
  }

  /** A row of the list. */
  static Source source(String id) {
    return OfficeOfTheHistorian.source(OfficeOfTheHistorian.TERRITORIES, null, LOCATOR + id, null);
  }

  /** True where the list has it end before it begins. */
  boolean isReversed() {
    return !since.isEmpty()
        && !until.isEmpty()
        && Integer.parseInt(until) < Integer.parseInt(since);
  }

  /** The id without the year that tells it from others of that name. */
  String idInWords() {
    return id.replaceFirst("-\\d+$", "");
  }
}
