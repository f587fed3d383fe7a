package org.chancery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, xdg-open|ADDRESS",
    "Mac OS X, open|ADDRESS",
    "Windows 11, cmd|/c|start||ADDRESS"
  })
  void aBrowserIsGivenTheAddressAsOneArgument(String system, String command) {
    URI address = URI.create("http://127.0.0.1:8080/api/docs?a=b&c=$(d)");
    assertThat(Browser.command(system, address))
        .containsExactly(command.replace("ADDRESS", address.toString()).split("\\|", -1));
  }

  @Test
  void whereNoBrowserCanBeOpenedThatIsNoted() {
    assertThat(Browser.open(List.of("no-such-opener", "http://127.0.0.1:1/")))
        .isEqualTo(
            "note: no browser could be opened by no-such-opener; look at http://127.0.0.1:1/"
                + " yourself");
  }
}
