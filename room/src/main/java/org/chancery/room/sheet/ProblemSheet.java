package org.chancery.room.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown.Cited;
import org.chancery.room.value.Shown.Link;
import org.chancery.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A problem as a page, for who looks with a browser.
 *
 * @param near pages that may have been meant
 */
public record ProblemSheet(Sheet sheet, Problem problem, Cited entries, List<Link> near) {
  private static final Pattern OF_PROGRAMS =
      Pattern.compile("/(?:api|actuator|checkpoint|tile|verify)(?:/.*)?");

  /** True of a request that asks for a page, and not for data. */
  public static boolean isFor(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return !OF_PROGRAMS.matcher(path).matches() && accepts(request.getHeader(HttpHeaders.ACCEPT));
  }

  private static boolean accepts(@Nullable String accepted) {
    try {
      return accepted != null
          && MediaType.parseMediaTypes(accepted).stream()
              .anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }

  /** The page. */
  public static String of(HttpServletRequest request, Problem problem) {
    Links links = Sheet.links(request);
    String path = request.getRequestURI();
    String parent = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    List<Link> near = new ArrayList<>();
    if (problem.status() == 404 && !parent.isEmpty()) {
      for (String name : problem.suggestions()) {
        near.add(
            name.startsWith("/api/")
                ? new Link(links.ofAddress(name), name.substring("/api/".length()))
                : new Link(parent + links.to(name), name));
      }
    }
    Sheet sheet = Sheet.bare(problem.title());
    return Press.text(
        "problem", new ProblemSheet(sheet, problem, links.cited(problem.entries()), near));
  }
}
