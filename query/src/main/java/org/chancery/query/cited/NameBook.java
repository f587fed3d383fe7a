package org.chancery.query.cited;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.chancery.query.Names;
import org.chancery.query.official.OfficialView;
import org.chancery.query.party.PartyView;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Holding;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyEvent;
import org.springframework.stereotype.Component;

/**
 * What parties and officials are called at a point in both times. Names change seldom and are told
 * with every answer, so those that still hold are remembered until their model changes.
 */
@Component
public final class NameBook {
  private static final int REMEMBERED = 10_000;

  private final Volume<PartyView> parties;
  private final Volume<OfficialView> officials;

  NameBook(ReadModel<PartyView> parties, ReadModel<OfficialView> officials) {
    this.parties = new Volume<>(PartyEvent.CONCEPT, parties, PartyView::inWords);
    this.officials = new Volume<>(OfficialEvent.CONCEPT, officials, OfficialView::name);
  }

  /** The names of all whom the answer cites. */
  public Names citedIn(Object answer, AsOf asOf) {
    Cited cited = new Cited().in(answer);
    return new Names(parties.names(cited.parties, asOf), officials.names(cited.officials, asOf));
  }

  /** A name, and the edition of the model in which it was read. */
  private record Entry(String name, Holding<?> row, Object edition) {

    boolean holds(AsOf asOf, Object now) {
      return edition.equals(now) && row.isOpen() && row.holdsAt(asOf);
    }
  }

  /** One model's names. */
  private record Volume<V>(
      String concept, ReadModel<V> model, Function<V, String> name, Map<String, Entry> remembered) {

    Volume(String concept, ReadModel<V> model, Function<V, String> name) {
      this(
          concept,
          model,
          name,
          Caffeine.newBuilder().maximumSize(REMEMBERED).<String, Entry>build().asMap());
    }

    Map<String, String> names(Collection<String> ids, AsOf asOf) {
      Object edition = model.edition(); // before the rows: they are never newer than remembered
      Map<String, String> names = new TreeMap<>();
      List<String> others = new ArrayList<>();
      for (String id : ids) {
        Entry known = remembered.get(id);
        if (known != null && known.holds(asOf, edition)) {
          names.put(id, known.name());
        } else {
          others.add(id);
        }
      }
      read(others, asOf, edition, names);
      return names;
    }

    private void read(List<String> ids, AsOf asOf, Object edition, Map<String, String> names) {
      List<String> subjects = ids.stream().map(id -> concept + "/" + id).toList();
      for (Holding<V> row : model.holding(subjects, asOf)) {
        String id = row.subject().substring(concept.length() + 1);
        names.put(id, name.apply(row.view()));
        remembered.put(id, new Entry(name.apply(row.view()), row, edition));
      }
    }
  }
}
