package org.chancery.app.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the document says of the whole, and the parts that write the rest of it. */
@Configuration
@ConditionalOnWebApplication
class OpenApiConfiguration {
  /** The scheme by which principals show who they are. */
  static final String TOKEN = "token";

  @Bean
  OpenAPI described() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Chancery")
                .version("1")
                .description(
                    """
                    An event-sourced, bitemporal ledger of diplomatic activity. Every answer can \
                    be asked as of a day in the world (`on`) and as of what was known \
                    (`knownAt`), and cites the journal entries that it rests on. Writes need a \
                    bearer token; whoever holds it is named in the entries. \
                    Query parameters that an address does not know are refused. Where several \
                    servers share a ledger, each answer names in `Ledger-Node` the one that gave \
                    it.\
                    """))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")));
  }

  @Bean
  RecordSchemas recordSchemas() {
    return new RecordSchemas();
  }

  @Bean
  ReadOperations readOperations() {
    return new ReadOperations();
  }

  @Bean
  AnswerExamples answerExamples() {
    return AnswerExamples.read();
  }

  @Bean
  CommandPaths commandPaths() {
    return new CommandPaths();
  }

  /** Last, for it speaks of what the others write. */
  @Bean
  @Order
  Words words() {
    return Words.read();
  }
}
