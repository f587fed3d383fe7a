package org.chancery.query.audit;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.chancery.query.ListParameters;
import org.chancery.query.Parameters;
import org.chancery.query.audit.ReadLog.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who asked for entries, over REST, for those who hold a token. */
@RestController
@ConditionalOnWebApplication
class ReadsApi {
  private final ReadLog log;
  private final Clock clock;

  ReadsApi(ReadLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /**
   * The questions of a day, in order.
   *
   * @param next the {@code after} of the next page, null where there is none as yet
   */
  record ReadsView(LocalDate day, List<Line> items, @Nullable Long next) {}

  @GetMapping("/api/audit/reads")
  ReadsView reads(
      @RequestParam(required = false) @Nullable String day,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(required = false) @Nullable Integer limit)
      throws IOException {
    LocalDate asked =
        day == null ? LocalDate.now(clock.withZone(ZoneOffset.UTC)) : Parameters.day("day", day);
    int most = ListParameters.limitOf(limit);
    List<Line> lines = log.of(asked, Math.max(0, after), most);
    return new ReadsView(asked, lines, lines.size() < most ? null : lines.getLast().line());
  }
}
