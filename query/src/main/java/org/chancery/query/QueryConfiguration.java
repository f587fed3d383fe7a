package org.chancery.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The query side, put together. */
@Configuration
@ComponentScan
public class QueryConfiguration {}
