package org.chancery.query.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.query.AskedList;
import org.chancery.query.Filter;
import org.chancery.query.ListParameters;
import org.chancery.query.account.DisputedLists;
import org.chancery.query.account.DisputedLists.Differing;
import org.chancery.query.claim.CheckedClaim.Verdict;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.party.PartyNames;
import org.chancery.query.trip.StopView;
import org.chancery.query.trip.TripView;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.readmodel.ReadModels;
import org.chancery.readmodel.Selection;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.claim.StatedClaim;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims of how many there are. The ledger may hold fewer than there were, and never more. */
@Component
final class CountClaims {
  private static final int CITED = 1_000;

  private static final Map<String, ReadModelSpec<?, ?>> LISTS =
      Map.of(
          "meetings", MeetingView.READ_MODEL,
          "trips", TripView.READ_MODEL,
          "stops", StopView.READ_MODEL);

  private final ReadModels models;
  private final PartyNames parties;
  private final OfficialNames officials;
  private final DisputedLists lists;

  CountClaims(ReadModels models, PartyNames parties, OfficialNames officials, DisputedLists lists) {
    this.models = models;
    this.parties = parties;
    this.officials = officials;
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
        new ListParameters(claim.from(), claim.to(), CITED, null)
            .selecting(name.equals("stops"), filters(claim, model.dimensions(), asOf));
    return checked(model, selection, claim.number(), asOf);
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
    Stream<Dimension> named = dimensions.stream().filter(each -> each.name().equals(name));
    return switch (name) {
      case "party", "country" -> parties.filter(name, value, asOf);
      case "official" -> officials.filter(name, value, asOf);
      default ->
          named
              .findFirst()
              .map(each -> Filter.of(new FilterAttribute(each.attribute(), value)))
              .orElseGet(
                  () ->
                      Filter.unknown(
                          "where/" + name,
                          RefusalCode.INVALID_FIELDS,
                          "must be one of "
                              + String.join(
                                  ", ", dimensions.stream().map(Dimension::name).toList()),
                          List.of()));
    };
  }

  /** As many as the preferred accounts have; by others there may be fewer, or more. */
  private <V> CheckedClaim checked(
      ReadModel<V> model, Selection selection, long claimed, AsOf asOf) {
    long counted = model.count(selection, asOf);
    List<Differing> open =
        lists
            .allDiffering(new AskedList(model, selection), asOf)
            .filter(each -> each.least() < each.most())
            .toList();
    long agreed = counted - open.stream().mapToLong(Differing::held).sum();
    long least = agreed + open.stream().mapToLong(Differing::least).sum();
    long most = agreed + open.stream().mapToLong(Differing::most).sum();
    List<Long> entries =
        Stream.concat(
                model.some(selection, asOf).stream().flatMap(CountClaims::entries),
                open.stream().flatMap(each -> each.accounts().stream()))
            .toList();
    String says =
        open.isEmpty()
            ? "%d are on record".formatted(counted)
            : "%d are on record, by other accounts from %d to %d".formatted(counted, least, most);
    String scope =
        "Counted was the list of %ss at position %d; at most %d of them are cited. What is not in this ledger is not counted."
            .formatted(model.name(), asOf.position(), CITED);
    if (least > claimed) {
      return CheckedClaim.of(Verdict.CONTRADICTED, List.of(), entries, says, scope);
    }
    if (!open.isEmpty() && claimed <= most) {
      return CheckedClaim.of(Verdict.UNDETERMINED, List.of(), entries, says, scope);
    }
    return counted == claimed
        ? CheckedClaim.of(Verdict.SUPPORTED, entries, List.of(), says, scope)
        : CheckedClaim.of(Verdict.NOT_ON_RECORD, entries, List.of(), says, scope);
  }

  private static Stream<Long> entries(Object view) {
    return switch (view) {
      case MeetingView meeting -> meeting.entries().stream();
      case TripView trip -> trip.entries().stream();
      case StopView stop -> stop.entries().stream();
      default -> Stream.empty();
    };
  }
}
