package org.chancery.app.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chancery.app.question.NotUnderstoodException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerAddressTest {

  @ParameterizedTest
  @CsvSource({
    "meetings/bonn-2017-us-ru, /api/meetings/bonn-2017-us-ru",
    "/api/meetings/x, /api/meetings/x",
    "api/meetings/x/, /api/meetings/x",
    "/meetings/x, /api/meetings/x",
    "apiary/x, /api/apiary/x",
    "parties/C\u00f4te d'Ivoire, /api/parties/C%C3%B4te%20d%27Ivoire",
    "parties/C%C3%B4te%20d'Ivoire, /api/parties/C%C3%B4te%20d%27Ivoire",
    "parties/100%, /api/parties/100%25",
    "'meetings?place=New York&party=RU', /api/meetings?place=New%20York&party=RU",
    "'meetings?place=New+York&limit', /api/meetings?place=New%20York&limit=",
    "meetings?q=a=b, /api/meetings?q=a%3Db",
    "meetings/a#b, /api/meetings/a%23b"
  })
  void anAddressIsReadAsPeopleWriteIt(String written, String asked) {
    assertThat(LedgerAddress.parse(written)).hasToString(asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/api",
        "/api/",
        "?x=y",
        "..",
        "meetings/../../x",
        "meetings/%2e%2e/x",
        "meetings/a%2fb",
        "http://example.org/x",
        "meetings/ /x"
      })
  void whatIsNoAddressOrLeadsElsewhereIsRefused(String written) {
    assertThatThrownBy(() -> LedgerAddress.parse(written))
        .isInstanceOf(NotUnderstoodException.class)
        .hasMessageContaining("is no address in the ledger");
  }

  @Test
  void anAddressOfAMegabyteIsRefusedInFewWords() {
    assertThatThrownBy(() -> LedgerAddress.parse("a/".repeat(500_000)))
        .isInstanceOf(NotUnderstoodException.class)
        .message()
        .hasSizeLessThan(300);
  }

  @Test
  void aFurtherPageIsOfTheSameList() {
    LedgerAddress list = LedgerAddress.parse("meetings?party=RU&cursor=a");
    assertThat(list.next("b").written()).isEqualTo("meetings?party=RU&cursor=b");
  }
}
