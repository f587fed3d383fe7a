package org.chancery.intake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.jspecify.annotations.Nullable;

/** The publications that the readers know, cited so that each statement can be looked up. */
final class OfficeOfTheHistorian {
  static final String PUBLISHER = "U.S. Department of State, Office of the Historian";
  private static final String GUIDE =
      "Guide to the United States' History of Recognition, Diplomatic, and Consular Relations,"
          + " by Country, since 1776";

  private static final String TERRITORIES = "Geospatial data: territories";
  private static final String VISITS = "Visits by Foreign Leaders";
  private static final String COUNTRIES = "Geospatial data: countries";
  private static final String COUNTRY_IDS =
      "Its country ids name the party so; today's name and ISO 3166 codes were added at intake.";

  private OfficeOfTheHistorian() {}

  static Source travels(Leg leg, @Nullable LocalDate release) {
    return file(leg.role(), leg.locator(), release);
  }

  /** A file of a release, or a place in one. */
  static Source file(Role role, String locator, @Nullable LocalDate release) {
    return new Source(
        role.publication(),
        PUBLISHER,
        release == null ? null : EdtfDate.of(release),
        locator,
        null,
        null);
  }

  /** A release as a whole, for what it does not say. */
  static Provenance release(TripRecorded trip, @Nullable LocalDate release, String rationale) {
    String publication =
        Arrays.stream(Role.values())
            .filter(role -> role.office().equals(trip.office()))
            .findFirst()
            .orElseThrow()
            .publication();
    EdtfDate published = release == null ? null : EdtfDate.of(release);
    return new Provenance(
        null, rationale, List.of(new Source(publication, PUBLISHER, published, null, null, null)));
  }

  static boolean publishes(Source source) {
    return PUBLISHER.equals(source.publisher())
        && Arrays.stream(Role.values()).anyMatch(role -> role.publication().equals(source.title()));
  }

  static Source guide(String article, int timeline, String head) {
    String locator = article + " timeline " + timeline;
    return new Source(GUIDE, PUBLISHER, null, locator, head, null);
  }

  /**
   * Names no record, so that a party is registered alike whichever source names it first.
   *
   * @param existence where its years are from; empty where they are left open
   */
  static Provenance countryIds(String existence) {
    return existence.isEmpty()
        ? new Provenance(PUBLISHER, COUNTRY_IDS, List.of())
        : new Provenance(
            PUBLISHER,
            COUNTRY_IDS,
            List.of(
                existence.startsWith("article")
                    ? new Source(GUIDE, PUBLISHER, null, existence, null, null)
                    : new Source(TERRITORIES, PUBLISHER, null, existence, null, null)));
  }

  /**
   * The row of a country, with that of its territory.
   *
   * @param territory empty where no territory is known to be the country
   */
  static Provenance listed(String country, Optional<String> territory) {
    return new Provenance(
        null,
        null,
        Stream.concat(
                Stream.of(new Source(COUNTRIES, PUBLISHER, null, country, null, null)),
                territory.stream().flatMap(id -> territory(id).sources().stream()))
            .toList());
  }

  /** A row of the list of territories. */
  static Provenance territory(String id) {
    return new Provenance(
        null,
        null,
        List.of(new Source(TERRITORIES, PUBLISHER, null, "territories " + id, null, null)));
  }

  /** A visit, under its number in a release, with what its country was called then. */
  static Provenance visit(Visit visit, @Nullable LocalDate release) {
    return new Provenance(
        null,
        "The source has the visitor from %s.".formatted(visit.countryName()),
        List.of(visitSource(visit.locator(), release)));
  }

  /** A file of a release of the visits, for what it does not say. */
  static Provenance visits(String file, @Nullable LocalDate release, String rationale) {
    return new Provenance(null, rationale, List.of(visitSource(file, release)));
  }

  private static Source visitSource(String locator, @Nullable LocalDate release) {
    return new Source(
        VISITS, PUBLISHER, release == null ? null : EdtfDate.of(release), locator, null, null);
  }
}
