package org.chancery.query.replay;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.search.SearchIndex;
import org.chancery.readmodel.Replays;
import org.chancery.readmodel.Replays.ReplayView;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Replays over REST, for operators. */
@RestController
@RequestMapping("/api/admin/replays")
class ReplaysApi {
  private static final String SEARCH = "search";
  private static final long SEARCH_NUMBER = 0;

  private final Replays replays;
  private final SearchIndex search;

  ReplaysApi(Replays replays, SearchIndex search) {
    this.replays = replays;
    this.search = search;
  }

  /**
   * What is to be built anew.
   *
   * @param model the read model's name, or {@code search} for the search index; all of them, and
   *     the search index, where left out
   */
  record ReplayRequest(@Nullable String model) {}

  /** The last hundred, the newest first; and behind them the last of the search index. */
  record ReplayList(List<ReplayView> items) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<ReplayView> request(
      @RequestBody(required = false) @Nullable ReplayRequest asked, @Nullable Principal by) {
    String model = asked == null ? null : asked.model();
    ReplayView replay = request(model, by == null ? null : by.getName());
    return ResponseEntity.accepted()
        .location(URI.create("/api/admin/replays/" + replay.replay()))
        .body(replay);
  }

  private ReplayView request(@Nullable String model, @Nullable String by) {
    if (SEARCH.equals(model)) {
      return search.rebuild(by);
    }
    ReplayView replay = replays.request(model == null ? List.of() : List.of(model), by);
    if (model == null) {
      search.rebuild(by);
    }
    return replay;
  }

  @GetMapping
  ReplayList list() {
    return new ReplayList(
        Stream.concat(replays.last().stream(), search.lastRebuild().stream()).toList());
  }

  @GetMapping("/{id:\\d{1,18}}")
  ReplayView one(@PathVariable long id) {
    return (id == SEARCH_NUMBER ? search.lastRebuild() : replays.of(id))
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(RequestCode.NOT_FOUND, "there was no replay %d".formatted(id))));
  }
}
