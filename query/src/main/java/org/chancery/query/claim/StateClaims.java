package org.chancery.query.claim;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.Filter;
import org.chancery.query.account.AccordingTo;
import org.chancery.query.account.Accounts;
import org.chancery.query.account.Following;
import org.chancery.query.catalog.ReadModelCatalog;
import org.chancery.query.claim.CheckedClaim.Verdict;
import org.chancery.query.entry.Addresses;
import org.chancery.query.relationship.RelationshipView;
import org.chancery.query.relationship.Relationships;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel.Stretched;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.readmodel.ReadModels;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.claim.StatedClaim;
import org.chancery.shared.concept.Concept;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.time.EdtfSpan;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Claims that something was in a state on a day. */
@Component
final class StateClaims {
  private static final TypeReference<List<Long>> POSITIONS = new TypeReference<>() {};
  private static final String INDETERMINATE = "indeterminate";
  private static final String UNKNOWN = "unknown";
  private static final String STATUS = "status";

  /** What a pair's aspects are called in its answer, with the field of each that is the state. */
  private static final Map<String, String> ASPECTS =
      Map.of(STATUS, "", "relations", "/diplomaticRelations", "representation", "/representation");

  /** What answers call it. */
  private static final List<String> STATES = List.of("state", STATUS, "level");

  private final JsonMapper json = LedgerJson.mapper();
  private final ReadModels models;
  private final Relationships relationships;
  private final Accounts accounts;
  private final Addresses addresses;

  StateClaims(
      ReadModels models, Relationships relationships, Accounts accounts, Addresses addresses) {
    this.models = models;
    this.relationships = relationships;
    this.accounts = accounts;
    this.addresses = addresses;
  }

  /**
   * Of a date it must be so on every day that it may be, of a span on all days. Where accounts
   * differ, it must be so by each of them.
   */
  CheckedClaim check(ClaimFields fields, AsOf asOf) {
    StatedClaim claim = fields.claim();
    EdtfSpan on = ClaimFields.span("on", claim.on());
    String is = ClaimFields.required("is", claim.is());
    ClaimFields.required("subject", claim.subject());
    Subject subject =
        Subject.parse(Objects.requireNonNull(addresses.subject(claim.subject(), asOf)));
    String aspect = aspect(claim, subject);
    if (on.firstDay() == null || on.lastDay() == null) {
      throw Filter.fault("on", "must have two ends");
    }
    Class<? extends Enum<?>> states =
        known(subject, aspect)
            .orElseThrow(() -> Filter.fault("subject", "is nothing that has a state"));
    Filter.attributes(Filter.choice("is", is, states));
    return CheckedClaim.byEach(
        accounts.each(subject, asOf).stream()
            .map(
                whose ->
                    checked(
                        states(subject, aspect, new ClaimedDays(on), whose, asOf),
                        is,
                        scope(subject, asOf)))
            .toList());
  }

  private static String aspect(StatedClaim claim, Subject subject) {
    String aspect = claim.aspect() == null ? STATUS : claim.aspect().strip();
    if (!ASPECTS.containsKey(aspect)) {
      throw Filter.fault("aspect", "must be one of " + String.join(", ", ASPECTS.keySet()));
    }
    if (!aspect.equals(STATUS) && !subject.concept().equals(RelationshipEvent.CONCEPT)) {
      throw Filter.fault("aspect", "is one of a relationship");
    }
    return aspect;
  }

  /** How it stood over each stretch of the days that are asked about. */
  private List<State> states(
      Subject subject, String aspect, ClaimedDays days, AccordingTo whose, AsOf asOf) {
    Following by = accounts.by(whose, asOf);
    if (subject.concept().equals(RelationshipEvent.CONCEPT)) {
      Pair pair = pair(subject);
      String part = ASPECTS.getOrDefault(aspect, "");
      Stream<LocalDate> changes =
          relationships.history(pair, by).stream()
              .flatMap(segment -> Stream.ofNullable(segment.from()));
      return each(
          days,
          changes,
          day -> state(relationships.of(pair, accounts.by(whose, at(asOf, day))), part));
    }
    List<Stretched<?>> history = new ArrayList<>();
    models(subject.concept()).forEach(spec -> history.addAll(by.history(models.of(spec), subject)));
    Stream<LocalDate> changes =
        history.stream().flatMap(stretch -> Stream.of(stretch.from(), stretch.to()));
    return each(days, changes, day -> state(history, day));
  }

  private static List<State> each(
      ClaimedDays days, Stream<LocalDate> changes, Function<LocalDate, State> stood) {
    return days.cutAt(changes).stream()
        .map(day -> stood.apply(day).on(days.surelyHave(day)))
        .toList();
  }

  private State state(List<Stretched<?>> history, LocalDate day) {
    return history.stream()
        .filter(stretch -> stretch.holdsOn(day))
        .<State>map(stretch -> state(stretch.view(), ""))
        .findFirst()
        .orElse(State.UNTOLD);
  }

