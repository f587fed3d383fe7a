package org.chancery.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponents;

/**
 * Writes every list as CSV for who accepts it: its rows by the rule of {@link Columns}, and in
 * headers what the page says beside them. {@code Link} leads to the next page of the table.
 */
@Component
public final class TableForm extends AbstractGenericHttpMessageConverter<Tabular<?>> {
  /** The parameter by which a form is asked for where nobody can say what is accepted. */
  public static final String PARAMETER = "as";

  /** What it may ask for. */
  public static final List<String> CHOICES = List.of("json", "csv");

  TableForm() {
    super(MediaType.parseMediaType(CsvTable.TYPE));
  }

  @Override
  protected boolean supports(Class<?> type) {
    return Tabular.class.isAssignableFrom(type);
  }

  @Override
  public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType media) {
    return false;
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType media) {
    return false;
  }

  @Override
  public Tabular<?> read(Type type, @Nullable Class<?> context, HttpInputMessage message) {
    throw new HttpMessageNotReadableException("a table is only written", message);
  }

  @Override
  protected Tabular<?> readInternal(Class<? extends Tabular<?>> type, HttpInputMessage message) {
    throw new HttpMessageNotReadableException("a table is only written", message);
  }

  @Override
  protected void writeInternal(
      Tabular<?> answer, @Nullable Type declared, HttpOutputMessage message) throws IOException {
    ResolvableType list =
        declared == null
            ? ResolvableType.forClass(answer.getClass())
            : ResolvableType.forType(declared);
    head(answer, message.getHeaders());
    String table =
        Columns.table(list.as(Tabular.class).getGeneric(0), answer.rows(), answer.names());
    message.getBody().write(table.getBytes(UTF_8));
  }

  private static void head(Tabular<?> answer, HttpHeaders headers) {
    UriComponents asked = ServletUriComponentsBuilder.fromCurrentRequest().build();
    headers.setContentType(CsvTable.UTF_8);
    answer.tell(headers);
    headers.setContentDisposition(
        ContentDisposition.attachment().filename(file(asked, answer)).build());
    String next = answer.next();
    if (next != null) {
      headers.set(
          HttpHeaders.LINK,
          "<%s>; rel=\"next\"; type=\"%s\""
              .formatted(
                  ServletUriComponentsBuilder.fromCurrentRequest()
                      .replaceQueryParam("cursor", next)
                      .build()
                      .toUriString(),
                  CsvTable.TYPE));
    }
  }

  /** So that the table itself tells what it is of when it lies in a folder. */
  private static String file(UriComponents asked, Tabular<?> answer) {
    String list = String.join("-", asked.getPathSegments()).replaceAll("[^a-z0-9-]", "");
    return String.format(
        Locale.ROOT,
        "%s-%s-position-%d.csv",
        list.replaceFirst("^api-", ""),
        answer.asOf().on(),
        answer.asOf().position());
  }
}
