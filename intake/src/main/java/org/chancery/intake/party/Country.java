package org.chancery.intake.party;

import java.util.Arrays;
import java.util.List;
import org.chancery.intake.gazetteer.Gazetteer;
import org.chancery.intake.source.CsvFile;
import org.chancery.intake.source.OfficeOfTheHistorian;
import org.chancery.intake.source.Prose;
import org.chancery.shared.PartyId;
import org.chancery.shared.provenance.Source;

/**
 * One row of the list of country ids.
 *
 * @param party under which id the ledger has it
 * @param label what the list calls it; empty where it has nothing but the id
 * @param isAlias true where it is a second id of the party
 */
record Country(
    String id,
    PartyId party,
    String label,
    List<String> codes,
    List<String> namesSeen,
    boolean isAlias,
    String origin,
    int line,
    List<String> doubts) {
  static final List<String> HEADER =
      List.of(
          "country_id",
          "canonical_id",
          "label",
          "iso2",
          "iso3",
          "iso_numeric",
          "region",
          "names_seen",
          "n_secretary_legs",
          "n_president_legs",
          "n_visits",
          "n_relations",
          "n_chiefs",
          "note");

  private static final String LIST = "Geospatial data: countries";

  static Country of(CsvFile.Row row) {
    String id = new PartyId(row.required("country_id")).value();
    String canonical = new PartyId(row.required("canonical_id")).value();
    String label = name(row.cell("label"));
    return new Country(
        id,
        Gazetteer.canonical(canonical),
        label.equals(id) ? "" : label,
        codes(row),
        Arrays.stream(row.cell("names_seen").split("\\|"))
            .map(Country::name)
            .filter(seen -> !seen.isEmpty())
            .distinct()
            .toList(),
        !id.equals(canonical) || !Gazetteer.canonical(id).value().equals(canonical),
        row.origin(),
        row.line(),
        row.unseen());
  }

  /** Its row. */
  Source source() {
    return OfficeOfTheHistorian.source(LIST, null, id, null);
  }

  /** The list marks what is no country of today with a star. */
  private static String name(String marked) {
    return Prose.collapsed(marked.replaceFirst("\\*$", ""));
  }

  private static List<String> codes(CsvFile.Row row) {
    return List.of(row.cell("iso2"), row.cell("iso3")).stream()
        .filter(code -> !code.isEmpty())
        .toList();
  }
}
