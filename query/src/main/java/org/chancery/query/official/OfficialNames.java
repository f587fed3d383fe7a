package org.chancery.query.official;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.query.Filter;
import org.chancery.query.name.Register;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.text.Nearest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds an official by id, or by the whole name where only one has it. */
@Component
public final class OfficialNames {
  private final Register<OfficialView> officials;

  OfficialNames(ReadModel<OfficialView> officials) {
    this.officials =
        new Register<>(
            "official",
            RefusalCode.UNKNOWN_OFFICIAL,
            OfficialEvent.CONCEPT,
            officials,
            official ->
                new Nearest.Known(
                    official.official().value(),
                    List.of(official.official().value(), official.name())));
  }

  /** By what an official of that name is found. */
  static Set<FilterAttribute> attributes(String name) {
    return Register.attributes(List.of(name));
  }

  /** By the official so named, who is at fault where nobody is. */
  public Filter filter(String parameter, @Nullable String text, AsOf asOf) {
    return text == null || text.isBlank()
        ? Filter.of()
        : find(text, asOf)
            .map(official -> Filter.of(new FilterAttribute(parameter, official.official().value())))
            .orElseGet(() -> officials.unknown(parameter, text, asOf));
  }

  /** By all of the officials so named. */
  public Filter filter(String parameter, @Nullable List<String> texts, AsOf asOf) {
    return texts == null
        ? Filter.of()
        : Filter.all(texts.stream().map(text -> filter(parameter, text, asOf)).toList());
  }

  /** By words of a name. */
  Filter named(@Nullable String words, AsOf asOf) {
    return officials.named(words, asOf);
  }

  /** The ids that may have been meant. */
  public List<String> near(String asked, AsOf asOf) {
    return officials.near(asked, asOf);
  }

  private Optional<OfficialView> find(String text, AsOf asOf) {
    return officials.byId(text, asOf).or(() -> only(officials.called(text, asOf)));
  }

  private static Optional<OfficialView> only(List<OfficialView> named) {
    return named.stream().map(OfficialView::official).distinct().count() == 1
        ? Optional.of(named.getFirst())
        : Optional.empty();
  }
}
