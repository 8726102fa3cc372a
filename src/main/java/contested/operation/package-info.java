/**
 * Running a portal: settings, schema migration, start and stop, installing documents, operators' commands. May import
 * every room below it.
 */
@NullMarked
package contested.operation;

import org.jspecify.annotations.NullMarked;
