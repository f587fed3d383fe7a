package org.chancery.intake;

import java.util.Map;
import org.chancery.shared.PartyId;

/** Second ids that the Office of the Historian came to use for a country it already had. */
final class CountryAliases {
  private static final Map<String, String> CANONICAL =
      Map.of(
          "congo-kinshasa", "congo-democratic-republic", // one leg of 2022 and after
          "czechia", "czech-republic", // renamed in 2016
          "eswatini", "swaziland", // renamed in 2018
          "north-macedonia", "macedonia", // renamed in 2019
          "somoa", "samoa", // a typing error
          "turkiye", "turkey", // renamed in 2022
          "west-bank", "palestinian-authority"); // the spelling of 2021 to 2024, by judgement

  private CountryAliases() {}

  /** The other ids of each. */
  static Map<String, String> all() {
    return CANONICAL;
  }

  static PartyId canonical(String id) {
    return new PartyId(CANONICAL.getOrDefault(id, id));
  }
}
