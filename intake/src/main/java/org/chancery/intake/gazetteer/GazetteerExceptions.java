package org.chancery.intake.gazetteer;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** Where neither the id nor the JDK's name of the country gives what the gazetteer should say. */
final class GazetteerExceptions {

  /** Ids that are not made from the JDK's English name of the country. */
  static final Map<String, String> ALPHA_2 =
      Map.ofEntries(
          entry("antigua-barbuda", "AG"),
          entry("bosnia-herzegovina", "BA"),
          entry("burma", "MM"),
          entry("congo-democratic-republic", "CD"),
          entry("congo-republic", "CG"),
          entry("cote-divoire", "CI"),
          entry("czech-republic", "CZ"),
          entry("holy-see", "VA"),
          entry("hong-kong", "HK"),
          entry("korea-north", "KP"),
          entry("korea-south", "KR"),
          entry("macau", "MO"),
          entry("macedonia", "MK"),
          entry("palestinian-authority", "PS"),
          entry("saint-kitts-nevis", "KN"),
          entry("saint-lucia", "LC"),
          entry("saint-vincent-grenadines", "VC"),
          entry("swaziland", "SZ"),
          entry("turkey", "TR"));

  /** Second ids that the Office of the Historian came to use for a country it already had. */
  static final Map<String, String> ALIASES =
      Map.of(
          "congo-kinshasa", "congo-democratic-republic", // one leg of 2022 and after
          "czechia", "czech-republic", // renamed in 2016
          "eswatini", "swaziland", // renamed in 2018
          "north-macedonia", "macedonia", // renamed in 2019
          "somoa", "samoa", // a typing error
          "turkiye", "turkey", // renamed in 2022
          "west-bank", "palestinian-authority"); // the spelling of 2021 to 2024, by judgement

  /** ISO 3166 has codes for more than states. */
  static final Set<String> NO_STATE = Set.of("antarctica");

  /** Names that the JDK abbreviates or disambiguates, and names of states of the past. */
  static final Map<String, String> NAMES =
      Map.ofEntries(
          entry("antigua-barbuda", "Antigua and Barbuda"),
          entry("brunswick-luneburg", "Brunswick-Lüneburg"),
          entry("burma", "Myanmar"),
          entry("congo-democratic-republic", "Democratic Republic of the Congo"),
          entry("congo-republic", "Republic of the Congo"),
          entry("federal-government-germany", "Federal Government of Germany (1848-49)"),
          entry("grand-duchy-tuscany", "Grand Duchy of Tuscany"),
          entry("holy-see", "Holy See"),
          entry("hong-kong", "Hong Kong"),
          entry("kingdom-of-yugoslavia", "Kingdom of Yugoslavia"),
          entry("lew-chew", "Ryukyu (Lew Chew)"),
          entry("macau", "Macao"),
          entry("mecklenburg-schwerin", "Mecklenburg-Schwerin"),
          entry("mecklenburg-strelitz", "Mecklenburg-Strelitz"),
          entry("palestinian-authority", "Palestinian Authority"),
          entry("piedmont-sardinia", "Piedmont-Sardinia"),
          entry("saint-kitts-nevis", "Saint Kitts and Nevis"),
          entry("saint-lucia", "Saint Lucia"),
          entry("saint-vincent-grenadines", "Saint Vincent and the Grenadines"),
          entry("schaumburg-lippe", "Schaumburg-Lippe"),
          entry("vietnam-south", "South Vietnam"),
          entry("wurttemberg", "Württemberg"));

  private GazetteerExceptions() {}
}
