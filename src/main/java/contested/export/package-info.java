/**
 * What people take along: files of what the portal holds. Imports every room below it.
 */
@NullMarked
package contested.export;

import org.jspecify.annotations.NullMarked;
