package org.chancery.intake.gazetteer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.intake.source.Prose;
import org.chancery.shared.PartyId;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * English names of today and ISO 3166 codes for the ids of the sources. A code belongs to one id;
 * an id that stands for no country of today has none.
 */
public final class Gazetteer {
  /** Whose publications the sources are. */
  public static final PartyId UNITED_STATES = new PartyId("united-states");

  private static final Map<String, String> ALPHA_2_BY_ID = alpha2ById();

  private Gazetteer() {}

  /** The party of an id, which may be a second one that came into use. */
  public static PartyId canonical(String id) {
    return new PartyId(GazetteerExceptions.ALIASES.getOrDefault(id, id));
  }

  /** The party of that id on the day: before it began, the one that it alone succeeds. */
  public static PartyId then(PartyId named, EdtfDate on) {
    Existence existence = Existence.of(named);
    boolean isEarlier =
        existence.existed() != null && on.latest().isBefore(existence.existed().earliest());
    return isEarlier && existence.succeeds().size() == 1 ? existence.succeeds().getFirst() : named;
  }

  /** Where the years of its existence are from; empty where they are left open. */
  public static String source(PartyId party) {
    return Existence.of(party).source();
  }

  /** What a party is registered with. */
  public static RegisterParty entry(PartyId party) {
    String alpha2 = ALPHA_2_BY_ID.get(party.value());
    Existence existence = Existence.of(party);
    return new RegisterParty(
        party,
        name(party.value(), alpha2),
        PartyKind.STATE,
        codes(alpha2),
        existence.existed(),
        existence.succeeds());
  }

  /** True where the id has an entry of its own, not one made from its letters. */
  static boolean holds(PartyId party) {
    return ALPHA_2_BY_ID.containsKey(party.value())
        || GazetteerExceptions.NAMES.containsKey(party.value())
        || GazetteerExceptions.NO_STATE.contains(party.value());
  }

  /** All ids of countries of today. */
  static Stream<PartyId> countries() {
    return ALPHA_2_BY_ID.keySet().stream().map(PartyId::new);
  }

  private static List<String> codes(@Nullable String alpha2) {
    return alpha2 == null ? List.of() : List.of(alpha2, Locale.of("", alpha2).getISO3Country());
  }

  private static String name(String id, @Nullable String alpha2) {
    String known = GazetteerExceptions.NAMES.get(id);
    if (known != null) {
      return known;
    }
    return alpha2 == null ? spelledOut(id) : isoName(alpha2);
  }

  private static String isoName(String alpha2) {
    return Locale.of("", alpha2).getDisplayCountry(Locale.ENGLISH).replace("&", "and");
  }

  private static Map<String, String> alpha2ById() {
    Map<String, String> claimed = GazetteerExceptions.ALPHA_2;
    Map<String, String> byId = new TreeMap<>(claimed);
    for (String alpha2 : Locale.getISOCountries()) {
      if (!claimed.containsValue(alpha2)) {
        byId.putIfAbsent(Prose.slug(isoName(alpha2)), alpha2);
      }
    }
    byId.keySet().removeAll(GazetteerExceptions.NO_STATE);
    return byId;
  }

  private static String spelledOut(String id) {
    return Arrays.stream(id.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}
