package org.chancery.query.party;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.journal.text.Utf8;
import org.chancery.query.Filter;
import org.chancery.query.ListParameters;
import org.chancery.query.name.Register;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Stretched;
import org.chancery.readmodel.Selection;
import org.chancery.shared.PartyId;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.text.Nearest;
import org.chancery.shared.text.TextForm;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds a party by its id, one of its codes, a name that it has or had, or one that it commonly
 * goes by on the day; in any case, by what is known at the point asked for.
 */
@Component
public final class PartyNames {
  private static final int NOT_FOUND = 404;

  private final ReadModel<PartyView> model;
  private final Register<PartyView> parties;

  PartyNames(ReadModel<PartyView> parties) {
    this.model = parties;
    this.parties =
        new Register<>(
            "party",
            RefusalCode.UNKNOWN_PARTY,
            PartyEvent.CONCEPT,
            parties,
            party -> new Nearest.Known(party.party().value(), all(party)));
  }

  private static List<String> all(PartyView party) {
    List<String> names = new ArrayList<>(List.of(party.party().value()));
    party.called().forEach(called -> names.add(called.name()));
    names.addAll(party.variantNames());
    names.addAll(party.codes());
    names.addAll(CommonNames.of(party.party()));
    return names;
  }

  /** By what a party of that id is found that was ever called so. */
  static Set<FilterAttribute> attributes(PartyId party, List<String> names) {
    Set<FilterAttribute> attributes = Register.attributes(names);
    Register.attributes(CommonNames.of(party)).stream()
        .filter(Register::isWord)
        .forEach(attributes::add);
    return attributes;
  }

  /** What a party has on the days on which it may be called so. */
  static FilterAttribute calledThen(String name) {
    return new FilterAttribute("called-then", TextForm.key(name));
  }

  /** The days on which a party may go by the name. */
  private record When(LocalDate first, LocalDate last) {

    /** The day asked about; all days where none is. */
    static When of(AsOf asOf) {
      return asOf.on().equals(EdtfSpan.BEGINNING)
          ? new When(asOf.on(), EdtfSpan.END)
          : new When(asOf.on(), asOf.on());
    }

    static When of(AsOf asOf, ListParameters list) {
      LocalDate first = list.first();
      LocalDate last = list.last();
      return first == null && last == null
          ? of(asOf)
          : new When(
              first == null ? EdtfSpan.BEGINNING : first, last == null ? EdtfSpan.END : last);
    }
  }

  /** By the party so named on the day; at fault where there is none. */
  public Filter filter(String parameter, @Nullable String text, AsOf asOf) {
    return filter(parameter, text, asOf, When.of(asOf));
  }

  /** The same on some day of the span that is asked for. */
  public Filter filter(String parameter, @Nullable String text, AsOf asOf, ListParameters list) {
    return filter(parameter, text, asOf, When.of(asOf, list));
  }

  /** By all of the parties so named. */
  public Filter filter(
      String parameter, @Nullable List<String> texts, AsOf asOf, ListParameters list) {
    When when = When.of(asOf, list);
    return texts == null
        ? Filter.of()
        : Filter.all(texts.stream().map(text -> filter(parameter, text, asOf, when)).toList());
  }

  private Filter filter(String parameter, @Nullable String text, AsOf asOf, When when) {
    return text == null || text.isBlank()
        ? Filter.of()
        : find(text, asOf, when)
            .map(party -> Filter.of(new FilterAttribute(parameter, party.party().value())))
            .orElseGet(() -> unknown(parameter, text, asOf));
  }

  private Filter unknown(String parameter, String text, AsOf asOf) {
    List<CommonNames.CommonName> others = commonly(text, asOf).toList();
    Filter unknown = parties.unknown(parameter, text, asOf);
    return others.isEmpty()
        ? unknown
        : Filter.unknown(
            parameter,
            RefusalCode.UNKNOWN_PARTY,
            "%s; %s".formatted(unknown.faults().getFirst().message(), others.getFirst()),
            others.stream().map(name -> name.party().value()).distinct().toList());
  }

  /** By what the party goes in common usage, beside the names that entries give it. */
  public static List<String> commonly(PartyId party) {
    return CommonNames.of(party);
  }

  /** The ids that may have been meant. */
  public List<String> near(String asked, AsOf asOf) {
    return Stream.concat(
            commonly(asked, asOf).map(name -> name.party().value()),
            parties.near(asked, asOf).stream())
        .distinct()
        .toList();
  }

  /** By words of a name. */
  Filter named(@Nullable String words, AsOf asOf) {
    return parties.named(words, asOf);
  }

  /** The id of the party so named; the text in lower case where there is none. */
  public String idNamed(String text, AsOf asOf) {
    return find(text, asOf, When.of(asOf))
        .map(party -> party.party().value())
        .orElseGet(() -> text.toLowerCase(Locale.ROOT));
  }

