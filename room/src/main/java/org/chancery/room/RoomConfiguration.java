package org.chancery.room;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The reading room, put together. */
@Configuration
@ConditionalOnWebApplication
@ComponentScan
public class RoomConfiguration {}
