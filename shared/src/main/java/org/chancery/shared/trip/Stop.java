package org.chancery.shared.trip;

import java.util.List;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.PartyId;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * A stay in one country.
 *
 * @param country the country by its id
 * @param countryName its name as used at the time, such as "U.S.S.R."
 * @param places the places visited there, each by itself
 * @param dates from arrival to departure, both days included
 * @param note what the source remarks
 * @param conference for which the traveller came
 */
public record Stop(
    PartyId country,
    @Nullable String countryName,
    List<String> places,
    EdtfSpan dates,
    @Nullable String note,
    @Nullable ConferenceId conference) {

  public Stop {
    countryName = Require.optionalText("countryName", countryName);
    places = Require.texts("places", places);
    note = Require.optionalText("note", note);
  }

  /** For no conference. */
  public Stop(
      PartyId country,
      @Nullable String countryName,
      List<String> places,
      EdtfSpan dates,
      @Nullable String note) {
    this(country, countryName, places, dates, note, null);
  }
}
