package org.chancery.app.web;

import jakarta.servlet.MultipartConfigElement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.chancery.app.config.LedgerProperties;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.GeoJson;
import org.chancery.query.TableForm;
import org.chancery.query.audit.ReadLog;
import org.chancery.query.explanation.ExplanationForms;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What stands between the network and the ledger. */
@Configuration
@ConditionalOnWebApplication
class WebConfiguration implements WebMvcConfigurer {
  private static final long MOST_OF_A_FILE = 64L << 20;

  /** For what a form sends beside its file. */
  private static final long ASIDE = 1L << 20;

  private static final Set<Class<?>> DOCUMENTED =
      Set.of(
          ByteArrayHttpMessageConverter.class,
          StringHttpMessageConverter.class,
          ResourceHttpMessageConverter.class);

  /** In files, so that no rebuild loses it, and no append waits for it. */
  @Bean(destroyMethod = "close")
  ReadLog readLog(LedgerProperties properties) {
    return new ReadLog(properties.data().resolve("reads"));
  }

  /** Of forms with a file, which are read once it is known that their sender may send them. */
  @Bean
  MultipartConfigElement uploads() {
    return new MultipartConfigElement("", MOST_OF_A_FILE, MOST_OF_A_FILE + ASIDE, 0);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(LedgerProperties properties) {
    return tomcat -> {
      tomcat.addContextCustomizers(
          context ->
              ((StandardHost) context.getParent())
                  .setErrorReportValveClass(ProblemValve.class.getName()));
      tomcat.addContextValves(new UnreadBodies());
      properties.nodeName().map(NodeHeader::new).ifPresent(tomcat::addEngineValves);
      tomcat.addConnectorCustomizers(connector -> limitBodies(connector, properties.bodyWait()));
    };
  }

  private static void limitBodies(Connector connector, Duration wait) {
    if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
      http.setDisableUploadTimeout(false);
      http.setConnectionUploadTimeout(Math.toIntExact(wait.toMillis()));
    }
  }

  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
    negotiation.strategies(List.of(new Accepted()));
  }

  /**
   * Bodies are read and written as entries are, in the types that the document names: no YAML, no
   * further spelling of JSON, and that in UTF-8 alone.
   */
  @Bean
  ServerHttpMessageConvertersCustomizer documentedTypes(
      ExplanationForms explanations, TableForm tables) {
    return converters ->
        converters.configureMessageConvertersList(
            list -> {
              list.removeIf(each -> !DOCUMENTED.contains(each.getClass()));
              list.addFirst(explanations);
              list.addFirst(tables);
              list.add(json());
            });
  }

  private static JacksonJsonHttpMessageConverter json() {
    var json = new JacksonJsonHttpMessageConverter(LedgerJson.mapper());
    json.setSupportedMediaTypes(
        List.of(
            MediaType.APPLICATION_JSON,
            MediaType.APPLICATION_PROBLEM_JSON,
            MediaType.parseMediaType(GeoJson.TYPE)));
    return json;
  }
}
