package org.chancery.query.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.query.AskedList;
import org.chancery.query.BeginParameters;
import org.chancery.query.Filter;
import org.chancery.query.ListParameters;
import org.chancery.query.account.DisputedLists;
import org.chancery.query.account.DisputedLists.Differing;
import org.chancery.query.claim.CheckedClaim.Verdict;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.query.name.Vocabulary;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.party.PartyNames;
import org.chancery.query.trip.StopView;
import org.chancery.query.trip.TripStatus;
import org.chancery.query.trip.TripView;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.readmodel.ReadModels;
import org.chancery.readmodel.Selection;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.claim.StatedClaim;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims of how many there are. The ledger may hold fewer than there were, and never more. */
@Component
final class CountClaims {
  private static final int CITED = 1_000;
  private static final String STATUS = "status";

  private static final Map<String, ReadModelSpec<?, ?>> LISTS =
      Map.of(
          "meetings", MeetingView.READ_MODEL,
          "trips", TripView.READ_MODEL,
          "stops", StopView.READ_MODEL);

  private final ReadModels models;
  private final PartyNames parties;
  private final OfficialNames officials;
  private final Vocabulary vocabulary;
  private final DisputedLists lists;

  CountClaims(
      ReadModels models,
      PartyNames parties,
      OfficialNames officials,
      Vocabulary vocabulary,
      DisputedLists lists) {
    this.models = models;
    this.parties = parties;
    this.officials = officials;
    this.vocabulary = vocabulary;
    this.lists = lists;
  }

  CheckedClaim check(ClaimFields fields, AsOf asOf) {
    StatedClaim claim = fields.claim();
    String list = ClaimFields.required("list", claim.list());
    Filter.attributes(Filter.choice("list", list, LISTS.keySet()));
    String name = list.strip().toLowerCase(Locale.ROOT);
    if (claim.number() == null || claim.number() < 0) {
      throw Filter.fault("number", "must be how many there are said to be");
    }
    ReadModel<?> model = models.of(Objects.requireNonNull(LISTS.get(name)));
    Selection selection =
        new ListParameters(claim.from(), claim.to(), null, null)
            .selecting(name.equals("stops"), filters(claim, model.dimensions(), asOf));
    return checked(model, selection.whole(), claim.number(), asOf);
  }

  private Filter[] filters(StatedClaim claim, List<Dimension> dimensions, AsOf asOf) {
    Map<String, String> where = claim.where() == null ? Map.of() : claim.where();
    List<Filter> filters = new ArrayList<>();
    where.forEach((name, value) -> filters.add(filter(name, value, dimensions, asOf)));
    return filters.toArray(Filter[]::new);
  }

  private Filter filter(
      String name, @Nullable String value, List<Dimension> dimensions, AsOf asOf) {
    if (value == null || value.isBlank()) {
      throw Filter.fault("where/" + name, "must have a value");
    }
    List<String> known = dimensions.stream().map(Dimension::name).toList();
    if (!known.contains(name)) {
      return Filter.unknown(
          "where/" + name,
          RefusalCode.INVALID_FIELDS,
          "must be one of " + String.join(", ", known),
          List.of());
    }
    return switch (name) {
      case "party", "country" -> parties.filter(name, value, asOf);
      case "official" -> officials.filter(name, value, asOf);
      case FilterAttribute.YEAR -> new BeginParameters(value, null).filter();
      case FilterAttribute.MONTH -> new BeginParameters(null, value).filter();
      case "format" -> Filter.choice(name, value, MeetingFormat.class);
      case STATUS ->
          Filter.choice(
              name, value, known.contains("format") ? MeetingStatus.class : TripStatus.class);
      default -> vocabulary.filter(name, value, asOf);
    };
  }

