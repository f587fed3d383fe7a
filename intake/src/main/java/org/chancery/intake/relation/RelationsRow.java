package org.chancery.intake.relation;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.intake.gazetteer.CountryNames;
import org.chancery.intake.gazetteer.Gazetteer;
import org.chancery.intake.source.AsRead;
import org.chancery.intake.source.CsvFile;
import org.chancery.intake.source.OfficeOfTheHistorian;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.time.EdtfDate;

/** One row of the relations, read by column. */
record RelationsRow(CsvFile.Row row) {
  static final List<String> HEADER =
      List.of(
          "id",
          "country_id",
          "country_name",
          "kind",
          "date",
          "precision",
          "circa",
          "confidence",
          "date_from",
          "source_article",
          "source_timeline_no",
          "source_head");

  private static final Pattern ID = Pattern.compile("[a-z0-9._-]{1,90}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final String MEDIUM =
      "confidence medium: the section holds several dates, or the day is that of the credentials";

  RelationsFact fact() {
    PartyId country = Gazetteer.canonical(cell("country_id"));
    FactKind kind = FactKind.coded(cell("kind"));
    EdtfDate on = on();
    return new RelationsFact(
        id(),
        country,
        kind,
        on,
        timeline(),
        kind.command(country, on, cell("source_head")),
        provenance(),
        row.origin(),
        AsRead.words(row.all()),
        doubts(country));
  }

  private List<String> doubts(PartyId country) {
    return Stream.concat(
            CountryNames.doubts(country, cell("country_name")).stream(), row.unseen().stream())
        .toList();
  }

  private String id() {
    String id = cell("id");
    check(
        ID.matcher(id).matches(),
        "id '%s' is not 1 to 90 of a-z, 0-9, '.', '_' and '-'".formatted(id));
    return id;
  }

  private int timeline() {
    String number = cell("source_timeline_no");
    check(
        NUMBER.matcher(number).matches(), "source_timeline_no '%s' is no number".formatted(number));
    return Integer.parseInt(number);
  }

  private EdtfDate on() {
    String date = cell("date");
    String precision = cell("precision");
    check(precision.equals(precisionOf(date)), "date '%s' is not a %s".formatted(date, precision));
    return EdtfDate.parse(isCirca() ? date + "~" : date);
  }

  private static String precisionOf(String date) {
    return switch (date.length()) {
      case 4 -> "year";
      case 7 -> "month";
      case 10 -> "day";
      default -> "date of any precision";
    };
  }

  private boolean isCirca() {
    String circa = cell("circa");
    check(circa.matches("true|false"), "circa '%s' is not true or false".formatted(circa));
    return circa.equals("true");
  }

  private Provenance provenance() {
    String confidence = cell("confidence");
    check(
        confidence.matches("high|medium"),
        "confidence '%s' is not high or medium".formatted(confidence));
    return new Provenance(null, confidence.equals("medium") ? MEDIUM : null, List.of(source()));
  }

  private Source source() {
    return OfficeOfTheHistorian.source(
        OfficeOfTheHistorian.GUIDE,
        null,
        "%s timeline %d".formatted(cell("source_article"), timeline()),
        cell("source_head"));
  }

  private String cell(String column) {
    return row.required(column);
  }

  private static void check(boolean sound, String fault) {
    if (!sound) {
      throw new InvalidValue(RefusalCode.INVALID_FIELDS, fault);
    }
  }
}
