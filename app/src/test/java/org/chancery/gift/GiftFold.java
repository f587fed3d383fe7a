package org.chancery.gift;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.gift.GiftEvent.GiftGiven;
import org.chancery.gift.GiftEvent.GiftReturned;
import org.chancery.gift.GiftView.GiftStatus;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** How a gift's history reads. */
final class GiftFold {
  private final List<Long> entries = new ArrayList<>();
  private @Nullable GiftGiven given;
  private @Nullable EdtfDate returned;

  private GiftFold() {}

  static List<Version<GiftView>> versions(List<Recorded<GiftEvent>> history) {
    GiftFold fold = new GiftFold();
    history.forEach(fold::take);
    return fold.given == null ? List.of() : fold.versions(fold.given);
  }

  private void take(Recorded<GiftEvent> recorded) {
    entries.add(recorded.position());
    switch (recorded.event()) {
      case GiftGiven event -> given = event;
      case GiftReturned event -> returned = event.on();
    }
  }

  private List<Version<GiftView>> versions(GiftGiven gift) {
    List<LocalDate> cuts =
        Stream.concat(Stream.of(gift.on()), Stream.ofNullable(returned))
            .flatMap(date -> Stream.of(date.earliest(), date.latest()))
            .toList();
    return Days.cutAt(cuts).stream()
        .filter(days -> !days.from().isBefore(gift.on().earliest()))
        .map(days -> version(gift, days))
        .toList();
  }

  private Version<GiftView> version(GiftGiven gift, Days days) {
    GiftView view =
        new GiftView(
            gift.gift(),
            gift.giver(),
            gift.receiver(),
            gift.what(),
            status(gift, days.from()),
            gift.on(),
            returned,
            List.copyOf(entries));
    return new Version<>(
        gift.subject().toString(),
        days.from(),
        days.to(),
        Days.inOrder(gift.on().earliest()),
        new EdtfSpan(gift.on() + "/..", gift.on(), returned),
        Set.of(
            new FilterAttribute("party", gift.giver().value()),
            new FilterAttribute("party", gift.receiver().value())),
        view);
  }

  private GiftStatus status(GiftGiven gift, LocalDate day) {
    EdtfDate back = returned;
    if (back != null && !day.isBefore(back.latest())) {
      return GiftStatus.RETURNED;
    }
    boolean sure =
        !day.isBefore(gift.on().latest()) && (back == null || day.isBefore(back.earliest()));
    return sure ? GiftStatus.KEPT : GiftStatus.INDETERMINATE;
  }
}
