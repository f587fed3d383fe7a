package org.chancery.query.replay;

import java.net.URI;
import java.security.Principal;
import java.util.List;
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
  private final Replays replays;

  ReplaysApi(Replays replays) {
    this.replays = replays;
  }

  /**
   * What is to be built anew.
   *
   * @param model the read model's name; all of them where left out
   */
  record ReplayRequest(@Nullable String model) {}

  /** The last hundred, the newest first. */
  record ReplayList(List<ReplayView> items) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<ReplayView> request(
      @RequestBody(required = false) @Nullable ReplayRequest asked, @Nullable Principal by) {
    String model = asked == null ? null : asked.model();
    ReplayView replay =
        replays.request(
            model == null ? List.of() : List.of(model), by == null ? null : by.getName());
    return ResponseEntity.accepted()
        .location(URI.create("/api/admin/replays/" + replay.replay()))
        .body(replay);
  }

  @GetMapping
  ReplayList list() {
    return new ReplayList(replays.last());
  }

  @GetMapping("/{id:\\d{1,18}}")
  ReplayView one(@PathVariable long id) {
    return replays
        .of(id)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(RequestCode.NOT_FOUND, "there was no replay %d".formatted(id))));
  }
}
