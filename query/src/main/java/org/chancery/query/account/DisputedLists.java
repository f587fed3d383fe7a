package org.chancery.query.account;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.query.AskedList;
import org.chancery.query.Groups;
import org.chancery.query.OfSubjects;
import org.chancery.query.Page;
import org.chancery.query.account.Accounts.Readings;
import org.chancery.query.account.DisputesView.Told;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Stretched;
import org.chancery.readmodel.Selection;
import org.chancery.readmodel.Selection.Through;
import org.chancery.readmodel.Version;
import org.chancery.shared.Subject;
import org.springframework.stereotype.Component;

/** Of what in lists and counts accounts differ, and what other accounts would put there. */
@Component
public final class DisputedLists {
  private static final String ROOT = "/api/";
  private static final int LOOKED_AT = 200;

  private final Accounts accounts;

  DisputedLists(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The page with what it tells of, and what its lists lack. */
  public <V> Page<V> told(Page<V> page) {
    List<String> subjects =
        subjects(page.items().stream()).map(Subject::toString).distinct().toList();
    Stream<String> lacking =
        page.asked().stream().flatMap(list -> ofOthersOnly(list, page.asOf())).map(ROOT::concat);
    return page.telling(
        Stream.of(page.disputed().stream(), among(subjects, page.asOf()).stream(), lacking)
            .flatMap(each -> each)
            .distinct()
            .sorted()
            .toList());
  }

  /** The addresses of those of the subjects of which accounts differ, in order. */
  public List<String> among(List<String> paths, AsOf asOf) {
    return addresses(accounts.differing(paths, asOf).keySet().stream());
  }

  private Stream<String> ofOthersOnly(AskedList list, AsOf asOf) {
    return differing(list, asOf).filter(each -> each.held() == 0).map(Differing::subject);
  }

  /** The groups with what is counted, or would be. */
  Groups told(Groups groups) {
    return groups.telling(
        addresses(differing(groups.asked(), groups.asOf()).map(Differing::subject)));
  }

  /**
   * A subject of which accounts differ, and that is in a list by some of them.
   *
   * @param accounts the positions of the entries that give them
   * @param held how many items of it the list has by the ones that are preferred
   * @param least how many by the account by which there are fewest
   * @param most how many by the one by which there are most
   */
  public record Differing(String subject, List<Long> accounts, long held, long least, long most) {

    private static Differing of(Readings<?> read, Listed by) {
      List<Long> counts = read.each().stream().map(each -> (long) by.kept(each).size()).toList();
      return new Differing(
          read.subject().toString(),
          read.accounts(),
          counts.getFirst(),
          Collections.min(counts),
          Collections.max(counts));
    }

    /** One of too many to be looked at: it may be such. */
    private static Differing unread(DisputesView disputed) {
      return new Differing(disputed.subject(), disputed.told().map(Told::entry).toList(), 0, 0, 1);
    }
  }

  /** A list, and whom items have as others by way of whom they are in it. */
  private record Listed(Selection selection, AsOf asOf, Map<FilterAttribute, Set<String>> beyond) {

    private static Listed of(Selection selection, AsOf asOf) {
      Through through = selection.through();
      return new Listed(
          selection,
          asOf,
          selection.attributes().stream()
              .filter(each -> through != null && through.attribute().equals(each.name()))
              .collect(
                  Collectors.toMap(
                      each -> each, each -> requireNonNull(through).having(each, asOf))));
    }

    <V> List<Version<V>> kept(List<Version<V>> versions) {
      return selection.kept(versions, asOf.on(), beyond);
    }
  }

  /** Those of a list, each taken by itself; of very many, the last are not looked at. */
  private Stream<Differing> differing(AskedList asked, AsOf asOf) {
    List<DisputesView> all = accounts.disputed(asked.model(), asOf);
    return Stream.concat(
        differing(asked, all.stream().limit(LOOKED_AT).toList(), asOf),
        all.stream().skip(LOOKED_AT).map(Differing::unread));
  }

  /** Those of a list, each taken by itself. */
  public Stream<Differing> allDiffering(AskedList asked, AsOf asOf) {
    return differing(asked, accounts.disputed(asked.model(), asOf), asOf);
  }

  /** Where there are none, nothing more is asked for. */
  private Stream<Differing> differing(AskedList asked, List<DisputesView> disputed, AsOf asOf) {
    if (disputed.isEmpty()) {
      return Stream.empty();
    }
    Listed list = Listed.of(asked.selection(), asOf);
    return disputed.stream()
        .map(each -> Differing.of(accounts.readings(each, asked.model(), asOf), list))
        .filter(each -> each.most() > 0);
  }

  /**
   * What the list has by the accounts that are preferred, and then with each other one in the place
   * of one of them.
   */
  public <V extends OfSubjects> List<List<V>> byEach(
      ReadModel<V> model, Selection selection, AsOf asOf) {
    Listed list = Listed.of(selection, asOf);
    List<V> preferred = model.histories(selection, asOf).stream().map(Stretched::view).toList();
    List<List<V>> each = new ArrayList<>(List.of(preferred));
    for (Readings<V> read : accounts.readings(model, asOf)) {
      List<V> others =
          preferred.stream()
              .filter(view -> view.subjects().noneMatch(read.subject()::equals))
              .toList();
      read.each().stream()
          .skip(1)
          .map(versions -> list.kept(versions).stream().map(Version::view))
          .map(views -> Stream.concat(others.stream(), views).toList())
          .forEach(each::add);
    }
    return each;
  }

  private static List<String> addresses(Stream<String> paths) {
    return paths.sorted().map(ROOT::concat).toList();
  }

  /** Whose facts are told. */
  static Stream<Subject> subjects(Stream<?> told) {
    return told.filter(OfSubjects.class::isInstance)
        .flatMap(each -> ((OfSubjects) each).subjects());
  }
}
