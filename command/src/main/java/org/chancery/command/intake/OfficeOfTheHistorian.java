package org.chancery.command.intake;

import java.util.List;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.provenance.Source;

/** The publications that the readers know, cited so that each statement can be looked up. */
final class OfficeOfTheHistorian {
  private static final String PUBLISHER = "U.S. Department of State, Office of the Historian";
  private static final String GUIDE =
      "Guide to the United States' History of Recognition, Diplomatic, and Consular Relations,"
          + " by Country, since 1776";

  private OfficeOfTheHistorian() {}

  static Source travels(Leg leg) {
    return new Source(leg.role().publication(), PUBLISHER, null, leg.locator(), null, null);
  }

  static Source guide(String article, int timeline, String head) {
    String locator = article + " timeline " + timeline;
    return new Source(GUIDE, PUBLISHER, null, locator, head, null);
  }

  /** Names no record, so that a party is registered alike whichever source names it first. */
  static Provenance countryIds() {
    return new Provenance(
        PUBLISHER,
        "Its country ids name the party so; today's name and ISO 3166 codes were added at intake.",
        List.of());
  }
}
