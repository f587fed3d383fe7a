package org.chancery.room.audit;

import java.util.List;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.Shown.Cited;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Link;

/**
 * The page of why an answer was what it was.
 *
 * @param answer the page of the answer itself, as of the same point
 * @param says the answer in a sentence
 * @param steps the entries that led to it, with those that no longer stand
 * @param omitted what is said of steps that are not told; empty where all are
 * @param told all of it in sentences, one for each entry
 */
public record WhySheet(
    Sheet sheet,
    Link answer,
    String says,
    Cited entries,
    Grid steps,
    String omitted,
    List<String> told) {}
