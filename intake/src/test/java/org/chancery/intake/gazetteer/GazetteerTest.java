package org.chancery.intake.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.chancery.intake.RealData;
import org.chancery.shared.PartyId;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          germany                   | Germany                          | DE DEU
          turkey                    | Türkiye                          | TR TUR
          congo-democratic-republic | Democratic Republic of the Congo | CD COD
          bosnia-herzegovina        | Bosnia and Herzegovina           | BA BIH
          cote-divoire              | Côte d’Ivoire                    | CI CIV
          soviet-union              | Soviet Union                     | ''
          wurttemberg               | Württemberg                      | ''
          antarctica                | Antarctica                       | ''
          north-korea               | North Korea                      | ''
          """)
  void namesAreOfTodayAndCodesBelongToOneId(String id, String name, String codes) {
    RegisterParty party = Gazetteer.entry(new PartyId(id));
    assertThat(party.name()).isEqualTo(name);
    assertThat(String.join(" ", party.codes())).isEqualTo(codes);
  }

  @Test
  @EnabledIf(value = RealData.IS_AT_HAND, disabledReason = RealData.ABSENT)
  void codesAgreeWithThoseOfTheReferenceAndNoneIsGivenTwice() throws IOException {
    List<String> given = new ArrayList<>();
    for (CSVRecord country : countries()) {
      String id = country.get("country_id");
      if (id.equals(country.get("canonical_id"))) {
        List<String> codes = Gazetteer.entry(Gazetteer.canonical(id)).codes();
        assertThat(String.join("", codes))
            .as(id)
            .isEqualTo(country.get("iso2") + country.get("iso3"));
        given.addAll(codes);
      } else {
        assertThat(Gazetteer.canonical(id).value()).isEqualTo(country.get("canonical_id"));
      }
    }
    assertThat(given).doesNotHaveDuplicates().hasSizeGreaterThan(400);
  }

  private static List<CSVRecord> countries() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(RealData.at("reference/countries.csv"), UTF_8, format)) {
      return rows.getRecords();
    }
  }
}
