package org.chancery.query.asof;

import java.util.ArrayList;
import java.util.List;

/** A selection as of a point in both times, as SQL: the one place that turns an as-of into SQL. */
final class Query {
  private final StringBuilder where = new StringBuilder("known_from <= ? and known_to > ?");
  private final List<Object> params = new ArrayList<>();
  private final Selection selection;

  Query(Selection selection, AsOf asOf) {
    this.selection = selection;
    params.add(asOf.position());
    params.add(asOf.position());
    if (!selection.anyDay()) {
      and("valid_from <= ? and valid_to > ?", asOf.on(), asOf.on());
    }
    for (Facet facet : selection.facets()) {
      and("facets like ? escape '!'", facet.pattern());
    }
    // What has no day of its own is a state, which lasts as long as its version does.
    if (selection.from() != null) {
      and("(last_day is null or last_day >= ?)", selection.from());
    }
    if (selection.to() != null) {
      and("(first_day is null or first_day <= ?)", selection.to());
    }
  }

  private void and(String condition, Object... values) {
    where.append(" and ").append(condition);
    params.addAll(List.of(values));
  }

  String count(String table) {
    return "select count(*) from %s where %s".formatted(table, where);
  }

  Object[] conditionParams() {
    return params.toArray();
  }

  String subjects(String table) {
    return "select distinct subject from %s where %s".formatted(table, where);
  }

  String stretches(String table) {
    return "select valid_from, valid_to, body from %s where %s order by sort_key, subject, valid_from"
        .formatted(table, where);
  }

  String page(String table) {
    String after = selection.after() == null ? "" : " and (sort_key, subject) > (?, ?)";
    return "select sort_key, subject, body from %s where %s%s order by sort_key, subject limit ?"
        .formatted(table, where, after);
  }

  Object[] pageParams() {
    List<Object> all = new ArrayList<>(params);
    if (selection.after() != null) {
      all.add(selection.after().order());
      all.add(selection.after().subject());
    }
    all.add(selection.limit() + 1);
    return all.toArray();
  }
}