  private Optional<PartyView> find(String text, AsOf asOf, When when) {
    String key = TextForm.key(text);
    return parties
        .byId(text, asOf)
        .or(() -> parties.byId(key, asOf))
        .or(() -> byCode(text, asOf))
        .or(() -> byCode(key, asOf))
        .or(() -> only(calledNow(text, asOf, when)))
        .or(() -> only(calledThen(text, asOf, when)))
        .or(() -> only(commonly(text, asOf, when)));
  }

  private Optional<PartyView> byCode(String text, AsOf asOf) {
    return parties.having(new FilterAttribute("code", text), asOf).stream().findFirst();
  }

  private static Optional<PartyView> only(List<PartyView> named) {
    return named.stream().map(PartyView::party).distinct().count() == 1
        ? Optional.of(named.getFirst())
        : Optional.empty();
  }

  /** A source may call a party by a name of other days: these bound it, where they are known. */
  private List<PartyView> calledNow(String text, AsOf asOf, When when) {
    return parties.called(text, asOf).stream()
        .filter(party -> isNamed(party, text) || !isOfOtherDays(party, text, when))
        .toList();
  }

  private static boolean isNamed(PartyView party, String text) {
    return party.name() != null && TextForm.areAlike(party.name(), text);
  }

  private static boolean isOfOtherDays(PartyView party, String text, When when) {
    List<CommonNames.CommonName> dated =
        CommonNames.of(text).stream().filter(name -> name.party().equals(party.party())).toList();
    return !dated.isEmpty()
        && dated.stream().noneMatch(name -> name.isUsedWithin(when.first(), when.last()));
  }

  /** Of those who were ever called so, who were on some of the days. */
  private List<PartyView> calledThen(String text, AsOf asOf, When when) {
    FilterAttribute name = calledThen(text);
    return name.value().isEmpty()
        ? List.of()
        : model.histories(Selection.anyDay(Set.of(name)), asOf).stream()
            .filter(stretch -> !stretch.from().isAfter(when.last()))
            .filter(stretch -> stretch.to().isAfter(when.first()))
            .map(Stretched::view)
            .toList();
  }

  private List<PartyView> commonly(String text, AsOf asOf, When when) {
    return commonly(text, asOf)
        .filter(name -> name.isUsedWithin(when.first(), when.last()))
        .flatMap(name -> parties.byId(name.party().value(), asOf).stream())
        .toList();
  }

  /** Of the parties that are registered. */
  private Stream<CommonNames.CommonName> commonly(String text, AsOf asOf) {
    return CommonNames.of(text).stream()
        .filter(name -> parties.byId(name.party().value(), asOf).isPresent());
  }

  /** The party so named, as far as it is registered by then; fails as UNKNOWN_PARTY where not. */
  public PartyId registered(String text, AsOf asOf) {
    return find(text, asOf, When.of(asOf))
        .map(PartyView::party)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                            RefusalCode.UNKNOWN_PARTY,
                            Filter.unknownAt("party", text, asOf.position()))
                        .at(NOT_FOUND)
                        .suggesting(near(text, asOf))));
  }

  /**
   * Names that parties go by in sources and in common usage, beside those that entries give them.
   * The resource {@code common-names.csv} has them, each with its source. They serve questions
   * alone: what is recorded names a party by its id or code.
   */
  static final class CommonNames {
    private static final List<CommonName> ALL = read();
    private static final Map<String, List<CommonName>> BY_KEY =
        ALL.stream().collect(Collectors.groupingBy(name -> TextForm.key(name.name())));

    private CommonNames() {}

    /**
     * A name that a party goes by.
     *
     * @param from the first day on which it does, or null where it always did
     * @param to the last day, or null where it still does
     */
    record CommonName(
        String name, PartyId party, @Nullable LocalDate from, @Nullable LocalDate to) {

      /** True where the party goes by it on some day from the first to the last, both included. */
      boolean isUsedWithin(LocalDate first, LocalDate last) {
        return (from == null || !last.isBefore(from)) && (to == null || !first.isAfter(to));
      }

      @Override
      public String toString() {
        return "'%s' is %s%s%s"
            .formatted(
                name, party, from == null ? "" : " from " + from, to == null ? "" : " to " + to);
      }
    }

    /** What goes by the name, however it is spaced, accented and dotted. */
    static List<CommonName> of(String name) {
      return BY_KEY.getOrDefault(TextForm.key(name), List.of());
    }

    /** By what else a party goes. */
    static List<String> of(PartyId party) {
      return ALL.stream().filter(name -> name.party().equals(party)).map(CommonName::name).toList();
    }

    private static List<CommonName> read() {
      try (InputStream csv = CommonNames.class.getResourceAsStream("common-names.csv")) {
        return Utf8.decode(Objects.requireNonNull(csv).readAllBytes())
            .lines()
            .skip(1)
            .map(line -> line.split(",", 5))
            .map(row -> new CommonName(row[0], new PartyId(row[1]), day(row[2]), day(row[3])))
            .toList();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    private static @Nullable LocalDate day(String text) {
      return text.isEmpty() ? null : LocalDate.parse(text);
    }
  }
}
