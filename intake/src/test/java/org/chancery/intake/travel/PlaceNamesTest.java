package org.chancery.intake.travel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Bonn                                 | Bonn
          Cologne, Bonn                        | Cologne; Bonn
          Acapulco, Mexico, D.F., Tlaxcala     | Acapulco; Mexico, D.F.; Tlaxcala
          Mexico                               | Mexico
          Halifax, Stellarton (Nova Scotia)    | Halifax; Stellarton (Nova Scotia)
          Pisa (Tuscany, Italy), Rome          | Pisa (Tuscany, Italy); Rome
          Savelletri, Fasano, Apulia           | Savelletri, Fasano, Apulia
          Ottawa, Montebello                   | Ottawa; Montebello
          Rome, Anagni , Fiuggi,, Rome         | Rome; Anagni; Fiuggi
          """)
  void aCommaDividesPlacesUnlessItBelongsToAName(String locale, String places) {
    assertThat(PlaceNames.in(locale)).containsExactly(places.split("; "));
  }
}
