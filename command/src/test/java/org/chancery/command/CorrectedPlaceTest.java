package org.chancery.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.journal.json.LedgerJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CorrectedPlaceTest {
  private static final JsonMapper JSON = LedgerJson.mapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "{'a':1}; {'a':1}; ",
        "{'a':1}; {'a':2}; /a 1 2",
        "{'a':1}; {}; /a 1 null",
        "{}; {'a/b':1}; /a~1b null 1",
        "{'l':[1,2,3]}; {'l':[2]}; /l/0 1 null, /l/2 3 null",
        "{'l':[1]}; {'l':[0,1,2]}; /l/0 null 0, /l/2 null 2",
        "{'l':[1,2]}; {'l':[2,1]}; /l/0 1 null, /l/1 null 1",
        "{'l':[{'a':1,'b':2},{'a':3}]}; {'l':[{'a':1,'b':4},{'a':3}]}; /l/0/b 2 4",
        "{'l':[1,2,3,4]}; {'l':[1,5,3]}; /l/1 2 5, /l/3 4 null",
        "{'l':[1]}; {'l':[]}; /l/0 1 null",
        "{'l':[]}; {'l':[1]}; /l/0 null 1",
        "{'o':{'a':1}}; {'o':{'b':1}}; /o/a 1 null, /o/b null 1"
      })
  void everyPlaceThatDiffersIsToldAndNoOther(String before, String after, String told) {
    String found =
        String.join(
            ", ",
            CorrectedPlace.between(
                    JSON.readTree(before.replace('\'', '"')),
                    JSON.readTree(after.replace('\'', '"')))
                .stream()
                .map(change -> change.path() + " " + change.before() + " " + change.after())
                .toList());
    assertThat(found).isEqualTo(told == null ? "" : told);
  }
}
