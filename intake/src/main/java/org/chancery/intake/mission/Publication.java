package org.chancery.intake.mission;

import java.time.LocalDate;
import org.chancery.intake.source.OfficeOfTheHistorian;
import org.chancery.shared.provenance.Source;
import org.jspecify.annotations.Nullable;

/** What the Office of the Historian publishes of appointments. */
enum Publication {
  PRINCIPALS("Principal Officers and Chiefs of Mission", "people.csv"),
  PRESIDENTS("Presidents of the United States", "presidents.xml");

  private final String title;
  private final String people;

  Publication(String title, String people) {
    this.title = title;
    this.people = people;
  }

  /** The file that names persons. */
  String people() {
    return people;
  }

  /** A record of a release, as it is cited. */
  Source source(String locator, @Nullable LocalDate release, @Nullable String quote) {
    return OfficeOfTheHistorian.source(title, release, locator, quote);
  }
}
