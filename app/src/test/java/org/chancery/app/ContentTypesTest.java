package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedLedger.class)
class ContentTypesTest {
  private static final String REGISTER = "/api/commands/RegisterOfficial";
  private static final String EXPLANATION = "/api/meetings/bonn-2017-us-ru/explanation";

  private final Http http;

  ContentTypesTest(Http http) {
    this.http = http;
  }

  private String type(String path, String accept) {
    return http.get(path, "Accept", accept).expect(200).header("Content-Type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/problem+json",
        "application/vnd.anything+json",
        "application/*+json",
        "application/json;charset=utf-16",
        "application/json;profile=x",
        "*/*"
      })
  void theTypeOfAnAnswerIsTheServersWhateverIsAccepted(String accept) {
    assertThat(type("/api/meetings", accept)).isEqualTo("application/json");
    assertThat(type("/api/meetings/bonn-2017-us-ru", accept)).isEqualTo("application/json");
    assertThat(type("/api/journal", accept)).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/yaml",
        "application/xml",
        "application/cbor",
        "application/x-jackson-smile",
        "text/html"
      })
  void whatIsNotDocumentedIsNotWritten(String accept) {
    http.get("/api/meetings", "Accept", accept).expectProblem(406, "NOT_ACCEPTABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/problem+json", "image/png", "no type"})
  void plainTextIsAnsweredWhateverIsAccepted(String accept) {
    for (String path : new String[] {"/checkpoint", "/api/entries/1/proof"}) {
      assertThat(type(path, accept)).isEqualTo("text/plain;charset=UTF-8");
    }
    assertThat(type("/tile/0/000.p/1", accept)).isEqualTo("application/octet-stream");
    assertThat(type("/api/exports", accept)).isEqualTo("application/jsonl");
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, text/plain;charset=UTF-8",
    "text/plain;charset=utf-16, text/plain;charset=UTF-8",
    "'text/plain, application/json;q=0.5', text/plain;charset=UTF-8",
    "'text/plain;q=0.5, application/json', application/json",
    "'text/html, */*;q=0.8', application/json"
  })
  void whereThereIsAChoiceItIsMadeByWhatIsAccepted(String accept, String type) {
    assertThat(type(EXPLANATION, accept)).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/html", "application/xml", "text/csv"})
  void aTableThatIsAskedForByFormatIsATableWhateverIsAccepted(String accept) {
    assertThat(type("/api/entries?format=csv", accept))
        .startsWith("text/csv")
        .contains("charset=UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/*+json",
        "application/*",
        "*/*",
        "application/yaml",
        "application/vnd.x+json",
        "application/json;charset=utf-16",
        "application/json;charset=nothing",
        "application/problem+json"
      })
  void aBodyOfATypeThatIsNotDocumentedIsNotTaken(String type) {
    for (String path : new String[] {REGISTER, "/api/admin/replays", "/api/commands"}) {
      http.send("POST", path, "{\"model\": \"nothing\"}", type)
          .expectProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }
  }

  @Test
  void jsonIsUtf8WhateverIsWrittenOverIt() {
    for (String type : new String[] {"application/json;charset=utf-8", "application/json"}) {
      http.send("POST", "/api/admin/replays", "{\"model\": \"nothing\"}", type)
          .expectProblem(422, "UNKNOWN_READ_MODEL");
    }
  }
}
