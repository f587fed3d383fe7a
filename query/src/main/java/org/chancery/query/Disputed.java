package org.chancery.query;

import java.util.List;
import org.chancery.shared.provenance.Source;
import org.jspecify.annotations.Nullable;

/**
 * A fact of which accounts differ.
 *
 * @param subject the address of what it is a fact of
 * @param entry the position of the entry that told of it first
 * @param accounts in the order in which they were recorded; none is an average of others
 * @param differs the fields in which they differ
 */
public record Disputed(
    String subject, long entry, List<AccountOf> accounts, List<Difference> differs) {

  /**
   * What one source says of it.
   *
   * @param entry the position of the entry that says so
   * @param event the name of its event: sources may differ in what it was
   * @param followed true of the one that the answer follows
   * @param sources the documents that say so
   */
  public record AccountOf(long entry, String event, boolean followed, List<Source> sources) {}

  /**
   * A field that they tell differently.
   *
   * @param values one of each account, in their order
   */
  public record Difference(String field, List<Said> values) {}

  /**
   * What one account has in a field.
   *
   * @param entry the position of the entry that says so
   * @param value null where it says nothing
   */
  public record Said(long entry, @Nullable Object value) {}
}
