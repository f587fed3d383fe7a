package org.chancery.intake.source;

import java.time.LocalDate;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** The publisher of most that the readers know, cited so that each statement can be looked up. */
public final class OfficeOfTheHistorian {
  public static final String PUBLISHER = "U.S. Department of State, Office of the Historian";

  /** Publications that the readers of several sources cite. */
  public static final String GUIDE =
      "Guide to the United States' History of Recognition, Diplomatic, and Consular Relations,"
          + " by Country, since 1776";

  public static final String TERRITORIES = "Geospatial data: territories";

  private OfficeOfTheHistorian() {}

  /**
   * A place in one of its publications.
   *
   * @param release the day of the release; null where the publication has no releases
   * @param locator null for all of it
   * @param quote what it says there; null where that is not quoted
   */
  public static Source source(
      String publication,
      @Nullable LocalDate release,
      @Nullable String locator,
      @Nullable String quote) {
    return new Source(
        publication,
        PUBLISHER,
        release == null ? null : EdtfDate.of(release),
        locator,
        quote,
        null);
  }
}
