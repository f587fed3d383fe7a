package org.chancery.query.plover;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.chancery.query.AsOfParameters;
import org.chancery.query.CsvTable;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.chancery.query.account.DisputedLists;
import org.chancery.query.plover.PloverTable.Coded;
import org.chancery.query.timeline.TimelineEvents;
import org.chancery.query.timeline.TimelineEvents.Told;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The timeline as event data. */
@RestController
class PloverApi {
  private final TimelineEvents timeline;
  private final PloverTable table;
  private final DisputedLists lists;

  PloverApi(TimelineEvents timeline, PloverTable table, DisputedLists lists) {
    this.lists = lists;
    this.timeline = timeline;
    this.table = table;
  }

  /**
   * What of a page of the timeline has a category of PLOVER, as a table whatever is accepted.
   * {@code Ledger-Left-Out} counts the other items of the page, by why they are left out.
   */
  @ApiResponse(
      responseCode = "200",
      headers =
          @Header(
              name = "Ledger-Left-Out",
              description = "How many items of the page are no such events, in all and by why",
              schema = @Schema(type = "string")),
      content = @Content(mediaType = CsvTable.TYPE, schema = @Schema(type = "string")))
  @GetMapping("/api/timeline/plover")
  ResponseEntity<String> events(
      @RequestParam(required = false) @Nullable List<String> party,
      @RequestParam(required = false) @Nullable List<String> official,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    Page<Told> page = lists.told(timeline.page(party, official, list, asked));
    Coded coded = table.of(page);
    return page.inForm(CsvTable.UTF_8)
        .header("Ledger-Left-Out", coded.leftOut())
        .body(coded.table());
  }
}
