package org.chancery.query.point;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.chancery.journal.EntryFilter;
import org.chancery.journal.Imports.Import;
import org.chancery.journal.Journal;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.ListParameters;
import org.chancery.query.NamedPoints;
import org.chancery.query.Page;
import org.chancery.query.Parameters;
import org.chancery.query.change.ChangeCounts;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.Cursor;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Named points of recorded time, over REST. */
@RestController
class PointsApi {
  private static final String LIST = Cursor.fingerprint("point");

  private final NamedPoints points;
  private final Journal journal;
  private final AsOfResolver resolver;

  PointsApi(NamedPoints points, Journal journal, AsOfResolver resolver) {
    this.points = points;
    this.journal = journal;
    this.resolver = resolver;
  }

  /** All points that have a name, in the order of the imports that made them. */
  @GetMapping("/api/points")
  Page<NamedPoint> list(
      @ParameterObject PointParameters page, @ParameterObject AsOfParameters asked) {
    int limit = ListParameters.limitOf(page.limit());
    Cursor cursor = page.cursor() == null ? null : Parameters.cursor(page.cursor());
    AsOf asOf = cursor == null ? resolver.ofJournal(asked) : resolver.ofJournal(asked, cursor);
    long behind = cursor == null ? 0 : cursor.position(LIST);
    List<Import> all = points.upTo(asOf.position());
    List<Import> kept =
        all.stream().filter(one -> one.first() > behind).limit((long) limit + 1).toList();
    List<Import> shown = kept.subList(0, Math.min(limit, kept.size()));
    return new Page<>(
        shown.stream().map(one -> view(one, all)).toList(),
        all.size(),
        kept.size() > limit ? Cursor.behind(asOf, LIST, shown.getLast().first()).text() : null,
        asOf);
  }

  private NamedPoint view(Import one, List<Import> all) {
    return new NamedPoint(
        NamedPoints.nameOf(one),
        NamedPoints.isNamedByRelease(one, all) ? NamedPoints.releaseOf(one) : null,
        one.run().source(),
        one.run().format(),
        one.first(),
        one.last(),
        journal.at(one.last()).orElseThrow().recordedAt(),
        ChangeCounts.of(
            journal.countsByName(one.first() - 1, one.last(), EntryFilter.of(one.run()))),
        "/api/changes?from=position:%d&to=position:%d".formatted(one.first() - 1, one.last()));
  }

  /**
   * Which points are asked for.
   *
   * @param limit how many, 1 to 1000; 100 where left out
   * @param cursor where the last page ended
   */
  record PointParameters(
      @Parameter(description = "1 to 1000 (default 100)") @Nullable Integer limit,
      @Parameter(description = "The `next` of the page before") @Nullable String cursor) {}
}
