package org.chancery.query.parked;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chancery.readmodel.Projector;
import org.chancery.readmodel.ReadModels;
import org.chancery.readmodel.ReadModels.ParkedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parked entries over REST, for operators. */
@RestController
class ParkedApi {
  private static final int LISTED = 1_000;

  private final ReadModels models;
  private final Projector projector;

  ParkedApi(ReadModels models, Projector projector) {
    this.models = models;
    this.projector = projector;
  }

  /**
   * An entry that a read model lacks.
   *
   * @param subject the address of what it is about
   * @param since when it was parked first
   */
  record ParkedView(String model, long position, String subject, String cause, Instant since) {

    static ParkedView of(ParkedIn parked) {
      return new ParkedView(
          parked.model(),
          parked.position(),
          "/api/" + parked.subject(),
          parked.cause(),
          parked.since());
    }
  }

  /**
   * What the read models lack.
   *
   * @param counts how many entries each model lacks; those that lack none are left out
   * @param items by model and position, the first thousand of each model
   */
  record ParkedList(long total, Map<String, Integer> counts, List<ParkedView> items) {}

  @GetMapping("/api/admin/parked")
  ParkedList list() {
    Map<String, Integer> counts = models.parkedCounts();
    return new ParkedList(
        models.parkedTotal(), counts, models.parked(LISTED).stream().map(ParkedView::of).toList());
  }

  /** Takes them in again, as far as that is possible now; answers with what is left. */
  @PostMapping("/api/admin/parked/retries")
  ParkedList retry() {
    projector.retryParked();
    return list();
  }
}
