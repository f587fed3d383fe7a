package org.chancery.intake.party;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chancery.intake.source.CsvFile;
import org.chancery.intake.source.OtherKind;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.intake.source.SourceReader;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;

/**
 * Reads the Office of the Historian's lists of countries and of territories: a directory with
 * {@code countries.csv} and {@code territories.csv}. Each country id becomes a party, with what it
 * was called before, when it existed and whom it succeeds, as far as the lists tell that for
 * certain. Territories that are no country of the list are not taken in.
 */
public final class PartyReader implements SourceReader {
  private final Supplier<PartiesOnRecord> ledger;

  /** Reads into a ledger that holds no party yet. */
  public PartyReader() {
    this(PartiesOnRecord::none);
  }

  /** Reads into a ledger; what it holds from earlier lists is corrected, not entered again. */
  public PartyReader(Supplier<PartiesOnRecord> ledger) {
    this.ledger = ledger;
  }

  @Override
  public void read(Path directory, Consumer<ParsedRecord> into) throws IOException {
    Path countries = directory.resolve("countries.csv");
    Path territories = directory.resolve("territories.csv");
    if (!Files.isRegularFile(countries) || !Files.isRegularFile(territories)) {
      throw new OtherKind(directory, "holds no countries.csv and territories.csv");
    }
    Territories list = new Territories();
    boolean isWhole =
        CsvFile.read(territories, Territory.HEADER, into, row -> add(list, Territory.of(row)));
    Map<String, Country> ids = new LinkedHashMap<>();
    isWhole &= CsvFile.read(countries, Country.HEADER, into, row -> add(ids, Country.of(row)));
    new PartyDrafts(into, ledger.get(), list, listed(ids, into), isWhole).draft();
  }

  private static void add(Territories list, Territory territory) {
    if (!list.add(territory)) {
      throw again(territory.id());
    }
  }

  private static void add(Map<String, Country> ids, Country country) {
    if (ids.putIfAbsent(country.id(), country) != null) {
      throw again(country.id());
    }
  }

  private static InvalidValue again(String id) {
    return new InvalidValue(RefusalCode.INVALID_FIELDS, "id '%s' stands already".formatted(id));
  }

  /** The parties with their second ids; a second id of no party is refused. */
  private static List<ListedParty> listed(
      Map<String, Country> ids, Consumer<? super RejectedRecord> faults) {
    Map<String, ListedParty> parties = new LinkedHashMap<>();
    ids.values().stream()
        .filter(country -> !country.isAlias())
        .forEach(
            country ->
                parties.put(country.party().value(), new ListedParty(country, new ArrayList<>())));
    for (Country alias : ids.values().stream().filter(Country::isAlias).toList()) {
      ListedParty party = parties.get(alias.party().value());
      if (party == null) {
        faults.accept(
            new RejectedRecord(
                "countries.csv",
                alias.line(),
                "'%s' is a second id of '%s', which is not listed"
                    .formatted(alias.id(), alias.party())));
      } else {
        party.aliases().add(alias);
      }
    }
    return List.copyOf(parties.values());
  }

  /**
   * A party as the list of countries has it.
   *
   * @param aliases its second ids
   */
  record ListedParty(Country country, List<Country> aliases) {}
}
