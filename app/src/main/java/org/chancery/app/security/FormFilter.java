package org.chancery.app.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.chancery.app.web.HttpProblems;
import org.chancery.shared.Problem;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads forms, and nothing else that has parameters in its body. Tomcat would read them too, and
 * wait for each as long as something comes.
 */
final class FormFilter extends OncePerRequestFilter {
  private static final int LIMIT = 3_000_000;
  private final Predicate<HttpServletRequest> isForm;

  FormFilter(Predicate<HttpServletRequest> isForm) {
    this.isForm = isForm;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = String.valueOf(request.getContentType());
    if (!isForm.test(request)) {
      chain.doFilter(request, response);
    } else if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
      readFields(request, response, chain);
    } else if (!type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE) || areRead(request)) {
      chain.doFilter(request, response);
    } else {
      String detail = "a file has at most 64 MiB";
      HttpProblems.write(request, response, Problem.of(RequestCode.TOO_LARGE, detail));
    }
  }

  /** Tomcat keeps a file on the disk until the request is answered. */
  private static boolean areRead(HttpServletRequest request) throws IOException, ServletException {
    try {
      request.getParts();
      return true;
    } catch (IllegalStateException tooLarge) {
      return false;
    }
  }

  private static void readFields(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
    if (body.length > LIMIT) {
      String detail = "a form has at most %d bytes".formatted(LIMIT);
      HttpProblems.write(request, response, Problem.of(RequestCode.TOO_LARGE, detail));
      return;
    }
    Map<String, String[]> parameters;
    try {
      parameters = parameters(new String(body, US_ASCII));
    } catch (IllegalArgumentException undecodable) {
      String detail = "the form cannot be read";
      HttpProblems.write(request, response, Problem.of(RequestCode.UNREADABLE, detail));
      return;
    }
    chain.doFilter(new Read(request, parameters), response);
  }

  private static Map<String, String[]> parameters(String body) {
    Map<String, List<String>> read = new LinkedHashMap<>();
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        read.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>()).add(decoded(parts[1]));
      }
    }
    Map<String, String[]> all = new LinkedHashMap<>();
    read.forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
    return all;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  private static final class Read extends HttpServletRequestWrapper {
    private final Map<String, String[]> parameters;

    Read(HttpServletRequest request, Map<String, String[]> parameters) {
      super(request);
      this.parameters = parameters;
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = parameters.get(name);
      return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return parameters.get(name);
    }
  }
}