  /**
   * As many as the preferred accounts have; by others there may be fewer, or more. Those that may
   * not have been, or not then, are on the list all the same, and count against no claim. That none
   * is on record is no sign that there was none.
   */
  private <V> CheckedClaim checked(
      ReadModel<V> model, Selection selection, long claimed, AsOf asOf) {
    List<Item> items = model.some(selection, asOf).stream().map(Item::of).toList();
    List<Differing> open =
        lists
            .allDiffering(new AskedList(model, selection), asOf)
            .filter(each -> each.least() < each.most())
            .toList();
    Set<String> disputed = open.stream().map(Differing::subject).collect(Collectors.toSet());
    List<Item> agreed =
        items.stream().filter(each -> !disputed.contains(each.subject().toString())).toList();
    long unsure = agreed.stream().filter(each -> !each.isSure(selection)).count();
    long least = agreed.size() - unsure + open.stream().mapToLong(Differing::least).sum();
    long most = agreed.size() + open.stream().mapToLong(Differing::most).sum();
    List<Long> entries =
        Stream.concat(
                items.stream().limit(CITED).flatMap(each -> each.entries().stream()),
                open.stream().flatMap(each -> each.accounts().stream()))
            .toList();
    String says =
        "%d are on record".formatted(items.size())
            + (unsure == 0 ? "" : ", of which %d may not have been, or not then".formatted(unsure))
            + (open.isEmpty() ? "" : ", by other accounts from %d to %d".formatted(least, most));
    String scope =
        "Counted was the list of %ss at position %d; at most %d of them are cited. What is not in this ledger is not counted."
            .formatted(model.name(), asOf.position(), CITED);
    Verdict verdict = verdict(least, most, claimed);
    return switch (verdict) {
      case SUPPORTED, NOT_ON_RECORD -> CheckedClaim.of(verdict, entries, List.of(), says, scope);
      case CONTRADICTED, UNDETERMINED -> CheckedClaim.of(verdict, List.of(), entries, says, scope);
    };
  }

  private static Verdict verdict(long least, long most, long claimed) {
    if (least > claimed) {
      return Verdict.CONTRADICTED;
    }
    if (claimed > most || most == 0) {
      return Verdict.NOT_ON_RECORD;
    }
    return least == most ? Verdict.SUPPORTED : Verdict.UNDETERMINED;
  }

  /**
   * What is counted.
   *
   * @param took whether it is on record as held, or as having taken place
   */
  private record Item(Subject subject, boolean took, List<EdtfSpan> dates, List<Long> entries) {

    static Item of(Object view) {
      return switch (view) {
        case MeetingView meeting ->
            new Item(
                meeting.subject(),
                meeting.status() == MeetingStatus.HELD,
                List.of(meeting.date()),
                meeting.entries());
        case TripView trip ->
            new Item(
                trip.subject(),
                trip.status() == TripStatus.TOOK_PLACE,
                trip.stops().stream().map(TripView.Stay::dates).toList(),
                trip.entries());
        case StopView stop ->
            new Item(
                stop.trip().subject(),
                stop.status() == TripStatus.TOOK_PLACE,
                List.of(stop.dates()),
                stop.entries());
        default -> throw new IllegalArgumentException(view.getClass().getName());
      };
    }

    /** True where it surely was, unless another status is asked for, and within the days asked. */
    boolean isSure(Selection asked) {
      boolean anyStatus = asked.attributes().stream().noneMatch(each -> each.name().equals(STATUS));
      boolean anyDays = asked.from() == null && asked.to() == null;
      return (took || !anyStatus)
          && (anyDays || dates.stream().anyMatch(each -> surelyTouches(each, asked)));
    }

    private static boolean surelyTouches(EdtfSpan dates, Selection asked) {
      LocalDate first = asked.from() == null ? EdtfSpan.BEGINNING : asked.from();
      LocalDate last = asked.to() == null ? EdtfSpan.END : asked.to();
      boolean within = !dates.earliest().isBefore(first) && !dates.latest().isAfter(last);
      boolean lasts = !dates.begunBy().isAfter(dates.lastsTo());
      return within
          || (lasts && !dates.begunBy().isAfter(last) && !dates.lastsTo().isBefore(first));
    }
  }
}
