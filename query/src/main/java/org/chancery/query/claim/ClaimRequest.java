package org.chancery.query.claim;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A claim to be checked. Which fields it takes depends on what is claimed.
 *
 * @param claim what is claimed, one of {@link ClaimKind}
 * @param between two parties or two officials, of a contact
 * @param meeting the meeting that is meant, of a contact
 * @param trip the trip that is meant, of a first trip
 * @param since EDTF: after what the contact is the first
 * @param on EDTF: the day or days on which it was so
 * @param official of a trip or an office
 * @param country of a first trip; anywhere where left out
 * @param office of an office held, or that of the traveller
 * @param party of an office held; any where left out
 * @param subject the address of what is in a state
 * @param aspect of a pair: {@code status}, {@code relations} or {@code representation}
 * @param is the state that it is said to be in
 * @param list what is counted: one of the lists that can be counted
 * @param where by what it is filtered: dimensions of the list and their values
 * @param from EDTF: counts what overlaps the span from here
 * @param to EDTF: counts what overlaps the span to here
 * @param number how many there are said to be
 */
record ClaimRequest(
    @Nullable String claim,
    @Nullable List<String> between,
    @Nullable String meeting,
    @Nullable String trip,
    @Nullable String since,
    @Nullable String on,
    @Nullable String official,
    @Nullable String country,
    @Nullable String office,
    @Nullable String party,
    @Nullable String subject,
    @Nullable String aspect,
    @Nullable String is,
    @Nullable String list,
    @Nullable Map<String, String> where,
    @Nullable String from,
    @Nullable String to,
    @Nullable Long number) {

  /** What may be claimed. */
  enum ClaimKind {
    FIRST_CONTACT_SINCE,
    FIRST_TRIP,
    MET_ON,
    STATE_ON,
    HELD_OFFICE_ON,
    NUMBER_OF
  }
}
