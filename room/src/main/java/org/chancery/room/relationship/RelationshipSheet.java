package org.chancery.room.relationship;

import java.util.List;
import org.chancery.room.concept.ConceptSheet.Dispute;
import org.chancery.room.concept.Evidence;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.Shown.Cited;
import org.chancery.room.value.Shown.Field;
import org.chancery.room.value.Shown.Grid;

/**
 * The page of two parties.
 *
 * @param lead how they stand on the day, in a sentence
 * @param alone by whose account alone they are told of; empty where by those that answers follow
 * @param overlay what was known earlier, where that is asked for
 * @param history the same as the picture, as a table
 * @param tables what else there is between them
 */
public record RelationshipSheet(
    Sheet sheet,
    String lead,
    String alone,
    Cited entries,
    List<Field> fields,
    Lanes lanes,
    Overlay overlay,
    Grid history,
    List<Dispute> disputes,
    List<Grid> tables,
    Evidence evidence) {}
