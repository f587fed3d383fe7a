package org.chancery.shared;

import org.jspecify.annotations.Nullable;

/**
 * A person who is known by name alone.
 *
 * @param name as the source writes it
 * @param title such as Prime Minister, where the source tells it apart from the name
 * @param party for whom they act
 */
public record NamedPerson(String name, @Nullable String title, @Nullable PartyId party)
    implements Person {

  /** Title and name. */
  @Override
  public String toString() {
    return title == null ? name : title + " " + name;
  }
}
