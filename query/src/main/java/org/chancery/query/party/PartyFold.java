package org.chancery.query.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.party.PartyView.Called;
import org.chancery.query.party.PartyView.Extant;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.party.NameLifecycle;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyEvent.PartyRenamed;
import org.chancery.shared.party.PartyEvent.VariantNamesAdded;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.time.ReplaceLifecycle;
import org.chancery.shared.time.Step;
import org.chancery.shared.time.Stretch;
import org.jspecify.annotations.Nullable;

/** How a party's history reads. */
final class PartyFold {
  private final Recorded<PartyRegistered> registered;
  private final List<Long> entries = new ArrayList<>();
  private final List<Recorded<PartyRenamed>> renamed = new ArrayList<>();
  private final Set<String> variants = new LinkedHashSet<>();
  private Chronicle<String, String> names;

  private PartyFold(Recorded<PartyRegistered> registered) {
    this.registered = registered;
    this.names = Chronicle.of(new NameLifecycle(registered.event().name()));
  }

  static List<Version<PartyView>> versions(List<Recorded<PartyEvent>> history) {
    return history.stream()
        .flatMap(PartyFold::registration)
        .reduce((_, last) -> last)
        .map(registered -> new PartyFold(registered).over(history))
        .orElse(List.of());
  }

  private List<Version<PartyView>> over(List<Recorded<PartyEvent>> history) {
    history.forEach(this::take);
    return versions();
  }

  private static Stream<Recorded<PartyRegistered>> registration(Recorded<PartyEvent> recorded) {
    return recorded.event() instanceof PartyRegistered event
        ? Stream.of(new Recorded<>(recorded.position(), event))
        : Stream.empty();
  }

  private void take(Recorded<PartyEvent> recorded) {
    long position = recorded.position();
    entries.add(position);
    switch (recorded.event()) {
      case PartyRegistered _ -> {}
      case PartyRenamed event -> {
        renamed.add(new Recorded<>(position, event));
        names = names.accept(new Step<>(event.name(), event.on(), position));
      }
      case VariantNamesAdded event -> variants.addAll(event.names());
    }
  }

  /** Cut where its existence changes, or its name. */
  private List<Version<PartyView>> versions() {
    PartyRegistered party = registered.event();
    List<Stretch<Extant, Extant>> existence =
        existence(party.existed(), registered.position()).stretches();
    List<Stretch<String, String>> called = names.stretches();
    List<LocalDate> cuts =
        Stream.concat(existence.stream(), called.stream()).map(stretch -> stretch.from()).toList();
    return Days.cutAt(cuts).stream()
        .map(days -> version(days, holding(existence, days), holding(called, days)))
        .toList();
  }

  private static <T> List<T> holding(List<Stretch<T, T>> stretches, Days days) {
    return stretches.stream()
        .filter(stretch -> !days.from().isBefore(stretch.from()))
        .reduce((_, last) -> last)
        .orElseThrow()
        .states();
  }

  private Version<PartyView> version(Days days, List<Extant> extant, List<String> called) {
    PartyRegistered party = registered.event();
    return new Version<>(
        party.subject().toString(),
        days.from(),
        days.to(),
        party.party().value(),
        party.existed(),
        attributes(called),
        view(extant, called));
  }

  /** It exists from its first day to its last; the day after the last it is gone. */
  private static Chronicle<Extant, Extant> existence(@Nullable EdtfSpan existed, long entry) {
    if (existed == null) {
      return Chronicle.of(new ReplaceLifecycle<>(Extant.UNKNOWN));
    }
    Chronicle<Extant, Extant> chronicle =
        Chronicle.of(new ReplaceLifecycle<>(existed.start() == null ? Extant.YES : Extant.NO));
    if (existed.start() != null) {
      chronicle = chronicle.place(new Step<>(Extant.YES, existed.start(), entry));
    }
    if (existed.end() != null) {
      EdtfDate end = existed.end();
      EdtfDate gone =
          new EdtfDate(end.text(), Days.after(end.earliest()), Days.after(end.latest()));
      chronicle = chronicle.place(new Step<>(Extant.NO, gone, entry));
    }
    return chronicle;
  }

  private PartyView view(List<Extant> extant, List<String> called) {
    PartyRegistered party = registered.event();
    boolean isCertain = called.size() == 1;
    return new PartyView(
        party.party(),
        isCertain ? called.getFirst() : null,
        isCertain ? List.of() : called,
        party.kind(),
        party.codes(),
        party.existed(),
        extant.size() == 1 ? extant.getFirst() : Extant.INDETERMINATE,
        party.succeeds(),
        everCalled(),
        List.copyOf(variants),
        List.copyOf(entries));
  }

  private List<Called> everCalled() {
    List<Called> all = new ArrayList<>();
    all.add(new Called(registered.event().name(), null, null, List.of(registered.position())));
    names.steps().forEach(step -> all.add(called(step)));
    return List.copyOf(all);
  }

  private Called called(Step<String> step) {
    String reason =
        renamed.stream()
            .filter(each -> each.position() == step.entry())
            .map(each -> each.event().reason())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return new Called(step.what(), step.on(), reason, List.of(step.entry()));
  }

  /**
   * It is found by all that it was ever called, by whomever.
   *
   * @param called what it may be called on the day
   */
  private Set<FilterAttribute> attributes(List<String> called) {
    PartyRegistered party = registered.event();
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    attributes.add(FilterAttribute.of("kind", party.kind()));
    if (party.existed() != null) {
      attributes.add(Existences.RECORDED);
    }
    List<String> names =
        Stream.concat(everCalled().stream().map(Called::name), variants.stream())
            .distinct()
            .toList();
    attributes.addAll(PartyNames.attributes(party.party(), names));
    called.forEach(name -> attributes.add(PartyNames.calledThen(name)));
    party.codes().forEach(code -> attributes.add(new FilterAttribute("code", code)));
    party.succeeds().forEach(before -> attributes.add(Successors.of(before.value())));
    if (!party.succeeds().isEmpty()) {
      attributes.add(Successors.OF_ANY);
    }
    return attributes;
  }
}
