package org.chancery.room.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.room.question.Asked;
import org.chancery.room.question.PageParameter;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.Links;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a page.
 *
 * @param kind what the page is of, above its title; empty where the title says so
 * @param times null where nothing on the page is as of a point, as on a problem's
 * @param forms the same answer in other forms
 * @param citation null where there is nothing to cite
 * @param stops at which points in both times the answer changes; none where that is not looked for
 */
public record Sheet(
    String kind,
    String title,
    @Nullable TwoTimes times,
    List<Form> forms,
    @Nullable Citing citation,
    Links links,
    Stops stops) {

  /** The same answer in another form, for programs and tables. */
  public record Form(String href, String type, String name) {}

  /**
   * How the page is cited.
   *
   * @param address at which the same is shown at any later time
   * @param text a citation in words
   */
  public record Citing(String address, String text) {}

  /** The parameters that name the point in both times, as asked for. */
  public List<PageParameter> point() {
    return links.asOf().entrySet().stream()
        .map(each -> new PageParameter(each.getKey(), each.getValue()))
        .toList();
  }

  /** A page that answers a question, with the address of the answer for programs. */
  public static Sheet of(HttpServletRequest page, Asked asked, String kind, String title) {
    return of(page, asked, kind, title, false);
  }

  /** The same of a list that is of all days where no day is asked for. */
  public static Sheet ofAllDays(HttpServletRequest page, Asked asked, String kind, String title) {
    return of(page, asked, kind, title, true);
  }

  private static Sheet of(
      HttpServletRequest page, Asked asked, String kind, String title, boolean anyDay) {
    Links links = links(page);
    TwoTimes times = TwoTimes.of(page, asked, anyDay, links);
    String address = Links.address("/api" + page.getRequestURI(), PageParameter.of(page));
    Form json = new Form(address, "application/json", "JSON");
    Citing citing = citing(page, asked, title, times, anyDay);
    return new Sheet(kind, title, times, List.of(json), citing, links, Stops.NONE);
  }

  /** Links from a page: they lead to what stood at the point as of which it is asked. */
  public static Links links(HttpServletRequest page) {
    return new Links(TwoTimes.asked(page));
  }

  /** A page that answers nothing. */
  public static Sheet bare(String title) {
    return new Sheet("", title, null, List.of(), null, new Links(Map.of()), Stops.NONE);
  }

  /** The same with a further form. */
  public Sheet with(Form form) {
    return with(List.of(form));
  }

  /** The same with further forms. */
  public Sheet with(List<Form> further) {
    List<Form> all = new ArrayList<>(forms);
    all.addAll(further);
    return new Sheet(kind, title, times, List.copyOf(all), citation, links, stops);
  }

  /** The same without the form for programs, where a page is put together from several answers. */
  public Sheet withoutForms() {
    return new Sheet(kind, title, times, List.of(), citation, links, stops);
  }

  /** The same with the points at which the answer changes. */
  public Sheet changingAt(Stops points) {
    return new Sheet(kind, title, times, forms, citation, links, points);
  }

  private static Citing citing(
      HttpServletRequest page, Asked asked, String title, TwoTimes times, boolean anyDay) {
    boolean onADay = !anyDay || !times.on().isEmpty();
    List<PageParameter> point = new ArrayList<>(times.others());
    if (onADay) {
      point.add(new PageParameter("on", asked.on().toString()));
    }
    point.add(new PageParameter("knownAt", "position:" + asked.position()));
    String address = origin(page) + Links.address(page.getRequestURI(), point);
    String entries =
        asked.entries().stream().map(String::valueOf).collect(Collectors.joining(", "));
    String text =
        "Chancery, “%s”%s, as known at position %d; %s%s"
            .formatted(
                title,
                onADay ? ", as it was on " + DateWords.of(asked.on()) : "",
                asked.position(),
                entries.isEmpty() ? "" : "entries " + entries + "; ",
                address);
    return new Citing(address, text);
  }

  private static String origin(HttpServletRequest page) {
    String whole = page.getRequestURL().toString();
    return whole.substring(0, whole.length() - page.getRequestURI().length());
  }
}
