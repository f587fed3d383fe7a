/**
 * The registry desk: a form for every command, made from the schema of the API, through which what
 * is filled in is handed in as a request to the API would be.
 */
@NullMarked
package org.chancery.room.desk;

import org.jspecify.annotations.NullMarked;