  private static Pair pair(Subject subject) {
    List<PartyId> two = Stream.of(subject.id().split("/")).map(PartyId::new).toList();
    return new Pair(two.getFirst(), two.getLast());
  }

  /** The states that there are; none where what is asked of has no state. */
  private static Optional<Class<? extends Enum<?>>> known(Subject subject, String aspect) {
    Stream<Class<?>> views =
        subject.concept().equals(RelationshipEvent.CONCEPT)
            ? Stream.of(RelationshipView.class)
            : models(subject.concept()).map(ReadModelSpec::view);
    String part = ASPECTS.getOrDefault(aspect, "").replace("/", "");
    return views
        .flatMap(view -> part.isEmpty() ? Stream.of(view) : types(view, Set.of(part)))
        .flatMap(view -> types(view, STATES))
        .filter(Class::isEnum)
        .<Class<? extends Enum<?>>>map(StateClaims::choices)
        .findFirst();
  }

  private static Stream<Class<?>> types(Class<?> view, Collection<String> names) {
    return Stream.ofNullable(view.getRecordComponents())
        .flatMap(Arrays::stream)
        .filter(part -> names.contains(part.getName()))
        .map(RecordComponent::getType);
  }

  @SuppressWarnings("unchecked")
  private static Class<? extends Enum<?>> choices(Class<?> type) {
    return (Class<? extends Enum<?>>) type;
  }

  private static AsOf at(AsOf asOf, LocalDate day) {
    return new AsOf(day, asOf.knownAt(), asOf.position());
  }

  private static String scope(Subject subject, AsOf asOf) {
    return "Searched was what stands of /api/%s in this ledger at position %d."
        .formatted(subject, asOf.position());
  }

  /**
   * How something stands over a stretch of days.
   *
   * @param claimed whether the claim surely is of them
   */
  private record State(String is, List<String> between, List<Long> entries, boolean claimed) {
    static final State UNTOLD = new State(UNKNOWN, List.of(), List.of(), false);

    State on(boolean claimed) {
      return new State(is, between, entries, claimed);
    }

    boolean isTold() {
      return !is.equals(UNKNOWN);
    }

    boolean isSurely(String claimed) {
      return is.equalsIgnoreCase(claimed);
    }

    boolean isPerhaps(String claimed) {
      return !isTold()
          || isSurely(claimed)
          || between.contains(UNKNOWN)
          || between.stream().anyMatch(claimed::equalsIgnoreCase);
    }
  }

  private static CheckedClaim checked(List<State> states, String is, String scope) {
    List<Long> entries = states.stream().flatMap(each -> each.entries().stream()).toList();
    if (states.stream().noneMatch(State::isTold)) {
      return CheckedClaim.of(
          Verdict.NOT_ON_RECORD, List.of(), entries, "nothing on record tells of that day", scope);
    }
    String says = "by what is on record it was " + inOrder(states);
    if (states.stream().allMatch(each -> each.isSurely(is))) {
      return CheckedClaim.of(Verdict.SUPPORTED, entries, List.of(), says, scope);
    }
    boolean contradicted =
        states.stream().noneMatch(each -> each.isPerhaps(is))
            || states.stream().anyMatch(each -> each.claimed() && !each.isPerhaps(is));
    Verdict verdict = contradicted ? Verdict.CONTRADICTED : Verdict.UNDETERMINED;
    return CheckedClaim.of(verdict, List.of(), entries, says, scope);
  }

  private static String inOrder(List<State> states) {
    List<String> told = new ArrayList<>();
    for (State each : states) {
      if (told.isEmpty() || !told.getLast().equals(each.is())) {
        told.add(each.is());
      }
    }
    return String.join(", then ", told);
  }

  private static Stream<ReadModelSpec<?, ?>> models(String concept) {
    return Concept.ALL.stream()
        .filter(each -> each.name().equals(concept))
        .flatMap(
            each -> ReadModelCatalog.ALL.stream().filter(spec -> spec.event() == each.events()));
  }

  private State state(Object told, String part) {
    JsonNode view = json.valueToTree(told);
    JsonNode of = view.at(part);
    String is =
        STATES.stream()
            .map(of::path)
            .filter(JsonNode::isString)
            .map(JsonNode::asString)
            .findFirst()
            .orElse(UNKNOWN);
    List<String> between = new ArrayList<>();
    of.path("between").forEach(each -> between.add(each.asString()));
    JsonNode entries = of.path("entries").isArray() ? of.path("entries") : view.path("entries");
    return new State(is, is.equals(INDETERMINATE) ? between : List.of(), positions(entries), false);
  }

  private List<Long> positions(JsonNode entries) {
    return entries.isArray() ? json.convertValue(entries, POSITIONS) : List.of();
  }
}
