package org.chancery.intake.party;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chancery.command.UnreadCorrection;
import org.chancery.intake.gazetteer.Registrations;
import org.chancery.intake.party.FormerNames.Names;
import org.chancery.intake.party.FormerNames.Naming;
import org.chancery.intake.party.PartiesOnRecord.PartyOnRecord;
import org.chancery.intake.party.PartiesOnRecord.Said;
import org.chancery.intake.party.PartyReader.ListedParty;
import org.chancery.intake.source.AsRead;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.source.UnchangedRecord;
import org.chancery.shared.PartyId;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.party.PartyCommand.AddVariantNames;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyCommand.RenameParty;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyEvent.PartyRenamed;
import org.chancery.shared.party.PartyEvent.VariantNamesAdded;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** Drafts what the lists of countries and territories ask of the ledger, where it lacks it. */
final class PartyDrafts {
  private final Consumer<ParsedRecord> into;
  private final PartiesOnRecord known;
  private final boolean isWhole;
  private final Map<PartyId, ListedParty> parties = new LinkedHashMap<>();
  private final ListedTerritories territories;
  private final Set<PartyId> registered = new HashSet<>();

  /**
   * @param isWhole true where all of the lists could be read; only then does it mean anything that
   *     they lack something
   */
  PartyDrafts(
      Consumer<ParsedRecord> into,
      PartiesOnRecord known,
      Territories territories,
      List<ListedParty> listed,
      boolean isWhole) {
    this.into = into;
    this.known = known;
    this.isWhole = isWhole;
    listed.forEach(party -> parties.put(party.country().party(), party));
    this.territories = new ListedTerritories(territories, parties.values());
  }

  /** Predecessors first, for a successor names them; what parties are called after all of them. */
  void draft() {
    parties.values().forEach(this::register);
    parties.values().forEach(this::name);
  }

  private void register(ListedParty listed) {
    PartyId party = listed.country().party();
    if (!registered.add(party)) {
      return;
    }
    RegisterParty command = territories.entry(listed);
    for (PartyId before : command.succeeds()) {
      ListedParty predecessor = parties.get(before);
      if (predecessor == null) {
        into.accept(unlisted(before, listed));
      } else {
        register(predecessor);
      }
    }
    into.accept(registration(listed, command));
  }

  /** A predecessor that the lists lack is registered as the other readers register it. */
  private ParsedRecord unlisted(PartyId before, ListedParty successor) {
    Draft draft = Registrations.draft(before, successor.country().origin());
    return known.of(before).registered() == null ? draft : new UnchangedRecord(draft);
  }

  private ParsedRecord registration(ListedParty listed, RegisterParty command) {
    Draft draft =
        draft(
            listed,
            PartyKeys.listed(command.party().value(), Registrations.content(command)),
            command,
            territories.provenance(listed),
            territories.doubts(listed));
    Said<PartyRegistered> before = known.of(command.party()).registered();
    if (before == null) {
      return draft;
    }
    String otherwise = RegistrationDifferences.between(before.event(), command);
    return otherwise.isEmpty()
        ? new UnchangedRecord(draft)
        : corrected(draft, before, command, otherwise);
  }

  /** What was entered by hand is left, and so is all where the lists could not be read whole. */
  private ParsedRecord corrected(Draft draft, Said<?> before, LedgerCommand as, String otherwise) {
    if (!before.fromIntake() || !isWhole) {
      return new UnchangedRecord(
          draft.flagged(
              "left as entry %d has it: %s; %s"
                  .formatted(
                      before.entry(),
                      before.fromIntake()
                          ? "not all of the lists could be read"
                          : "it was entered by hand",
                      otherwise)));
    }
    String id = known(draft).value();
    return new Draft(
        PartyKeys.correction(id, before.entry(), List.of(draft.key())),
        UnreadCorrection.correcting(before.entry(), as, otherwise),
        draft.provenance(),
        draft.origin(),
        Stream.concat(draft.flags().stream(), Stream.of(otherwise)).toList(),
        false);
  }

  private static PartyId known(Draft draft) {
    return new PartyId(draft.command().subject().id());
  }

  private void name(ListedParty listed) {
    PartyId party = listed.country().party();
    PartyOnRecord before = known.of(party);
    String first =
        before.registered() == null
            ? territories.entry(listed).name()
            : before.registered().event().name();
    Names names = territories.namesOf(listed, first);
    List<Said<PartyRenamed>> left = new ArrayList<>(before.renamed());
    for (Naming naming : names.namings()) {
      into.accept(renaming(listed, naming, left));
    }
    left.reversed().stream() // a name may rest on the one before it
        .filter(said -> said.fromIntake() && isWhole)
        .forEach(gone -> into.accept(retraction(listed, gone)));
    variants(listed, names, before.variants()).ifPresent(into);
  }

