package org.chancery.query.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.query.Names;
import org.chancery.query.cited.NameBook;
import org.chancery.query.timeline.NameTemplates;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyEvent;
import org.springframework.stereotype.Component;

/** What subjects are called, with the names of a point in both times. */
@Component
final class Titles {
  private final NameBook book;

  Titles(NameBook book) {
    this.book = book;
  }

  /** The texts with names in place of the templates of names; who has none goes by the id. */
  List<String> of(List<String> templates, AsOf asOf) {
    List<Object> cited = new ArrayList<>();
    templates.forEach(template -> NameTemplates.filled(template, path -> cite(path, cited)));
    Names names = book.citedIn(cited, asOf);
    Map<String, String> called = new HashMap<>();
    names.parties().forEach((id, name) -> called.put(PartyEvent.CONCEPT + "/" + id, name));
    names.officials().forEach((id, name) -> called.put(OfficialEvent.CONCEPT + "/" + id, name));
    return templates.stream()
        .map(
            template ->
                NameTemplates.filled(
                    template, path -> called.getOrDefault(path, Subject.parse(path).id())))
        .toList();
  }

  private static String cite(String path, List<Object> cited) {
    Subject subject = Subject.parse(path);
    cited.add(
        subject.concept().equals(PartyEvent.CONCEPT)
            ? new PartyId(subject.id())
            : new OfficialId(subject.id()));
    return "";
  }
}
