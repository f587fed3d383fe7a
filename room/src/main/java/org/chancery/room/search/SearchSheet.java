package org.chancery.room.search;

import java.util.List;
import org.chancery.room.question.PageParameter;
import org.chancery.room.sheet.Paging;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.Shown.Cited;
import org.chancery.room.value.Shown.Link;

/**
 * What is found, or the form alone where nothing is asked yet.
 *
 * @param q the words asked for, as they were; empty where none were
 * @param kept the parameters that a further question keeps
 * @param told in words how much is found, and what that does not say
 * @param narrowed by what it is, each with the address of all that is found without that
 * @param table what is found for programs and spreadsheets; without an address where nothing is
 */
public record SearchSheet(
    Sheet sheet,
    String q,
    List<PageParameter> kept,
    String told,
    List<Respelt> respelt,
    List<Link> narrowed,
    List<Hit> hits,
    List<Group> groups,
    Paging paging,
    Link table) {

  /** A word that is nowhere on record, and those for which this is shown. */
  public record Respelt(String word, String as) {}

  /**
   * A subject that is found.
   *
   * @param about what it is, and when where that is on record
   */
  public record Hit(
      String href, List<Piece> title, String about, List<Piece> snippet, Cited entries) {}

  /** A piece of a text, marked where it is one of the words asked for. */
  public record Piece(String text, boolean marked) {}

  /**
   * How many of what is found there are of each.
   *
   * @param id by which the page tells it from the others
   * @param hint what it counts; empty where the name says so
   * @param more those beyond the first few
   * @param besides how many are not told, in words; empty where all are
   */
  public record Group(
      String id, String name, String hint, List<Part> first, List<Part> more, String besides) {}

  /**
   * Some of what is found.
   *
   * @param href where it is found alone; empty where all that is found is of it
   */
  public record Part(String href, String name, String count) {}
}
