package org.chancery.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.Tabular.Piece;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.relationship.Pair;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The columns of a table of rows, by one rule for all lists. They follow from the type of the rows
 * and not from what is in them, so that all pages have the same.
 *
 * <ul>
 *   <li>A column goes by the name that its field has in JSON, and by both names with a dot between
 *       them where that is a field within another.
 *   <li>What there are several of stands in one cell, with a semicolon and a space between them. Of
 *       several things with fields each field has a column, and the nth in each is of the nth
 *       thing. A semicolon or backslash of a value has a backslash before it there.
 *   <li>Several of one of several, and what has fields of no fixed name, is JSON.
 *   <li>Beside the id of a party or an official its name stands, as {@code .name}.
 *   <li>A text in pieces is put together.
 * </ul>
 *
 * The dimensions of groups are fields by the names that the question gave them.
 */
final class Columns {
  private static final JsonMapper JSON = LedgerJson.mapper();
  private static final String BETWEEN = "; ";

  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final List<JsonNode> rows;

  private Columns(List<JsonNode> rows) {
    this.rows = rows;
  }

  /**
   * The table.
   *
   * @param type of the rows
   */
  static String table(ResolvableType type, Collection<?> rows, Names names) {
    List<JsonNode> read = rows.stream().<JsonNode>map(JSON::valueToTree).toList();
    Columns all = new Columns(read);
    all.add(type, List.of(), false);
    return CsvTable.of(
        List.copyOf(all.columns.keySet()),
        read.stream()
            .map(row -> all.columns.values().stream().map(column -> column.cell(row, names))));
  }

  /** Those of what is at the path; {@code several} where that is within one of several. */
  private void add(ResolvableType type, List<String> path, boolean several) {
    Class<?> raw = type.toClass();
    if (Collection.class.isAssignableFrom(raw)) {
      addSeveral(type.asCollection().getGeneric(0), path, several);
    } else if (raw == Map.class && type.getGeneric(1).toClass() == String.class) {
      rows.stream()
          .map(row -> row.at("/" + String.join("/", path)))
          .flatMap(map -> map.propertyNames().stream())
          .distinct()
          .forEach(name -> put(with(path, name), Object.class));
    } else if (isThing(raw)) {
      addParts(type, path, several);
    } else {
      put(path, several && raw == Pair.class ? Object.class : raw);
    }
  }

  private void addSeveral(ResolvableType item, List<String> path, boolean several) {
    Class<?> raw = item.toClass();
    if (!several && isThing(raw) && !Piece.class.isAssignableFrom(raw)) {
      add(item, path, true);
    } else {
      put(path, several ? Object.class : raw);
    }
  }

  /** True of what has fields, of all or of some of which it consists. */
  private static boolean isThing(Class<?> raw) {
    return !LedgerJson.isOneValue(raw) && !raw.isEnum() && (raw.isRecord() || raw.isSealed());
  }

  private void addParts(ResolvableType type, List<String> path, boolean several) {
    Class<?> raw = type.toClass();
    if (!raw.isRecord()) {
      for (Class<?> each : raw.getPermittedSubclasses()) {
        add(ResolvableType.forClass(each), path, several);
      }
      return;
    }
    for (RecordComponent part : raw.getRecordComponents()) {
      boolean within = part.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
      add(
          ResolvableType.forType(part.getGenericType(), type),
          within ? path : with(path, part.getName()),
          several);
    }
  }

  private static List<String> with(List<String> path, String name) {
    List<String> all = new ArrayList<>(path);
    all.add(name);
    return List.copyOf(all);
  }

  private void put(List<String> path, Class<?> of) {
    String head = String.join(".", path);
    columns.putIfAbsent(head, new Column(path, Piece.class.isAssignableFrom(of), (_, id) -> id));
    if (of == PartyId.class || of == Pair.class) {
      columns.putIfAbsent(
          head + ".name", new Column(path, false, (names, id) -> names.parties().get(id)));
    } else if (of == OfficialId.class) {
      columns.putIfAbsent(
          head + ".name", new Column(path, false, (names, id) -> names.officials().get(id)));
    }
  }

  /** What is told of a value, by the names that the answer has; null where nothing is. */
  private interface Told {
    @Nullable String of(Names names, String value);
  }

  /**
   * A column.
   *
   * @param path where its values are, field by field
   * @param pieces true where they are pieces of one text
   */
  private record Column(List<String> path, boolean pieces, Told told) {

    @Nullable Object cell(JsonNode row, Names names) {
      return cell(row, 0, false, value -> Objects.requireNonNullElse(told.of(names, value), ""));
    }

    private @Nullable String cell(
        JsonNode node, int depth, boolean several, UnaryOperator<String> telling) {
      if (depth == path.size()) {
        return several && node.isContainer() ? node.toString() : value(node, telling);
      }
      return node.isArray()
          ? joined(node.valueStream().map(each -> cell(each, depth, true, telling)))
          : cell(node.path(path.get(depth)), depth + 1, several, telling);
    }

    private @Nullable String value(JsonNode node, UnaryOperator<String> telling) {
      if (pieces) {
        return node.valueStream()
            .map(piece -> piece.path("text").asString(""))
            .collect(Collectors.joining());
      }
      if (node.isArray() && node.valueStream().noneMatch(JsonNode::isContainer)) {
        return joined(node.valueStream().map(each -> value(each, telling)));
      }
      return node.isContainer()
          ? node.toString()
          : node.isNull() || node.isMissingNode() ? null : telling.apply(node.asString());
    }

    private static String joined(Stream<@Nullable String> values) {
      return values
          .map(value -> value == null ? "" : value.replaceAll("[\\\\;]", "\\\\$0"))
          .collect(Collectors.joining(BETWEEN));
    }
  }
}
