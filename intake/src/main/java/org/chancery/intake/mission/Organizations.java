package org.chancery.intake.mission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.shared.PartyId;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyKind;

/**
 * The organizations to which the source has missions, by its own ids. An office of the United
 * Nations is one of its own: the mission there is not that in New York.
 */
final class Organizations {
  private static final Map<String, RegisterParty> BY_ID =
      Map.ofEntries(
          of("asean", "asean", "Association of Southeast Asian Nations"),
          of("au", "african-union", "African Union"),
          of("eu", "european-union", "European Union"),
          of("iaea", "iaea", "International Atomic Energy Agency"),
          of("icao", "icao", "International Civil Aviation Organization"),
          of("nato", "nato", "North Atlantic Treaty Organization"),
          of("oas", "oas", "Organization of American States"),
          of("oecd", "oecd", "Organization for Economic Cooperation and Development"),
          of("osce", "osce", "Organization for Security and Cooperation in Europe"),
          of("un", "united-nations", "United Nations"),
          of(
              "unafa",
              "un-agencies-food-agriculture",
              "United Nations Agencies for Food and Agriculture"),
          of(
              "unesco",
              "unesco",
              "United Nations Educational, Scientific and Cultural Organization"),
          of("unido", "unido", "United Nations Industrial Development Organization"),
          of("representative-uneo", "un-office-geneva", "European Office of the United Nations"),
          of("representative-unvo", "un-office-vienna", "Vienna Office of the United Nations"));

  private Organizations() {}

  private static Map.Entry<String, RegisterParty> of(String id, String party, String name) {
    String of = id.startsWith("representative") ? id : "representative-to-" + id;
    return Map.entry(of, entry(party, name));
  }

  private static RegisterParty entry(String party, String name) {
    return new RegisterParty(
        new PartyId(party), name, PartyKind.ORGANIZATION, List.of(), null, List.of());
  }

  /** Empty of what is no organization, such as an office of the sending party itself. */
  static Optional<RegisterParty> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
