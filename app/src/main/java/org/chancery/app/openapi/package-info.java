/** Describes the API (OpenAPI 3.1), out of the records and the endpoints that make it. */
@NullMarked
package org.chancery.app.openapi;

import org.jspecify.annotations.NullMarked;