  private ParsedRecord renaming(ListedParty listed, Naming naming, List<Said<PartyRenamed>> left) {
    PartyId party = listed.country().party();
    RenameParty command = new RenameParty(party, naming.name(), naming.on(), null);
    Draft draft =
        draft(
            listed,
            PartyKeys.renamed(party.value(), List.of(naming.name(), naming.on().text())),
            command,
            new Provenance(null, null, List.of(Territory.source(naming.territory()))),
            List.of());
    Said<PartyRenamed> before = find(naming, left);
    if (before == null) {
      return draft;
    }
    left.remove(before);
    String otherwise =
        "The list has the name %s from %s on, not %s"
            .formatted(naming.name(), naming.on(), before.event().on());
    boolean isTold =
        before.event().on().text().equals(naming.on().text())
            || (!before.fromIntake() && mayBeSame(before, naming));
    return isTold ? new UnchangedRecord(draft) : corrected(draft, before, command, otherwise);
  }

  /** One of that name and year, or else one of that name. */
  private static @Nullable Said<PartyRenamed> find(Naming naming, List<Said<PartyRenamed>> left) {
    List<Said<PartyRenamed>> named =
        left.stream().filter(said -> AsRead.same(said.event().name(), naming.name())).toList();
    return named.stream()
        .filter(said -> mayBeSame(said, naming))
        .findFirst()
        .orElse(named.isEmpty() ? null : named.getFirst());
  }

  private static boolean mayBeSame(Said<PartyRenamed> said, Naming naming) {
    return EdtfSpan.of(said.event().on()).mayTouch(EdtfSpan.of(naming.on()));
  }

  private ParsedRecord retraction(ListedParty listed, Said<PartyRenamed> gone) {
    String reason =
        "The list no longer has the name %s from %s on"
            .formatted(gone.event().name(), gone.event().on());
    String party = listed.country().party().value();
    return new Draft(
        PartyKeys.retraction(party, gone.entry()),
        UnreadCorrection.retracting(gone.entry(), reason),
        new Provenance(null, reason, List.of(listed.country().source())),
        listed.country().origin(),
        List.of(reason),
        false);
  }

  /** One entry of all of them, corrected as the lists change. */
  private Optional<ParsedRecord> variants(
      ListedParty listed, Names names, List<Said<VariantNamesAdded>> before) {
    PartyId party = listed.country().party();
    Set<String> wanted = new TreeSet<>(names.variants());
    wanted.addAll(listed.country().namesSeen());
    wanted.add(listed.country().label());
    listed.aliases().forEach(alias -> wanted.addAll(alias.namesSeen()));
    listed.aliases().forEach(alias -> wanted.add(alias.id()));
    wanted.remove("");
    wanted.remove(territories.entry(listed).name());
    before.stream()
        .filter(said -> !said.fromIntake())
        .forEach(said -> wanted.removeAll(said.event().names()));
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    AddVariantNames command = new AddVariantNames(party, List.copyOf(wanted));
    Draft draft =
        draft(
            listed,
            PartyKeys.variants(party.value(), command.names()),
            command,
            territories.provenance(listed),
            names.doubts());
    return Optional.of(
        before.stream()
            .filter(Said::fromIntake)
            .findFirst()
            .<ParsedRecord>map(said -> variants(draft, said, command))
            .orElse(draft));
  }

  private ParsedRecord variants(
      Draft draft, Said<VariantNamesAdded> before, AddVariantNames command) {
    return before.event().names().equals(command.names())
        ? new UnchangedRecord(draft)
        : corrected(draft, before, command, "The lists call it otherwise");
  }

  private static Draft draft(
      ListedParty listed,
      String key,
      LedgerCommand command,
      Provenance provenance,
      List<String> flags) {
    return new Draft(
        key,
        command,
        provenance,
        "%s, %s".formatted(listed.country().origin(), listed.country().id()),
        flags,
        false);
  }

  /** In words, how the lists have a party otherwise than it is registered. */
  private static final class RegistrationDifferences {
    private final List<String> found = new ArrayList<>();

    /** Empty where they have it so. */
    static String between(PartyRegistered before, RegisterParty now) {
      RegistrationDifferences differences = new RegistrationDifferences();
      differences.field("codes", Set.copyOf(before.codes()), Set.copyOf(now.codes()));
      differences.field("existed", before.existed(), now.existed());
      differences.field("succeeds", Set.copyOf(before.succeeds()), Set.copyOf(now.succeeds()));
      return differences.found.isEmpty()
          ? ""
          : "The lists have it otherwise: " + String.join(", ", differences.found);
    }

    private void field(String name, @Nullable Object before, @Nullable Object now) {
      if (!Objects.equals(before, now)) {
        found.add("%s %s, not %s".formatted(name, now, before));
      }
    }
  }
}
